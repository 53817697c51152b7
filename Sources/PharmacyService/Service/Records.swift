internal import Knowledge
internal import Foundation
internal import Guidance
internal import PatientStore
internal import Reports

/// Patients between the store, which holds facts, medicines and calls, and the engine's document.
extension Handlers {
  /// The document of a stored patient whom the caller may read.
  func stored(_ id: String, _ caller: Caller) throws -> PatientDocument {
    try Self.document(store.get(id, as: caller.requester))
  }

  /// A record as the engine reads it.
  static func document(_ record: PatientRecord) throws -> PatientDocument {
    var patient = PatientDocument(id: record.id)
    if let calls = record.calls { patient.calls = try self.calls(calls) }
    patient.name = record.name
    patient.birthDate = record.birthDate
    patient.facts = record.facts
    patient.medications = record.medications
    return patient
  }

  /// The calls a record keeps, which are a document with nothing else in it.
  static func calls(_ data: Data) throws -> PatientDocument.Calls {
    try PatientDocument(
      String(decoding: data, as: UTF8.self), file: "stored calls", sample: nil, reference: nil
    ).calls
  }

  /// A document as the store keeps it.
  static func record(_ patient: PatientDocument) -> PatientRecord {
    let calls = PatientDocument(
      id: patient.id, name: nil, birthDate: nil, facts: PatientFacts(), medications: [],
      calls: patient.calls)
    return PatientRecord(
      id: patient.id, name: patient.name, birthDate: patient.birthDate, facts: patient.facts,
      medications: patient.medications,
      calls: patient.calls == .none ? nil : Data(calls.json.utf8))
  }

  /// The review as JSON, the one form of it.
  func reviewJSON(_ reviewed: ReviewedPatient) -> String {
    ReviewJSON(
      ReviewInput(
        review: reviewed.review, medications: reviewed.lines, results: reviewed.results.genes,
        patientID: reviewed.patient.id, remarks: reviewed.results.remarks, engine: engine,
        knowledgeIdentity: pharmacy.knowledge.identity,
        knowledgeVersion: pharmacy.knowledge.version)
    ).document
  }
}
