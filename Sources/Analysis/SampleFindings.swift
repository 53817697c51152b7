public import Evidence
public import StarAlleles

/// What the input shows of one sample.
public struct SampleFindings: Sendable {
  /// What it shows at every known position, in the order of the genes.
  public var evidence: [GeneEvidence]
  /// The calls, in the order of the genes.
  public var calls: [GeneCall]
  /// By gene symbol: positions at which variants and reads do not say the same.
  public var disagreements: [String: [ReadDisagreement]]
  /// What is known of the sex chromosomes; nil if nothing shows them.
  public var sex: SexFinding?
}
