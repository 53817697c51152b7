public import Guidance
public import Knowledge

/// One question about a patient's medicines, with all that its answer depends on but the knowledge base.
public struct ReviewRequest: Sendable, Hashable {
  /// The patient, with the facts and the list that are asked about.
  public var patient: PatientDocument
  /// The name of the patient's file, without folders, for remarks; empty without a file.
  public var file: String
  /// What is asked to be changed; nil for the patient as is.
  public var change: Change?
  /// The form of the answer.
  public var format: Format
  /// Remarks on how the question came about, one sentence each.
  public var remarks: [String]

  /// The list and facts of a what-if.
  public struct Change: Sendable, Hashable {
    /// The medication list as it would be.
    public var medications: [String]
    /// The facts as they would be.
    public var facts: PatientFacts

    /// Makes a change.
    public init(medications: [String], facts: PatientFacts) {
      self.medications = medications
      self.facts = facts
    }
  }

  /// The forms an answer can have.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// For a terminal.
    case text
    /// The layout `stardose-review/1`.
    case json
  }

  /// Makes a question.
  public init(
    patient: PatientDocument, file: String = "", change: Change? = nil, format: Format,
    remarks: [String] = []
  ) {
    self.patient = patient
    self.file = file
    self.change = change
    self.format = format
    self.remarks = remarks
  }

  /// The answer's text; the same request, engine and knowledge base give the same bytes.
  ///
  /// - Parameters:
  ///   - knowledge: the knowledge base to answer from.
  ///   - engine: the program and its edition, as it is printed.
  /// - Throws: `PatientDocumentError` or `KnowledgeError`.
  public func answer(from knowledge: KnowledgeBase, engine: String) throws -> String {
    let name = file.isEmpty ? "patient" : file
    let results = try PatientLookup(knowledge).results(of: patient, file: name)
    let reviewer = try MedicationReviewer(knowledge)
    let input = { (lines: [String], facts: PatientFacts) throws -> ReviewInput in
      let listed = try lines.flatMap(reviewer.list)
      return ReviewInput(
        review: try reviewer.review(results: results.genes, medications: listed, facts: facts),
        medications: listed, results: results.genes, patientID: patient.id,
        remarks: remarks + results.remarks, engine: engine,
        knowledgeIdentity: knowledge.identity, knowledgeVersion: knowledge.version)
    }
    let before = try input(patient.medications, patient.facts)
    guard let change else {
      return format == .json ? ReviewJSON(before).document : ReviewText(before).document
    }
    let asked = ChangeInput(
      before: before, after: try input(change.medications, change.facts))
    return format == .json ? ChangeJSON(asked).document : ChangeText(asked).document
  }
}
