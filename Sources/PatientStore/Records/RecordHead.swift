import Foundation

/// The part of a stored patient that is opened first: who it is, and which ciphertexts belong to it.
///
/// The versions bind the other parts, so that an older one of the same patient, such as a consent
/// before its withdrawal, does not pass in its place.
struct RecordHead: Codable, Sendable {
  let id: String
  var name: String?
  var birthDate: String?
  var created: Date
  var updated: Date
  /// The versions of facts and medicines, of the calls, and of the consents.
  var careVersion: Int
  var callsVersion: Int
  var consentVersion: Int

  /// What lists show.
  var summary: PatientSummary {
    PatientSummary(id: id, name: name, birthDate: birthDate, updated: updated)
  }
}
