public import Knowledge

/// Reviews a medication list for one patient: genes, other medicines, organs, habits.
///
/// Everything it needs of the knowledge base is read when it is made, so that a review only looks up.
public struct MedicationReviewer: Sendable {
  private let base: KnowledgeBase
  private let knowledge: ReviewKnowledge

  /// Makes a reviewer.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    base = knowledge
    self.knowledge = try ReviewKnowledge(knowledge)
  }

  /// The lines of a list as typed: one a line, or parted by commas or semicolons.
  public func list(_ text: String) throws(KnowledgeError) -> [ListedMedication] {
    var lines: [ListedMedication] = []
    for part in text.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }) {
      let name = part.trimmed
      guard !name.isEmpty else { continue }
      let match = try base.medicine(named: name)
      lines.append(
        ListedMedication(
          text: name, match: match, suggestions: match == nil ? try base.search(name, limit: 3) : []
        ))
    }
    return lines
  }

  /// The review of a list for a patient.
  ///
  /// Answers stand by state, then by the first finding, as `FoundFact` ranks them, then by name. A
  /// medicine that is on the list twice is answered once.
  public func review(
    results: [GeneResult], medications: [ListedMedication], facts: PatientFacts
  ) throws(KnowledgeError) -> MedicationReview {
    let scene = ReviewScene(
      knowledge, results: results, items: knowledge.items(medications), facts: facts)
    let ranked = scene.items.map { item -> (MedicationAnswer, FoundFact?) in
      let builder = AnswerBuilder(item, in: scene)
      var answer = builder.answer
      let review = AlternativeReview(item: item, scene: scene)
      answer.alternatives = review.checked(builder.alternatives)
      if AlternativeReview.noneSuits(answer.alternatives) {
        answer.why.append(
          Sentence(
            "None of the medicines named instead suits this patient without a change.",
            Trace(
              rule: "no-alternative", source: "stardose",
              considered: answer.alternatives.map { "\($0.name): \($0.state.word.lowercased())" })))
      }
      return (answer, builder.first)
    }
    let answers = ranked.sorted { left, right in
      if left.0.state != right.0.state { return left.0.state < right.0.state }
      if let one = left.1, let other = right.1 {
        if FoundFact.precedes(one, other) { return true }
        if FoundFact.precedes(other, one) { return false }
      } else if (left.1 == nil) != (right.1 == nil) {
        return left.1 != nil
      }
      return left.0.name < right.0.name
    }.map(\.0)
    return MedicationReview(
      facts: facts, answers: answers, notRecognised: medications.filter { $0.match == nil },
      conversions: scene.conversions.map(\.phenoconversion))
  }
}
