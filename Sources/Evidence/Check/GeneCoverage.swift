internal import Knowledge

/// How much of a gene was seen.
public struct GeneCoverage: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// Its positions on the assembly of the input.
  public var positions = PositionTally()
  /// Those without which it is not called.
  public var required = PositionTally()
  /// Those a laboratory test should cover at the least.
  public var tierOne = PositionTally()
  /// Required and tier-one positions, or all where the gene names none.
  public var core = PositionTally()
  /// Whether it counts towards the verdict.
  public var isDecisive: Bool

  /// Counts a gene's evidence; positions that the assembly lacks or matching ignores are left out.
  public init(_ evidence: GeneEvidence, isDecisive: Bool) {
    gene = evidence.gene.symbol
    self.isDecisive = isDecisive
    let rules = evidence.gene.calling
    let namesNone = rules.requiredPositions.isEmpty && rules.tierOnePositions.isEmpty
    for (index, entry) in evidence.positions.enumerated() {
      if case .noData(.notOnAssembly) = entry { continue }
      if evidence.gene.positions[index].role == .ignored { continue }
      positions.add(entry)
      let isRequired = rules.requiredPositions.contains(index)
      let isTierOne = rules.tierOnePositions.contains(index)
      if isRequired { required.add(entry) }
      if isTierOne { tierOne.add(entry) }
      if namesNone || isRequired || isTierOne { core.add(entry) }
    }
  }

  /// Whether anything was seen of it.
  public var hasData: Bool { positions.observed > 0 }
}
