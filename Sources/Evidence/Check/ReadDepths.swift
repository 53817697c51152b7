internal import Knowledge

/// How deep the reads cover the known positions of the genes they show anything of.
///
/// Genes without data are left out, since they say nothing of the depth of an exome or a slice, and so
/// is the mitochondrion, which is hundreds of times deeper.
public struct ReadDepths: Sendable, Hashable {
  /// Positions that reads could be looked at for.
  public private(set) var positions = 0
  /// Those with at least the policy's depth for coverage.
  public private(set) var covered = 0
  /// The fragments of all positions together, of sure place and base.
  public private(set) var fragments = 0
  /// The depth that counts as covered.
  public let coveredDepth: Int

  /// Counts what the reads show of all genes, before it is joined with records.
  public init(_ evidence: [GeneEvidence], policy: CheckPolicy = .init()) {
    coveredDepth = policy.coveredDepth
    let nuclear = evidence.filter { $0.gene.inheritance != .mitochondrial }
    let seen = nuclear.filter { gene in
      gene.positions.contains { if case .observed = $0 { true } else { false } }
    }
    for support in (seen.isEmpty ? nuclear : seen).flatMap(\.positions).compactMap(\.readSupport) {
      positions += 1
      fragments += support.depth
      if support.depth >= policy.coveredDepth { covered += 1 }
    }
  }

  /// The mean depth; nil without positions.
  public var mean: Double? { positions == 0 ? nil : Double(fragments) / Double(positions) }

  /// The share of positions that are covered, 0 to 1; nil without positions.
  public var coveredShare: Double? {
    positions == 0 ? nil : Double(covered) / Double(positions)
  }
}
