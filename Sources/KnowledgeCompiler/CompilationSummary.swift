public import Knowledge

/// What a compilation wrote.
public struct CompilationSummary: Sendable {
  /// The path of the compiled file.
  public let output: String
  /// Its size in bytes.
  public let byteCount: Int
  /// The first 12 hexadecimal digits of the SHA-256 of the content.
  public let identity: String
  /// The date of the newest source.
  public let version: String
  /// What the file holds.
  public let content: KnowledgeContent
  /// What a curator should know.
  public let notes: [CurationFinding]

  /// The number of named haplotypes over all genes.
  public var alleleCount: Int { content.genes.map(\.alleles.count).reduce(0, +) }

  /// The number of rules over all drugs.
  public var ruleCount: Int {
    content.drugs.flatMap(\.guidelines).map(\.rules.count).reduce(0, +)
  }
}
