public import StarAlleles

/// How many X chromosomes a person has, and what shows it.
///
/// What the user states wins over the depth of reads, and that over genotypes; what disagrees with the
/// one that wins is kept as a contradiction.
public struct SexChromosomes: Sendable, Hashable {
  /// The number of X chromosomes; nil if nothing shows it.
  public let xCount: Int?
  /// What shows it; nil if nothing does.
  public let basis: SexBasis?
  /// What shows another number (the number, what shows it).
  public let contradictions: [Contradiction]

  /// A number of X chromosomes that is not the one that was taken.
  public struct Contradiction: Sendable, Hashable {
    /// The number it shows.
    public let xCount: Int
    /// What shows it.
    public let basis: SexBasis

    /// Makes a contradiction.
    public init(xCount: Int, basis: SexBasis) {
      self.xCount = xCount
      self.basis = basis
    }
  }

  /// A person's sex as the user states it.
  public enum Statement: String, Sendable, Hashable, CaseIterable {
    /// One X chromosome is expected.
    case male
    /// Two X chromosomes are expected.
    case female

    /// The X chromosomes expected.
    var xCount: Int {
      switch self {
      case .male: 1
      case .female: 2
      }
    }
  }

  /// Settles the number from all that is known.
  public init(stated: Statement? = nil, depth: SexDepth? = nil, genotypes: XGenotypes? = nil) {
    var all: [Contradiction] = []
    if let stated { all.append(Contradiction(xCount: stated.xCount, basis: .stated)) }
    if let depth, let count = depth.xCount {
      all.append(Contradiction(xCount: count, basis: .readDepth(x: depth.x, y: depth.y)))
    }
    if let genotypes, let count = genotypes.xCount {
      all.append(
        Contradiction(
          xCount: count,
          basis: .genotypes(heterozygous: genotypes.heterozygous, haploid: genotypes.haploid)))
    }
    xCount = all.first?.xCount
    basis = all.first?.basis
    contradictions = all.dropFirst().filter { $0.xCount != all.first?.xCount }
  }
}
