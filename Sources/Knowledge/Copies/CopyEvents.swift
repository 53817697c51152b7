public import Genome

/// Deletions, duplications and hybrids of one gene that read depth can show.
public struct CopyEvents: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// How often another number of copies than two is met.
  public var occurrence: Occurrence
  /// The name of a haplotype that has the gene, where variants can't name it; nil where they can.
  public var presentAllele: String?
  /// The stretches whose depth is measured, in the order of the gene's exons.
  public var intervals: [Interval]
  /// The haplotypes that change the depth.
  public var events: [Event]
  /// What depth can't tell of this gene, in a few words; nil if there is nothing to add.
  public var limits: String?
  /// Where the facts come from.
  public var sources: [FactSource]

  /// How often another number of copies than two is met; sets how much evidence it takes.
  public enum Occurrence: String, Sendable, Hashable, CaseIterable {
    /// In at least one person of a hundred in some population.
    case common
    /// In fewer.
    case rare
  }

  /// A stretch of the gene whose depth is measured.
  public struct Interval: Sendable, Hashable {
    /// What it holds, as in `exons 1 to 4`.
    public var name: String
    /// Where it lies on GRCh38; nil if the primary assembly lacks it.
    public var grch38: GenomicInterval?
    /// Where it lies on GRCh37; nil if the primary assembly lacks it.
    public var grch37: GenomicInterval?
    /// Where GRCh38 has it beside its chromosomes, if these lack it.
    public var grch38Alternate: AlternateInterval?

    /// Makes a stretch.
    public init(
      name: String, grch38: GenomicInterval?, grch37: GenomicInterval?,
      grch38Alternate: AlternateInterval? = nil
    ) {
      self.name = name
      self.grch38 = grch38
      self.grch37 = grch37
      self.grch38Alternate = grch38Alternate
    }

    /// Where it lies on an assembly.
    public func interval(on assembly: Assembly) -> GenomicInterval? {
      switch assembly {
      case .grch38: grch38
      case .grch37: grch37
      }
    }

    /// Where an assembly has it beside its chromosomes; nil if they have it themselves.
    public func alternate(on assembly: Assembly) -> AlternateInterval? {
      switch assembly {
      case .grch38: grch38 == nil ? grch38Alternate : nil
      case .grch37: nil
      }
    }
  }

  /// A haplotype with more or fewer copies of some interval than one.
  public struct Event: Sendable, Hashable {
    /// What happened to the gene.
    public var kind: Kind
    /// The haplotype's name; nil if none is given to it, and for a duplication, whose name is that
    /// of the haplotype it doubles.
    public var allele: String?
    /// For a hybrid the copies of each interval; empty for the other kinds.
    public var copies: [Int]

    /// What can happen to a gene.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// No interval is left.
      case wholeDeletion
      /// Some neighbouring intervals are missing, whichever they are.
      case partialDeletion
      /// Every interval is there twice or more on one chromosome.
      case wholeDuplication
      /// A recombination with a neighbour changes the intervals as `copies` says.
      case hybrid
    }

    /// Makes an event.
    public init(kind: Kind, allele: String?, copies: [Int] = []) {
      self.kind = kind
      self.allele = allele
      self.copies = copies
    }
  }

  /// Makes the events of a gene.
  public init(
    gene: String, occurrence: Occurrence, presentAllele: String? = nil, intervals: [Interval],
    events: [Event], limits: String? = nil, sources: [FactSource] = []
  ) {
    self.gene = gene
    self.occurrence = occurrence
    self.presentAllele = presentAllele
    self.intervals = intervals
    self.events = events
    self.limits = limits
    self.sources = sources
  }
}
