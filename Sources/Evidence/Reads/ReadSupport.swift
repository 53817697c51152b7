/// What the reads of one sample show at one position.
///
/// A fragment is counted once, also where both its mates cover the position.
public struct ReadSupport: Sendable, Hashable {
  /// Fragments that support one of the alleles; reads that can't tell are not among them.
  public var depth: Int
  /// The fragments behind each allele, the documented ones in their order, then others; alleles
  /// without any are left out.
  public var alleles: [AlleleReads]
  /// Fragments that reach the position but can't tell its alleles apart.
  public var uninformative: Int
  /// Fragments left out because their place or their base is too unsure.
  public var setAside: Int
  /// The mean base quality behind the counts, Phred-scaled.
  public var meanBaseQuality: Int
  /// The mean mapping quality behind the counts, Phred-scaled.
  public var meanMappingQuality: Int
  /// How sure the likeliest genotype is, Phred-scaled: -10 log10 of the chance of any other, at most
  /// 99.
  public var confidence: Int
  /// The likeliest genotype, whether or not it is sure enough; empty without reads.
  public var likeliest: [ObservedAllele]

  /// Makes a support without reads; the rest is filled in by whoever counted them.
  public init() {
    depth = 0
    alleles = []
    uninformative = 0
    setAside = 0
    meanBaseQuality = 0
    meanMappingQuality = 0
    confidence = 0
    likeliest = []
  }

  /// The fragments behind one allele of a position.
  public struct AlleleReads: Sendable, Hashable {
    /// The allele.
    public var allele: ObservedAllele
    /// Fragments on the forward strand.
    public var forward: Int
    /// Fragments on the reverse strand.
    public var reverse: Int

    /// Makes the count of one allele.
    public init(allele: ObservedAllele, forward: Int, reverse: Int) {
      self.allele = allele
      self.forward = forward
      self.reverse = reverse
    }

    /// Fragments on either strand.
    public var count: Int { forward + reverse }
  }

  /// The fragments behind an allele.
  public func count(of allele: ObservedAllele) -> Int {
    alleles.first { $0.allele == allele }?.count ?? 0
  }

  /// The share of the fragments behind an allele, 0 to 1; nil without any fragment.
  public func fraction(of allele: ObservedAllele) -> Double? {
    depth == 0 ? nil : Double(count(of: allele)) / Double(depth)
  }
}
