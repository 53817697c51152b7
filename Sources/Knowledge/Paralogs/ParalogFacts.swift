public import Genome

/// How a gene and its paralog differ, and which rearrangements of the two are known.
///
/// All coordinates are 1-based GRCh38 unless a field names its assembly.
public struct ParalogFacts: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The paralog's symbol.
  public var paralog: String
  /// The contig both lie on.
  public var contig: Contig
  /// The gene with its surroundings.
  public var geneSequence: SequenceContext
  /// The paralog with its surroundings.
  public var paralogSequence: SequenceContext
  /// Sequences that resemble both and must not be taken for either.
  public var decoys: [SequenceContext]
  /// How the paralog lies on the gene.
  public var laid: LaidSequence
  /// The bases by which gene and paralog can be told apart.
  public var differences: [DifferingBase]
  /// The gene's stretch that is counted for copies: exons, introns and the promoter.
  public var body: ClosedRange<Int>
  /// Sequence only the paralog has, in the paralog's coordinates; copies that end like the
  /// paralog carry it.
  public var spacer: ClosedRange<Int>
  /// The haplotype that stands for a chromosome without the gene.
  public var deletion: String
  /// Known hybrid genes.
  public var hybrids: [HybridGene]
  /// Arrangements on one chromosome that are known to be common, as haplotype names.
  public var commonArrangements: [String]
  /// Where reads of gene and paralog are found, by assembly.
  public var readRegions: [Assembly: [GenomicInterval]]
  /// Stretches with two copies in nearly everyone, to measure the depth of one copy, by assembly.
  public var stableRegions: [Assembly: [GenomicInterval]]
  /// Where the facts come from.
  public var sources: [FactSource]

  /// Makes the facts of a pair.
  public init(
    gene: String, paralog: String, contig: Contig, geneSequence: SequenceContext,
    paralogSequence: SequenceContext, decoys: [SequenceContext] = [], laid: LaidSequence,
    differences: [DifferingBase],
    body: ClosedRange<Int>, spacer: ClosedRange<Int>, deletion: String, hybrids: [HybridGene],
    commonArrangements: [String], readRegions: [Assembly: [GenomicInterval]],
    stableRegions: [Assembly: [GenomicInterval]], sources: [FactSource]
  ) {
    self.gene = gene
    self.paralog = paralog
    self.contig = contig
    self.geneSequence = geneSequence
    self.paralogSequence = paralogSequence
    self.decoys = decoys
    self.laid = laid
    self.differences = differences
    self.body = body
    self.spacer = spacer
    self.deletion = deletion
    self.hybrids = hybrids
    self.commonArrangements = commonArrangements
    self.readRegions = readRegions
    self.stableRegions = stableRegions
    self.sources = sources
  }
}

/// A place where the paralog has another base than the gene in everyone, as far as is known.
public struct DifferingBase: Sendable, Hashable {
  /// The gene's coordinate, 1-based GRCh38.
  public var position: Int
  /// The gene's base on the forward strand.
  public var gene: String
  /// The paralog's coordinate, 1-based GRCh38.
  public var paralogPosition: Int
  /// The paralog's base on the forward strand.
  public var paralog: String

  /// Makes a differing base.
  public init(position: Int, gene: String, paralogPosition: Int, paralog: String) {
    self.position = position
    self.gene = gene
    self.paralogPosition = paralogPosition
    self.paralog = paralog
  }
}
