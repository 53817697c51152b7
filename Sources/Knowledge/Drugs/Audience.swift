/// Whom a rule is for, as fields; the words of it are the rule's `population`.
public struct Audience: Sendable, Hashable {
  /// Adults or children; nil for both.
  public var ageGroup: AgeGroup?
  /// Age in years: from `low`, below `high`; nil for any.
  public var ageYears: Bounds?
  /// Weight in kilograms: from `low`, below `high`; nil for any.
  public var weightKg: Bounds?
  /// The disease or use it is for, in our words; nil for any.
  public var indication: String?

  /// Adults or children.
  public enum AgeGroup: String, Sendable, Hashable, CaseIterable {
    case adult, child
  }

  /// Makes an audience.
  public init(
    ageGroup: AgeGroup? = nil, ageYears: Bounds? = nil, weightKg: Bounds? = nil,
    indication: String? = nil
  ) {
    self.ageGroup = ageGroup
    self.ageYears = ageYears
    self.weightKg = weightKg
    self.indication = indication
  }
}
