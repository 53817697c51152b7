internal import Evidence
public import Knowledge
public import StarAlleles

/// How large a part of the mitochondria carries a variant, as reads show it.
public enum MitochondrialShare {
  /// The share of the fragments from which a variant is told.
  private static let leastShare = 0.02
  /// The fewest fragments that tell of a variant.
  private static let leastFragments = 3

  /// The call of a gene of the mitochondrion with a remark on each listed variant that reads show;
  /// calls of other genes, and those without reads, as they are.
  public static func noted(_ call: GeneCall, inheritance: Inheritance) -> GeneCall {
    guard inheritance == .mitochondrial, call.status != .outside else { return call }
    var result = call
    for (position, evidence) in call.evidence.enumerated() {
      guard let support = evidence.readSupport, support.depth > 0 else { continue }
      for reads in support.alleles {
        guard case .documented(let allele) = reads.allele, allele > 0,
          reads.count >= leastFragments,
          Double(reads.count) >= leastShare * Double(support.depth)
        else { continue }
        result.notes.removeAll { $0 == .variantSetAside(position: position) }
        result.notes.append(
          .mitochondrialShare(
            position: position, allele: allele, count: reads.count, depth: support.depth))
      }
    }
    return result
  }
}

extension PositionEvidence {
  /// What reads show there, whether or not it was enough.
  fileprivate var readSupport: ReadSupport? {
    switch self {
    case .noData(let reason): reason.readSupport
    case .observed(let value):
      switch value.basis {
      case .reads(let support), .recordAndReads(_, let support): support
      case .record, .referenceBlock, .callableRegion, .assumedReference: nil
      }
    }
  }
}
