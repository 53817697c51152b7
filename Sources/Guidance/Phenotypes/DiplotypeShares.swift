public import Knowledge
public import StarAlleles

/// How common each of some diplotypes is among people, from the shares of their alleles.
///
/// Two copies are taken to be drawn independently (Hardy–Weinberg proportions), so the figures rank
/// what fits the data; they are no probability for one person.
public struct DiplotypeShares {
  private let shares: [String: [String: Double]]

  /// Makes the shares of a gene, by population and allele.
  public init(_ frequencies: GeneFrequencies) {
    var shares: [String: [String: Double]] = [:]
    for allele in frequencies.alleles {
      shares[allele.population, default: [:]][allele.name] = allele.share
    }
    self.shares = shares
  }

  /// The populations with figures, sorted.
  public var populations: [String] { shares.keys.sorted() }

  /// The expected share of people with a diplotype, 0 to 1; nil if an allele has no figure there.
  public func share(of diplotype: Diplotype, in population: String) -> Double? {
    let known = shares[population] ?? [:]
    guard let first = known[diplotype.first] else { return nil }
    guard let second = diplotype.second else { return first }
    guard let other = known[second] else { return nil }
    return diplotype.first == second ? first * other : 2 * first * other
  }

  /// For each population in which they differ, the diplotypes with their share of all of them
  /// together, the commonest first; diplotypes without a figure are left out.
  public func ranking(of diplotypes: [Diplotype]) -> [(population: String, ranked: [Ranked])] {
    populations.compactMap { population in
      let known = diplotypes.compactMap { diplotype in
        share(of: diplotype, in: population).map { Ranked(diplotype: diplotype, share: $0) }
      }
      let sum = known.map(\.share).reduce(0, +)
      guard known.count > 1, sum > 0 else { return nil }
      let ranked = known.map { Ranked(diplotype: $0.diplotype, share: $0.share / sum) }
        .sorted { $0.share > $1.share }
      return (population, ranked)
    }
  }

  /// A diplotype with a share.
  public struct Ranked: Sendable, Hashable {
    /// The diplotype.
    public let diplotype: Diplotype
    /// Its share, 0 to 1.
    public let share: Double
  }
}
