public import Knowledge

/// Reviews a medication list for one patient: genes, other medicines, organs, habits.
public struct MedicationReviewer: Sendable {
  private let knowledge: KnowledgeBase

  /// Makes a reviewer.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.knowledge = knowledge
  }

  /// The lines of a list as typed: one a line, or parted by commas or semicolons.
  public func list(_ text: String) throws(KnowledgeError) -> [ListedMedication] {
    var lines: [ListedMedication] = []
    for part in text.split(whereSeparator: { $0.isNewline || $0 == "," || $0 == ";" }) {
      let name = part.trimmed
      guard !name.isEmpty else { continue }
      let match = try knowledge.medicine(named: name)
      lines.append(
        ListedMedication(
          text: name, match: match,
          suggestions: match == nil ? try knowledge.search(name, limit: 3) : []))
    }
    return lines
  }

  /// The review of a list for a patient.
  public func review(
    results: [GeneResult], medications: [ListedMedication], facts: PatientFacts
  ) throws(KnowledgeError) -> MedicationReview {
    let matcher = GuidanceMatcher(results: results)
    var answers: [MedicationAnswer] = []
    for line in medications {
      guard let medicine = line.match?.medicine else { continue }
      let guidance = try knowledge.drug(medicine.id).map(matcher.guidance)
      let state = guidance?.state ?? .notAssessed
      answers.append(
        MedicationAnswer(
          text: line.text, medicine: medicine.id, name: medicine.name, rxnorm: medicine.rxnorm,
          state: state,
          action: Sentence(
            "\(medicine.name): \(state.rawValue).", Trace(rule: "state", source: "stardose"))))
    }
    return MedicationReview(
      facts: facts, answers: answers.sorted { $0.state < $1.state },
      notRecognised: medications.filter { $0.match == nil }, conversions: [])
  }
}
