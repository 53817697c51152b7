/// One edition of the knowledge base, decoded, for comparison with another.
public struct KnowledgeEdition: Sendable {
  /// The file or folder it was read from.
  public var path: String
  /// The first 12 hexadecimal digits of the SHA-256 of the content.
  public var identity: String
  /// The date of the newest source.
  public var version: String
  /// All that it holds.
  public var content: KnowledgeContent

  /// Makes an edition.
  public init(path: String, identity: String, version: String, content: KnowledgeContent) {
    self.path = path
    self.identity = identity
    self.version = version
    self.content = content
  }

  /// Decodes all of a compiled knowledge base.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.init(
      path: knowledge.path, identity: knowledge.identity, version: knowledge.version,
      content: try knowledge.content())
  }
}
