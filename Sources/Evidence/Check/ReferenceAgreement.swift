/// How many records at known positions have the assembly's reference bases.
public struct ReferenceAgreement: Sendable, Hashable {
  /// Records that agree.
  public var agreeing: Int
  /// Records that do not.
  public var disagreeing: Int

  /// Makes an agreement from its counts.
  public init(agreeing: Int, disagreeing: Int) {
    self.agreeing = agreeing
    self.disagreeing = disagreeing
  }

  /// Records compared.
  public var total: Int { agreeing + disagreeing }

  /// The share that disagrees, 0 to 1; nil without records.
  public var mismatchRate: Double? { total == 0 ? nil : Double(disagreeing) / Double(total) }
}
