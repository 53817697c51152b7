/// How the matcher treats one gene; each field is data in the gene's file.
public struct CallingRules: Sendable, Hashable {
  /// What kind of answer the gene gets from variants.
  public var method: Method
  /// Positions (indices into `Gene.positions`) without which nothing is called.
  public var requiredPositions: [Int]
  /// Whether an allele no definition lists counts as the reference (with a note), rather than
  /// leaving the gene uncalled.
  public var undocumentedCountsAsReference: Bool
  /// For unphased data: groups of diplotypes with the same genotype, the preferred one first.
  public var unphasedPriorities: [[String]]
  /// A haplotype pair read off one position when no diplotype fits.
  public var fallback: Fallback?
  /// Two sites in near-complete linkage that name one haplotype.
  public var linkedPair: LinkedPair?
  /// Positions a laboratory test should cover at the least (AMP tier 1).
  public var tierOnePositions: [Int]
  /// Copy-number bins: allele names that exist as `NAMEx≥K`, with K.
  public var copyNumberCaps: [String: Int]
  /// The allele functions, the most severe first; empty if the method does not need them.
  ///
  /// Tells which haplotypes are the least functional where alleles have no activity value.
  public var functionOrder: [String]
  /// Programs that call this gene alone and do not name it in what they write.
  public var outsideCallers: [String]
  /// Names of an older nomenclature, and what each is called today.
  public var spellings: [String: String]
  /// For a gene whose variants can't settle it: why not, in a few words; nil otherwise.
  public var caveat: String?
  /// For a gene that is called only when asked for by name: why, in a few words; nil otherwise.
  public var onRequest: String?

  /// What kind of answer a gene gets from variants.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Pairs of named haplotypes, best-scoring first.
    case diplotype
    /// Components, the two least functional of which decide (DPYD, RYR1 style).
    case lowestFunction
    /// Variants narrow it down, but copy number or structure is needed for a call.
    case structural
    /// Each position is reported with its genotype; there are no haplotypes.
    case variants
    /// Only an outside call can name it (HLA style).
    case outsideOnly
  }

  /// A rule that reads a haplotype off a single position.
  public struct Fallback: Sendable, Hashable {
    /// The index into `Gene.positions`.
    public var position: Int
    /// The haplotype name for each index into the position's `alleles`.
    public var haplotypes: [String]

    /// Makes a fallback.
    public init(position: Int, haplotypes: [String]) {
      self.position = position
      self.haplotypes = haplotypes
    }
  }

  /// Two linked sites, one causal and one that tags it, as in DPYD HapB3.
  public struct LinkedPair: Sendable, Hashable {
    /// The causal position (index into `Gene.positions`).
    public var causal: Int
    /// The tagging position (index into `Gene.positions`).
    public var tag: Int
    /// The haplotype that carries both.
    public var both: String
    /// The haplotype that carries the causal site alone.
    public var causalOnly: String

    /// Makes a linked pair.
    public init(causal: Int, tag: Int, both: String, causalOnly: String) {
      self.causal = causal
      self.tag = tag
      self.both = both
      self.causalOnly = causalOnly
    }
  }

  /// Makes calling rules; all but the method default to none.
  public init(
    method: Method, requiredPositions: [Int] = [], undocumentedCountsAsReference: Bool = false,
    unphasedPriorities: [[String]] = [], fallback: Fallback? = nil, linkedPair: LinkedPair? = nil,
    tierOnePositions: [Int] = [], copyNumberCaps: [String: Int] = [:],
    functionOrder: [String] = [], outsideCallers: [String] = [], spellings: [String: String] = [:],
    caveat: String? = nil, onRequest: String? = nil
  ) {
    self.method = method
    self.requiredPositions = requiredPositions
    self.undocumentedCountsAsReference = undocumentedCountsAsReference
    self.unphasedPriorities = unphasedPriorities
    self.fallback = fallback
    self.linkedPair = linkedPair
    self.tierOnePositions = tierOnePositions
    self.copyNumberCaps = copyNumberCaps
    self.functionOrder = functionOrder
    self.outsideCallers = outsideCallers
    self.spellings = spellings
    self.caveat = caveat
    self.onRequest = onRequest
  }
}
