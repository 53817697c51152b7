/// What a compilation wrote.
public struct CompilationSummary: Sendable, Hashable {
  /// The path of the compiled file.
  public let output: String
  /// Its size in bytes.
  public let byteCount: Int
  /// The first 12 hexadecimal digits of the SHA-256 of the content.
  public let identity: String
  /// The date of the newest source.
  public let version: String
  /// The number of genes.
  public let geneCount: Int
  /// The number of named haplotypes over all genes.
  public let alleleCount: Int
  /// The number of drugs.
  public let drugCount: Int
  /// The number of rules over all drugs.
  public let ruleCount: Int
  /// What a curator should know.
  public let notes: [CurationFinding]
}
