internal import Foundation
internal import Guidance
internal import Hummingbird
internal import PatientStore
internal import Reports

/// Finding, loading, changing and erasing patients.
extension Handlers {
  func patients(_ call: Call, _ caller: Caller) throws -> Answer {
    let found =
      if let text = call.query("find"), !text.isEmpty {
        try store.find(text, as: caller.requester)
      } else {
        try store.list(
          limit: min(max(call.query("limit").flatMap(Int.init) ?? 100, 1), 1000),
          offset: max(call.query("offset").flatMap(Int.init) ?? 0, 0), as: caller.requester)
      }
    return .json(found.map(SummaryBody.init))
  }

  func loadPatient(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try load(call.body, caller)
    var answer = Answer.json(["id": patient.id], status: .created)
    answer.headers["Location"] = "/api/v1/patients/\(Self.segment(patient.id))"
    return answer
  }

  /// Stores a patient document, or the result of a call.
  ///
  /// Whoever loads a patient states that the patient agreed to its use for dosing; what is stored
  /// already of a consent stays.
  func load(_ text: String, _ caller: Caller) throws -> PatientDocument {
    let patient = try Pharmacy.document(text)
    _ = try pharmacy.lookup.results(of: patient, file: "document")
    let consents = try agreed(patient.id, caller)
    _ = try store.put(Self.record(patient), consents: consents, as: caller.requester)
    return patient
  }

  /// Consent to dosing for a patient who is new; nil keeps what is stored.
  private func agreed(_ id: String, _ caller: Caller) throws -> Consents? {
    do {
      _ = try store.consents(of: id, as: caller.requester)
      return nil
    } catch {
      guard error.kind == .notFound else { throw error }
      let now = Date(timeIntervalSince1970: clock.now)
      return Consents(
        pgx: Consent(granted: now, expires: nil, withdrawn: nil), secondaryFindings: nil,
        research: nil)
    }
  }

  func patient(_ call: Call, _ caller: Caller) throws -> Answer {
    .json(try stored(call.parameter("id"), caller).json)
  }

  func erasePatient(_ call: Call, _ caller: Caller) throws -> Answer {
    try store.erase(call.parameter("id"), as: caller.requester)
    return .done
  }

  func setMedications(_ call: Call, _ caller: Caller) throws -> Answer {
    let body = try call.json(MedicationsBody.self)
    let patient = try stored(call.parameter("id"), caller)
    return try update(patient, facts: patient.facts, medications: body.medications, caller)
  }

  func setFacts(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    let facts = try StatedFacts(JSONObjectText.members(of: call.body)).facts
    return try update(patient, facts: facts, medications: patient.medications, caller)
  }

  private func update(
    _ patient: PatientDocument, facts: PatientFacts, medications: [String], _ caller: Caller
  ) throws -> Answer {
    _ = try store.updateCare(
      patient.id, facts: facts, medications: medications, as: caller.requester)
    return .json(try stored(patient.id, caller).json)
  }

  /// A text as one segment of an address.
  static func segment(_ text: String) -> String {
    var allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\u{0}"..."~"))
    allowed.insert(charactersIn: "-._~")
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }
}

/// A patient as a list shows them.
private struct SummaryBody: Encodable {
  var id: String
  var name: String?
  var birthDate: String?

  init(_ summary: PatientSummary) {
    id = summary.id
    name = summary.name
    birthDate = summary.birthDate
  }
}

/// A medication list as typed.
private struct MedicationsBody: Decodable { var medications: [String] }
