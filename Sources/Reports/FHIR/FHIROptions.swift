public import Guidance

/// What a FHIR bundle says that a report's input does not hold; nothing of it is needed.
public struct FHIROptions: Sendable, Hashable {
  /// When the results were made known, as a FHIR date or time such as `2026-11-30`.
  ///
  /// No date is written without it, since the bundle never looks at a clock.
  public var issued: String?
  /// The patient's identifier; the sample's name without it.
  public var patientID: String?
  /// The patient's name as printed.
  public var name: String?
  /// The date of birth as `1956-03-31`.
  public var birthDate: String?
  /// The patient's sex as a label means it.
  public var sex: PatientFacts.Sex?

  /// Makes options; all default to not known.
  public init(
    issued: String? = nil, patientID: String? = nil, name: String? = nil,
    birthDate: String? = nil, sex: PatientFacts.Sex? = nil
  ) {
    self.issued = issued
    self.patientID = patientID
    self.name = name
    self.birthDate = birthDate
    self.sex = sex
  }
}
