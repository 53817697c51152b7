/// One `##contig` line of a header.
public struct HeaderContig: Sendable, Hashable {
  /// The name records use.
  public var name: String
  /// The length in bases, if given.
  public var length: Int?
  /// The text of `assembly=`, if given.
  public var assembly: String?

  /// A contig as the header describes it.
  public init(name: String, length: Int? = nil, assembly: String? = nil) {
    self.name = name
    self.length = length
    self.assembly = assembly
  }
}
