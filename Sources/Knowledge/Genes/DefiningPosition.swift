public import Genome

/// A place in a gene whose allele takes part in defining haplotypes.
public struct DefiningPosition: Sendable, Hashable {
  /// The key other rows use: the dbSNP id, or the genomic HGVS name where there is none.
  public var id: String
  /// The dbSNP reference SNP id, if it has one.
  public var rsid: String?
  /// The genomic HGVS change on GRCh38, such as `g.94781859G>A`, without the accession.
  public var hgvs: String
  /// The alleles as VCF writes them, left-aligned with an anchor base for indels; the GRCh38
  /// reference allele comes first.
  public var alleles: [String]
  /// Where the position lies on GRCh38.
  public var grch38: Locus
  /// Where it lies on GRCh37; nil if it has no counterpart there.
  public var grch37: Locus?
  /// What the position is used for.
  public var role: Role

  /// A place on one assembly.
  public struct Locus: Sendable, Hashable {
    /// The 1-based coordinate of the first base of the alleles.
    public var position: Position
    /// The index into `alleles` of the one this assembly has; not 0 where assemblies differ.
    public var referenceIndex: Int
    /// The reference bases known around the position; nil for single-base changes.
    ///
    /// An indel written elsewhere in a repeat can be recognised with them, without a FASTA.
    public var context: SequenceContext?

    /// Makes a place on one assembly.
    public init(position: Position, referenceIndex: Int, context: SequenceContext? = nil) {
      self.position = position
      self.referenceIndex = referenceIndex
      self.context = context
    }
  }

  /// What a position is used for.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Tells haplotypes apart.
    case defining
    /// Listed by the source but left out of matching.
    case ignored
    /// Not part of any haplotype; reported because a guideline asks for it.
    case extra
  }

  /// Makes a defining position.
  public init(
    id: String, rsid: String?, hgvs: String, alleles: [String], grch38: Locus, grch37: Locus?,
    role: Role
  ) {
    self.id = id
    self.rsid = rsid
    self.hgvs = hgvs
    self.alleles = alleles
    self.grch38 = grch38
    self.grch37 = grch37
    self.role = role
  }

  /// Where the position lies on an assembly.
  public func locus(on assembly: Assembly) -> Locus? {
    switch assembly {
    case .grch38: grch38
    case .grch37: grch37
    }
  }
}

/// A known stretch of reference sequence.
public struct SequenceContext: Sendable, Hashable {
  /// The 1-based coordinate of the first base.
  public var start: Position
  /// The bases in upper case.
  public var bases: String

  /// Makes a stretch that starts at `start`.
  public init(start: Position, bases: String) {
    self.start = start
    self.bases = bases
  }
}
