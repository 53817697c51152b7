import Guidance

/// Makes cards from the answers of a review.
struct CardBuilder {
  let request: CDSRequest
  /// The knowledge base's version, for the source's label.
  let version: String
  /// What limits every answer, in sentences.
  let limits: [String]
  /// The address of the full basis.
  let basis: String?

  /// The card for an answer; nil where the medicine is to be used as directed, or where no guideline
  /// speaks of it.
  func card(_ answer: MedicationAnswer, order: OrderedMedicine?, hasGuidance: Bool) -> Card? {
    guard let indicator = indicator(answer, hasGuidance: hasGuidance) else { return nil }
    let opinion = answer.sources.first { $0.state == answer.state } ?? answer.sources.first
    var card = Card(
      uuid: uuid(answer.medicine), summary: summary(answer), indicator: indicator,
      sourceLabel: label(opinion))
    card.sourceURL = opinion?.url ?? ""
    card.detail = detail(answer)
    card.link = basis
    guard answer.state < .noChange else { return card }
    card.hasOverrideReasons = true
    if answer.state < .caution, let order, !order.reference.isEmpty {
      card.suggestions = [removal(answer, order, isRecommended: indicator == .critical)]
    }
    return card
  }

  /// The card for orders that name no medicine known here.
  func unrecognised(_ orders: [OrderedMedicine]) -> Card? {
    guard !orders.isEmpty else { return nil }
    let names = orders.map { $0.text.isEmpty ? "an order without a name" : $0.text }
    return Card(
      uuid: uuid("unrecognised"),
      summary: "Not checked, name not recognised: \(names.listed("and"))",
      indicator: .info,
      detail: [
        "**Limits** \(Card.markdown("No medicine of the knowledge base has this code or name, so "))"
          + "nothing can be said of it."
      ], sourceLabel: label(nil))
  }

  /// The one card of a patient's view; nil where there is nothing to say.
  func overview(_ answers: [MedicationAnswer], genes: [GeneResult]) -> Card? {
    let urgent = answers.filter { $0.state < .noChange }
    let known = genes.filter { !$0.lookups.isEmpty }.count
    guard known > 0 || !urgent.isEmpty else { return nil }
    let names = urgent.map(\.name).listed("and")
    let summary =
      urgent.isEmpty
      ? "Pharmacogenomic results of \(known) gene\(known == 1 ? "" : "s") on file; "
        + "no listed medicine needs a change by them"
      : "Pharmacogenomics: \(urgent.count) listed medicine\(urgent.count == 1 ? "" : "s") "
        + "to look at: \(names)"
    var card = Card(
      uuid: uuid("overview"), summary: summary,
      indicator: urgent.contains { $0.state < .caution } ? .warning : .info,
      sourceLabel: label(nil))
    let open = answers.filter { $0.state == .notAssessed }.map(\.name)
    card.detail =
      urgent.map { "**\(Card.markdown($0.name))** \(Card.markdown($0.action.text))" }
      + (open.isEmpty
        ? [] : ["**Not assessed** \(Card.markdown(open.listed("and"))): this is not “no change”."])
      + limitParagraph(limits)
    card.link = basis
    return card
  }

  // MARK: Parts

  private func indicator(_ answer: MedicationAnswer, hasGuidance: Bool) -> Card.Indicator? {
    switch answer.state {
    case .stop:
      let bars = answer.findings.filter { $0.state == .stop }
      let isConvertedOnly = !bars.isEmpty && bars.allSatisfy { $0.kind == .phenoconversion }
      let isWeak =
        answer.sources.contains { $0.state == .stop }
        && answer.sources.filter { $0.state == .stop }.allSatisfy {
          ["moderate", "optional", "conditional", "weak"].contains($0.strength.lowercased())
        }
      return isConvertedOnly || isWeak ? .warning : .critical
    case .change: return .warning
    case .caution:
      return answer.findings.contains { $0.state == .caution && $0.kind == .phenoconversion }
        ? .warning : .info
    case .noChange: return nil
    case .notAssessed: return hasGuidance ? .info : nil
    }
  }

  private func summary(_ answer: MedicationAnswer) -> String {
    guard answer.state == .notAssessed else {
      let action = answer.action.text
      return action.lowercased().contains(answer.name.lowercased())
        ? action : "\(answer.name): \(action)"
    }
    return "\(answer.name): not assessed. "
      + (answer.notTested.first?.text ?? "No usable result for the genes its guidelines look at.")
  }

  private func detail(_ answer: MedicationAnswer) -> [String] {
    var parts: [String] = []
    func add(_ heading: String, _ sentences: [String]) {
      let text = sentences.filter { !$0.isEmpty }.map(Card.markdown).joined(separator: " ")
      if !text.isEmpty { parts.append("**\(heading)** \(text)") }
    }
    add("Do", [answer.action.text] + answer.dose.map(\.text))
    add("Why", answer.why.map(\.text))
    add("Instead", answer.alternatives.map { $0.note.text.isEmpty ? $0.name : $0.note.text })
    add(
      "Evidence",
      answer.sources.map { opinion in
        let weight = opinion.strength.isEmpty ? "" : " (\(opinion.strength))"
        return "\(opinion.source)\(weight): \(opinion.sentence.text)"
      })
    add("Would change it", answer.wouldChange.map(\.text))
    return parts + limitParagraph(answer.notTested.map(\.text) + limits)
  }

  private func limitParagraph(_ sentences: [String]) -> [String] {
    sentences.isEmpty
      ? [] : ["**Limits** \(sentences.distinct.map(Card.markdown).joined(separator: " "))"]
  }

  private func label(_ opinion: SourceOpinion?) -> String {
    guard let opinion else { return "Stardose, knowledge base of \(version)" }
    let edition = opinion.version.isEmpty ? "" : " \(opinion.version)"
    return "\(opinion.source)\(edition) (Stardose, knowledge base of \(version))"
  }

  private func removal(
    _ answer: MedicationAnswer, _ order: OrderedMedicine, isRecommended: Bool
  ) -> JSONTree {
    [
      "label": .text("Remove the draft of \(answer.name)"),
      "uuid": .text(uuid("remove/\(answer.medicine)")), "isRecommended": .flag(isRecommended),
      "actions": [
        [
          "type": "delete", "description": .text("Remove the unsigned order for \(answer.name)."),
          "resourceId": .text(order.reference),
        ]
      ],
    ]
  }

  /// The same request gets the same names.
  private func uuid(_ key: String) -> String {
    ResourceNames.uuid(
      url: "https://stardose/card/\(request.hookInstance)/\(request.service)/\(key)")
  }
}
