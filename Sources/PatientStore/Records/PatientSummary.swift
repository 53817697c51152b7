public import Foundation

/// What a list of patients shows of one: no facts, medicines or calls.
public struct PatientSummary: Sendable, Hashable {
  /// What the house calls the patient.
  public var id: String
  /// The name as printed.
  public var name: String?
  /// The date of birth as `1956-03-31`.
  public var birthDate: String?
  /// When anything in the record last changed.
  public var updated: Date

  /// Makes a summary.
  public init(id: String, name: String?, birthDate: String?, updated: Date) {
    self.id = id
    self.name = name
    self.birthDate = birthDate
    self.updated = updated
  }
}
