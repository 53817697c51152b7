/// Why a sample is not fit, or not fully fit, for pharmacogenomics.
public struct CheckReason: Sendable, Hashable {
  /// What is wrong, with its numbers.
  public var finding: Finding
  /// How much it weighs.
  public var weight: Weight

  /// Makes a reason.
  public init(_ finding: Finding, _ weight: Weight) {
    self.finding = finding
    self.weight = weight
  }

  /// How much a reason weighs.
  public enum Weight: String, Sendable, Hashable, CaseIterable {
    /// The sample can be used, within the limit.
    case limit
    /// The sample as a whole should not be used.
    case bar
  }

  /// A gene with its number of positions without data, of how many.
  public struct Shortfall: Sendable, Hashable {
    /// The gene symbol.
    public var gene: String
    /// Positions without data.
    public var missing: Int
    /// Positions looked for.
    public var total: Int

    /// Makes a shortfall.
    public init(gene: String, missing: Int, of total: Int) {
      self.gene = gene
      self.missing = missing
      self.total = total
    }
  }

  /// What is wrong, with its numbers; shares are 0 to 1.
  public enum Finding: Sendable, Hashable {
    /// No position has data.
    case nothingObserved(positions: Int)
    /// The file lists variants and says nothing of other positions.
    case variantsOnly(silent: Int, of: Int)
    /// Of the genes with data, these lack most of their core positions, mostly for this cause.
    case mostlyMissing(genes: [String], of: Int, cause: MissingCause)
    /// Genes have no data at all.
    case genesWithoutData(with: Int, of: Int, without: [String])
    /// Positions a laboratory test should cover have no data.
    case tierOneMissing([Shortfall])
    /// Genes with data lack many of their positions.
    case genesPartlyCovered([Shortfall])
    /// Records have REF bases that are not the assembly's.
    case referenceMismatch(disagreeing: Int, of: Int)
    /// Nothing shows the assembly.
    case assemblyAssumed
    /// Too many sites have a second allele that is too rare for a heterozygote.
    case skewedAlleles(skewed: Int, of: Int)
    /// Homozygous variants show reference reads.
    case foreignReads(share: Double, sites: Int)
    /// Positions of one allele show another, known one in a few reads, in several genes.
    case strayReads(sites: Int, of: Int, genes: Int)
    /// Reads are few.
    case lowDepth(mean: Double)
    /// Reads leave many positions thinly covered.
    case thinPositions(covered: Int, of: Int, depth: Int)
    /// Many reads are copies.
    case manyDuplicates(share: Double)
    /// The place of many reads is unsure.
    case unsurePlaces(share: Double)
    /// Reads contradict records.
    case recordsContradicted(positions: Int, of: Int)
    /// What was looked at does not tell the number of X chromosomes, on which these genes depend.
    case sexUnclear(source: String, genes: [String])
    /// Two sources show different numbers of X chromosomes: the sample may be another person's.
    case sexContradicted(xChromosomes: Int, source: String, other: Int, otherSource: String)
  }
}
