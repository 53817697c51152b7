public import Foundation
public import Guidance

/// A patient as the store keeps one: facts, medicines, and calls as a document, never a variant file.
public struct PatientRecord: Sendable, Hashable {
  /// What the house calls the patient; only a keyed hash of it is stored in the clear.
  public var id: String
  /// The name as printed.
  public var name: String?
  /// The date of birth as `1956-03-31`.
  public var birthDate: String?
  /// What is known apart from genes and medicines.
  public var facts: PatientFacts
  /// The medication list, a line each, as typed.
  public var medications: [String]
  /// The calls: a JSON document of one sample, which the store does not look into.
  public var calls: Data?
  /// When the store first took the patient in.
  public internal(set) var created: Date
  /// When anything in the record last changed.
  public internal(set) var updated: Date
  /// How often the record has been written; 0 before the first time.
  public internal(set) var version: Int

  /// Makes a record that is not stored yet.
  public init(
    id: String, name: String? = nil, birthDate: String? = nil, facts: PatientFacts = PatientFacts(),
    medications: [String] = [], calls: Data? = nil
  ) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.facts = facts
    self.medications = medications
    self.calls = calls
    created = Date(timeIntervalSince1970: 0)
    updated = created
    version = 0
  }
}
