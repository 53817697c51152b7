public import Genome

/// What the reads say of the number, kind and arrangement of a gene's copies.
public struct StructureFinding: Sendable, Hashable {
  /// The copies of the top-ranked answer, each kind with its number; the paralog is among them where
  /// it could be counted.
  public var copies: [Copies]
  /// Every arrangement of both chromosomes that fits, the most likely first.
  public var arrangements: [Arrangement]
  /// What the answer rests on.
  public var evidence: Evidence
  /// Why there are several arrangements, or none; nil for a single one.
  public var reason: String?

  /// Copies of one kind.
  public struct Copies: Sendable, Hashable {
    /// The haplotype, or the paralog's symbol.
    public var name: String
    /// How many there are.
    public var count: Int

    /// Makes a count.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A diplotype and its share of all that fits.
  public struct Arrangement: Sendable, Hashable {
    /// The diplotype.
    public var diplotype: Diplotype
    /// Its posterior probability among the arrangements considered, 0 to 1.
    public var probability: Double

    /// Makes an arrangement.
    public init(diplotype: Diplotype, probability: Double) {
      self.diplotype = diplotype
      self.probability = probability
    }
  }

  /// What an answer rests on.
  public struct Evidence: Sendable, Hashable {
    /// Reads laid on gene or paralog.
    public var reads: Int
    /// Whether most of them are long ones.
    public var isLongRead: Bool
    /// The depth of the stable stretches (both copies together); nil if it can't be measured.
    public var stableDepth: Double?
    /// Copies of gene, paralog and hybrids together by depth; nil if it can't be measured.
    public var totalCopies: Double?
    /// Copies followed by the sequence that only the paralog has, by depth; nil if unmeasured.
    public var spacerCopies: Double?
    /// Copies of the gene's own sequence along the gene.
    public var regions: [RegionCopies]

    /// Makes evidence.
    public init(
      reads: Int, isLongRead: Bool, stableDepth: Double?, totalCopies: Double?,
      spacerCopies: Double?, regions: [RegionCopies]
    ) {
      self.reads = reads
      self.isLongRead = isLongRead
      self.stableDepth = stableDepth
      self.totalCopies = totalCopies
      self.spacerCopies = spacerCopies
      self.regions = regions
    }
  }

  /// A stretch within which gene and paralog differ, and whose bases the fragments show.
  public struct RegionCopies: Sendable, Hashable {
    /// The stretch, in GRCh38 coordinates of the gene.
    public var interval: GenomicInterval
    /// Fragments with the gene's bases.
    public var geneFragments: Int
    /// Fragments with the paralog's bases.
    public var paralogFragments: Int
    /// Copies of the gene's sequence: the share of its bases times all copies; nil if unmeasured.
    public var geneCopies: Double?

    /// Makes a region.
    public init(
      interval: GenomicInterval, geneFragments: Int, paralogFragments: Int, geneCopies: Double?
    ) {
      self.interval = interval
      self.geneFragments = geneFragments
      self.paralogFragments = paralogFragments
      self.geneCopies = geneCopies
    }
  }

  /// Makes a finding.
  public init(
    copies: [Copies], arrangements: [Arrangement], evidence: Evidence, reason: String? = nil
  ) {
    self.copies = copies
    self.arrangements = arrangements
    self.evidence = evidence
    self.reason = reason
  }
}
