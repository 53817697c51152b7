import Guidance

/// The part of a stored patient that changes with every visit.
struct RecordCare: Codable, Sendable {
  var facts: PatientFacts
  var medications: [String]
}
