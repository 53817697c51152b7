import Knowledge

/// Holds the medicines named instead of one against the same patient, with that one stopped.
///
/// | place | answer for the alternative |
/// | --- | --- |
/// | 1 | no change |
/// | 2 | no source has advice on it by genes, and nothing else was found |
/// | 3 | caution |
/// | 4 | not assessed for want of a result |
/// | 5 | change; one that asks for another dose only counts as a caution |
/// | 6 | stop: not suitable |
///
/// An alternative that acts on another medicine of the list takes the place of what it does there.
struct AlternativeReview {
  let item: ReviewItem
  let scene: ReviewScene

  /// The alternatives, the best first.
  func checked(_ ids: [String]) -> [CheckedAlternative] {
    ids.compactMap { id in scene.knowledge.medicines[id].map(check) }
      .enumerated().sorted { left, right in
        (left.element.place, left.offset) < (right.element.place, right.offset)
      }.map(\.element.alternative)
  }

  /// Whether none of the alternatives can be given as it is.
  static func noneSuits(_ alternatives: [CheckedAlternative]) -> Bool {
    !alternatives.isEmpty && alternatives.allSatisfy { $0.state == .stop || $0.state == .change }
  }

  private func check(_ medicine: Medicine) -> (alternative: CheckedAlternative, place: Int) {
    let isListed = scene.items.contains { $0.ids.contains(medicine.id) }
    let others = scene.items.filter { $0.line != item.line || $0.medicine.id != item.medicine.id }
    let own = ReviewItem(
      text: medicine.name, line: -1, medicine: medicine,
      parts: [medicine] + medicine.ingredients.compactMap { scene.knowledge.medicines[$0] })
    let tried = scene.with(
      items: isListed ? others : others + [own])
    let subject = tried.items.first { $0.ids.contains(medicine.id) } ?? own
    let builder = AnswerBuilder(subject, in: tried)
    var answer = builder.answer
    if builder.isDoseChangeOnly { answer.state = .caution }
    let effects = isListed ? [] : self.effects(of: own, on: others, in: tried)
    let worst = effects.map(\.state).min() ?? .notAssessed
    let state =
      worst < .noChange
      ? (answer.state == .notAssessed ? worst : min(answer.state, worst)) : answer.state
    var trace = answer.action.trace
    trace.inputs.append(
      Trace.Input("instead of", item.medicine.name, from: "medication list"))
    trace.considered += effects.map(\.text)
    let note = Sentence(note(medicine, answer, effects, state, isListed), trace)
    let isFree = answer.state == .notAssessed && scene.knowledge.drugs[medicine.id] == nil
    return (
      CheckedAlternative(medicine: medicine.id, name: medicine.name, state: state, note: note),
      Self.place(state, isFree: isFree)
    )
  }

  private static func place(_ state: AnswerState, isFree: Bool) -> Int {
    switch state {
    case .noChange: 1
    case .notAssessed: isFree ? 2 : 4
    case .caution: 3
    case .change: 5
    case .stop: 6
    }
  }

  private func note(
    _ medicine: Medicine, _ answer: MedicationAnswer, _ effects: [Effect], _ state: AnswerState,
    _ isListed: Bool
  ) -> String {
    var parts: [String] = []
    if isListed { parts.append("Already on the list.") }
    if state == .stop { parts.append("Not suitable.") }
    if answer.state == .notAssessed, scene.knowledge.drugs[medicine.id] == nil {
      parts.append(
        "No source here has advice on it by genes; nothing known of this patient speaks against it."
      )
    } else {
      parts.append(answer.action.text)
    }
    parts += effects.map(\.text)
    return parts.joined(separator: " ")
  }

  /// Whether the alternative can do anything to another medicine.
  private func mayMeet(
    _ own: ReviewItem, _ other: ReviewItem, _ proteins: Set<String>, _ genes: Set<String>
  ) -> Bool {
    let needs = other.parts.flatMap(\.roles).contains {
      $0.role == .substrate && proteins.contains($0.protein)
    }
    let depends = !genes.isDisjoint(with: scene.knowledge.drugs[other.medicine.id]?.genes ?? [])
    return needs || depends
      || other.ids.flatMap { scene.knowledge.interactions[$0] ?? [] }.contains { interaction in
        interaction.partners.contains { own.ids.contains($0) }
      }
  }

  /// What the alternative does to another medicine.
  private struct Effect {
    let state: AnswerState
    let text: String
  }

  private func effects(
    of own: ReviewItem, on others: [ReviewItem], in tried: ReviewScene
  ) -> [Effect] {
    let proteins = Set(tried.actors.filter { $0.line == own.line }.map(\.role.protein))
    let genes = Set(proteins.flatMap(scene.knowledge.converter.genes))
    return others.flatMap { other -> [Effect] in
      guard mayMeet(own, other, proteins, genes) else { return [] }
      let answer = AnswerBuilder(other, in: tried).answer
      return answer.findings.filter { finding in
        finding.state < .noChange && finding.partners.contains { own.ids.contains($0) }
      }.prefix(1).map { finding in
        Effect(
          state: finding.state, text: "It acts on \(other.medicine.name): \(finding.sentence.text)")
      }
    }
  }
}
