/// How common a gene's alleles, phenotypes and variants are, by population.
public struct GeneFrequencies: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// Haplotype names, such as `*2`.
  public var alleles: [Frequency]
  /// Phenotypes or activity scores.
  public var phenotypes: [Frequency]
  /// Variants, spelled `rs… allele`.
  public var variants: [Frequency]

  /// How common one thing is in one population.
  public struct Frequency: Sendable, Hashable {
    /// The allele, phenotype or variant.
    public var name: String
    /// The biogeographical group, or `global`.
    public var population: String
    /// The share of chromosomes (alleles, variants) or of people (phenotypes), 0 to 1.
    public var share: Double

    /// Makes a frequency.
    public init(name: String, population: String, share: Double) {
      self.name = name
      self.population = population
      self.share = share
    }
  }

  /// Makes the frequencies of a gene.
  public init(
    gene: String, alleles: [Frequency] = [], phenotypes: [Frequency] = [],
    variants: [Frequency] = []
  ) {
    self.gene = gene
    self.alleles = alleles
    self.phenotypes = phenotypes
    self.variants = variants
  }
}
