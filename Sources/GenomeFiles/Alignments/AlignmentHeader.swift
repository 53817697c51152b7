/// What the header of an alignment file says about samples, reference and order.
public struct AlignmentHeader: Sendable, Hashable {
  /// The `@SQ` lines in order.
  public var contigs: [HeaderContig]
  /// The sample names (`SM`) of the `@RG` lines, each once, in order.
  public var samples: [String]
  /// The texts that may name an assembly: `AS` and `UR` of `@SQ`, the command lines of `@PG`.
  public var referenceTexts: [String]
  /// Whether `@HD` says that records are sorted by place; nil if it says nothing of the order.
  public var isSorted: Bool?
  /// The platforms (`PL`) of the `@RG` lines, each once, in upper case.
  public var platforms: [String]

  /// A header with the given content.
  public init(
    contigs: [HeaderContig], samples: [String] = [], referenceTexts: [String] = [],
    isSorted: Bool? = nil, platforms: [String] = []
  ) {
    self.contigs = contigs
    self.samples = samples
    self.referenceTexts = referenceTexts
    self.isSorted = isSorted
    self.platforms = platforms
  }
}
