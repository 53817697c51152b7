/// How one thing in a knowledge base differs from an older edition of it: a gene, an allele, a rule.
public struct KnowledgeChange: Sendable, Hashable {
  /// What kind of thing it is, such as `gene` or `rule`.
  public var subject: String
  /// Its name among its kind, such as a symbol, or a rule's condition.
  public var name: String
  /// What happened to it.
  public var kind: Kind
  /// What it is, in short, for a thing added or removed; empty for a changed one.
  public var summary: String
  /// The values that differ.
  public var fields: [Field]
  /// What differs in the things it is made of.
  public var parts: [KnowledgeChange]

  /// What happened to a thing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Only the newer edition has it.
    case added
    /// Only the older edition has it.
    case removed
    /// Both have it, and it differs.
    case changed
  }

  /// A value that differs.
  public struct Field: Sendable, Hashable {
    /// The name of the value.
    public var label: String
    /// The older value as text; nil where there is none.
    public var old: String?
    /// The newer value as text; nil where there is none.
    public var new: String?
  }

  /// This change and all those within it, of one kind of thing.
  public func count(of subject: String, _ kind: Kind) -> Int {
    (self.subject == subject && self.kind == kind ? 1 : 0)
      + parts.map { $0.count(of: subject, kind) }.reduce(0, +)
  }
}
