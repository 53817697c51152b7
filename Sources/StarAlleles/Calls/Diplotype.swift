/// A pair of haplotype names, or one where the person has a single copy.
public struct Diplotype: Sendable, Hashable {
  /// The haplotype that sorts first: the reference, then natural order.
  public var first: String
  /// The other haplotype; nil for a single copy.
  public var second: String?

  /// Makes a diplotype as given; the caller orders the names.
  public init(first: String, second: String?) {
    self.first = first
    self.second = second
  }

  /// The names, one or two.
  public var haplotypes: [String] { second.map { [first, $0] } ?? [first] }
}

extension Diplotype: CustomStringConvertible {
  /// Spelled `*1/*2`, or `*2` alone.
  public var description: String { second.map { "\(first)/\($0)" } ?? first }
}
