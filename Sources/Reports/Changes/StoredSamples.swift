/// What a new edition changes for a set of stored results.
public struct StoredSamples: Sendable, Hashable {
  /// How many samples were looked up.
  public var count = 0
  /// The samples for which something changes, in the order they were read.
  public var changes: [SampleChange] = []
  /// Genes with results whose haplotypes the editions define or call otherwise.
  public var redefinedGenes: Set<String> = []
  /// Files that neither of the two editions made.
  public var strangers: [String] = []

  /// Starts with none.
  public init() {}
}
