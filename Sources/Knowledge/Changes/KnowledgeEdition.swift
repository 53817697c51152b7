/// All that a knowledge base holds, decoded, for comparison with another edition of it.
public struct KnowledgeContent: Sendable {
  /// The file or folder it was read from.
  public var path: String
  /// The first 12 hexadecimal digits of the SHA-256 of the content.
  public var identity: String
  /// The date of the newest source.
  public var version: String
  /// The genes by symbol.
  public var genes: [Gene]
  /// The drugs by id.
  public var drugs: [Drug]
  /// The sources.
  public var sources: [SourceReference]

  /// Makes a content; genes and drugs are put in order.
  public init(
    path: String, identity: String, version: String, genes: [Gene], drugs: [Drug],
    sources: [SourceReference]
  ) {
    self.path = path
    self.identity = identity
    self.version = version
    self.genes = genes.sorted { $0.symbol < $1.symbol }
    self.drugs = drugs.sorted { $0.id < $1.id }
    self.sources = sources
  }

  /// Decodes all of a compiled knowledge base.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.init(
      path: knowledge.path, identity: knowledge.identity, version: knowledge.version,
      genes: try knowledge.allGenes(), drugs: try knowledge.allDrugs(),
      sources: knowledge.sources)
  }
}
