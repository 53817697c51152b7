public import Genome

/// A pharmacogene: where it varies, which haplotypes are named, and how a pair becomes a phenotype.
///
/// Everything that differs between genes is a field here; no code below or above names a gene.
public struct Gene: Sendable, Hashable {
  /// The HGNC symbol, such as the one a guideline prints.
  public var symbol: String
  /// The contig the gene lies on; nil for a gene known only from outside calls.
  public var contig: Contig?
  /// How many copies a person carries.
  public var inheritance: Inheritance
  /// The places that tell its haplotypes apart, ordered by GRCh38 coordinate.
  public var positions: [DefiningPosition]
  /// The named haplotypes, the reference one first.
  public var alleles: [NamedAllele]
  /// How the matcher treats this gene.
  public var calling: CallingRules
  /// How a diplotype becomes a phenotype.
  public var phenotyping: Phenotyping
  /// Where the facts come from.
  public var sources: [SourceReference]
  /// The weight of what is published on it, apart from guidelines; nil if nothing is graded.
  public var literature: LiteratureWeight?
  /// The HGNC id, such as `HGNC:2621`; empty if none is known.
  public var hgnc: String

  /// Makes a gene from its parts.
  public init(
    symbol: String, contig: Contig?, inheritance: Inheritance, positions: [DefiningPosition],
    alleles: [NamedAllele], calling: CallingRules, phenotyping: Phenotyping,
    sources: [SourceReference], literature: LiteratureWeight? = nil, hgnc: String = ""
  ) {
    self.symbol = symbol
    self.contig = contig
    self.inheritance = inheritance
    self.positions = positions
    self.alleles = alleles
    self.calling = calling
    self.phenotyping = phenotyping
    self.sources = sources
    self.literature = literature
    self.hgnc = hgnc
  }
}

/// How many copies of a gene a person carries.
public enum Inheritance: String, Sendable, Hashable, CaseIterable {
  /// Two copies in everyone.
  case autosomal
  /// Two copies with two X chromosomes, one (hemizygous) with one.
  case chromosomeX
  /// One mitochondrial haplotype, possibly mixed.
  case mitochondrial
}
