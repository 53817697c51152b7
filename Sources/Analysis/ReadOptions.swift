public import Evidence

/// The reads a user gave, and how to take them.
public struct ReadOptions: Sendable {
  /// A BAM or CRAM file with its index beside it.
  public var path: String
  /// The FASTA a CRAM was made with, which also widens what is known around insertions and deletions.
  public var reference: String?
  /// What counts as data.
  public var policy = ReadPolicy()
  /// What is known of copies and hybrids.
  public var facts: StructureFacts

  /// Reads of a file under the default policy.
  public init(path: String, reference: String? = nil, facts: StructureFacts = .init()) {
    self.path = path
    self.reference = reference
    self.facts = facts
  }
}
