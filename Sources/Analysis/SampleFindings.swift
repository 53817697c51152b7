public import Evidence
public import StarAlleles

/// What the input shows of one sample.
public struct SampleFindings: Sendable {
  /// The calls, in the order of the genes.
  public var calls: [GeneCall]
  /// By gene symbol: positions at which variants and reads do not say the same.
  public var disagreements: [String: [ReadDisagreement]]
}
