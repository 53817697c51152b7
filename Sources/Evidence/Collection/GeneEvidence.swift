public import Knowledge

/// All that a sample shows of one gene: one entry for each of the gene's positions.
public struct GeneEvidence: Sendable, Hashable {
  /// The gene.
  public var gene: Gene
  /// One entry for each of `gene.positions`, in that order.
  public var positions: [PositionEvidence]
  /// What reads say of the phase of its heterozygous positions; nil if none were looked at.
  public var readPhase: ReadPhase?

  /// Makes the evidence for a gene.
  ///
  /// - Precondition: there is one entry for each position.
  public init(gene: Gene, positions: [PositionEvidence]) {
    precondition(gene.positions.count == positions.count, "one entry for each position")
    self.gene = gene
    self.positions = positions
  }
}
