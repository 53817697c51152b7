/// An unphased genotype, known at every position, that several diplotypes of a gene give.
public struct SharedGenotype: Sendable, Hashable {
  /// The diplotypes that give it, two or more, in printing order.
  public var diplotypes: [Diplotype]
  /// The positions at which it is not twice the reference haplotype's allele, by position.
  public var sites: [Site]
  /// How many genotypes exactly these diplotypes give together.
  ///
  /// More than one only where a definition accepts several alleles at a position; the genotype in
  /// `sites` is the one nearest to the reference.
  public var genotypeCount: Int
  /// The positions at which those genotypes differ from each other (indices into the gene's
  /// positions).
  public var varying: [Int]

  /// The pairs of alleles that give it; several pairs may print as one diplotype.
  let pairs: [AllelePair]

  /// The genotype at one position.
  public struct Site: Sendable, Hashable {
    /// The index into the gene's positions.
    public var position: Int
    /// The lower index into the position's alleles.
    public var first: Int
    /// The higher index, or the same one; nil where a person has a single copy.
    public var second: Int?

    /// Whether the two alleles differ.
    public var isHeterozygous: Bool { second.map { $0 != first } ?? false }
  }
}
