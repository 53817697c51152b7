public import Evidence
public import Knowledge

/// What a sample's evidence says of one gene.
public struct GeneCall: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// Whether there is an answer, and of what kind.
  public var status: Status
  /// The top-ranked diplotypes; several when they rank equally.
  public var diplotypes: [Diplotype]
  /// The components seen, where no diplotype can be stated.
  public var components: [String]
  /// Every diplotype that no observed position contradicts.
  public var compatible: [Diplotype]
  /// The diplotypes used to look the phenotype up; the top-ranked ones, unless a rule of the gene
  /// infers others.
  public var lookup: [Diplotype]
  /// Whether `lookup` was inferred by a rule rather than called.
  public var isLookupInferred: Bool
  /// Whether every heterozygous position is phased with every other.
  public var isPhased: Bool
  /// What was said of the gene by an outside call: phenotype and activity score, if any.
  public var stated: StatedResult?
  /// The programs an outside call came from, with their versions where known; empty for a table.
  public var statedBy: [String]
  /// Defining positions with no data, as indices into the gene's positions.
  public var missing: [Int]
  /// The missing positions that would settle the choice, the most telling first, as indices.
  public var deciding: [Int]
  /// Remarks a reader needs.
  public var notes: [CallNote]
  /// What was seen at each position, for the chain of evidence; empty for an outside call.
  public var evidence: [PositionEvidence]
  /// What reads say of the phase of the heterozygous positions; nil if none were looked at.
  public var readPhase: ReadPhase?
  /// What the reads say of copies and hybrids; nil if they were not asked.
  public var structure: StructureFinding?

  /// Whether there is an answer, and of what kind.
  public enum Status: Sendable, Hashable {
    /// One top-ranked answer.
    case called
    /// Several top-ranked answers.
    case ambiguous
    /// No answer, and why.
    case notCalled(NotCalledReason)
    /// The answer came from outside.
    case outside
  }

  /// A result an outside call states besides, or in place of, a diplotype.
  public struct StatedResult: Sendable, Hashable {
    /// The phenotype in the standard term.
    public var phenotype: String?
    /// The activity score.
    public var activityScore: ActivityScore?

    /// Makes a stated result.
    public init(phenotype: String?, activityScore: ActivityScore?) {
      self.phenotype = phenotype
      self.activityScore = activityScore
    }
  }

  /// Makes a call without an answer; the rest is filled in by the caller that knows it.
  public init(gene: String, status: Status) {
    self.gene = gene
    self.status = status
    diplotypes = []
    components = []
    compatible = []
    lookup = []
    isLookupInferred = false
    isPhased = false
    stated = nil
    statedBy = []
    missing = []
    deciding = []
    notes = []
    evidence = []
    structure = nil
  }
}

/// Why a gene has no call.
public enum NotCalledReason: Sendable, Hashable {
  /// No position of the gene has data.
  case noData
  /// A position the gene can't do without has no data (indices into the gene's positions).
  case requiredPositionMissing([Int])
  /// A genotype is half missing (indices into the gene's positions).
  case halfCall([Int])
  /// No combination of named haplotypes explains what was seen.
  case noMatch
  /// Variants alone can't settle this gene; the gene's own caveat says why.
  case needsStructure(String)
  /// Only an outside call can name this gene's alleles.
  case needsOutsideCall
  /// An outside call says that the laboratory could not call it.
  case outsideNoCall
}

/// A remark on a call.
public enum CallNote: Sendable, Hashable {
  /// An allele no definition lists was seen (position index, allele) and counted as the reference.
  case undocumentedCountedAsReference(position: Int, allele: String)
  /// A variant was seen here but not used: it failed a filter or a quality threshold, or its reads
  /// contradict it (position index).
  case variantSetAside(position: Int)
  /// Half a genotype is missing at these positions; that chromosome was read without them, so its
  /// function may be lower than stated (position indices).
  case halfCallsLeftOut([Int])
  /// An allele no definition lists was seen (position index, allele).
  case undocumented(position: Int, allele: String)
  /// One of several diplotypes with the same genotype was preferred by the gene's priority list.
  case prioritised(over: [Diplotype])
  /// The tag of a linked pair was seen without its causal site (position indices).
  case linkedTagWithoutCausal(causal: Int, tag: Int)
  /// The haplotype was read off one position because no diplotype fits (position index).
  case inferredFromPosition(Int)
  /// The number of copies was binned (`*1x3` to `*1x≥3`).
  case copyNumberBinned(from: String, to: String)
  /// An outside call replaced what the variants say.
  case outsideReplacesVariants(Diplotype?)
  /// The outside call names an allele the knowledge base does not have.
  case unknownOutsideAllele(String)
  /// What a program says of its own call, as the end of a sentence of which it is the subject.
  case outsideMark(caller: String, mark: String)
  /// How many of the reads show a variant of the mitochondrion (position index, index of the allele,
  /// the fragments that show it, those that show any).
  case mitochondrialShare(position: Int, allele: Int, count: Int, depth: Int)
  /// Two X chromosomes can't be told from one: the calls are homozygous in a diploid spelling.
  case hemizygosityUncertain
  /// The outside call's parts disagree (what was stated, what the knowledge base derives).
  case statedDisagrees(stated: String, derived: String)
  /// Read depth was looked at for other numbers of copies.
  case copies(CopyNote)
  /// The number of X chromosomes says how many copies there are (their number, what shows it).
  case xChromosomes(Int, SexBasis)
  /// What was seen of the gene speaks against the number of X chromosomes (their number, what shows
  /// it, position indices), so it was not used.
  case xChromosomesContradicted(Int, SexBasis, positions: [Int])
}
