internal import Hummingbird
internal import Foundation
internal import Guidance
internal import Knowledge
internal import Reports

/// The engine behind the service, laid out once.
struct Pharmacy: Sendable {
  let knowledge: KnowledgeBase
  let reviewer: MedicationReviewer
  let lookup: PatientLookup
  let hooks: CDSHooks
  let operations: GenomicsOperations
  let reports: PatientReports
  let plainAnswers: PlainAnswers
  let factUses: FactUses
  let guidedGenes: GuidedGenes

  /// - Parameter engine: The program and its edition, such as `stardose 0.1.0`.
  init(_ knowledge: KnowledgeBase, engine: String) throws {
    self.knowledge = knowledge
    reviewer = try MedicationReviewer(knowledge)
    lookup = try PatientLookup(knowledge)
    hooks = try CDSHooks(knowledge)
    operations = try GenomicsOperations(knowledge)
    reports = try PatientReports(knowledge, engine: engine)
    plainAnswers = try PlainAnswers(knowledge)
    factUses = try FactUses(knowledge)
    guidedGenes = try GuidedGenes(knowledge)
  }

  /// A patient document, or the sentence that says what is wrong with it.
  static func document(_ text: String) throws(Problem) -> PatientDocument {
    do {
      return try PatientDocument(text, file: "document", sample: nil, reference: nil)
    } catch {
      throw Problem(.unprocessableContent, error.description)
    }
  }

  /// The answer for a patient.
  func review(_ patient: PatientDocument) throws -> ReviewedPatient {
    let results = try lookup.results(of: patient, file: "document")
    let lines = try patient.medications.flatMap { try reviewer.list($0) }
    let review = try reviewer.review(
      results: results.genes, medications: lines, facts: patient.facts)
    return ReviewedPatient(patient: patient, lines: lines, results: results, review: review)
  }
}

/// A patient and the answer.
struct ReviewedPatient: Sendable {
  var patient: PatientDocument
  var lines: [ListedMedication]
  var results: PatientResults
  var review: MedicationReview
}
