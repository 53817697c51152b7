/// The two alleles of an unphased genotype at one position, packed; order means nothing.
///
/// A position has at most sixteen alleles, so two of them take a byte.
struct UnorderedAlleles: Sendable, Hashable, Comparable {
  private let packed: UInt8

  /// Packs two indices into `DefiningPosition.alleles`.
  init(_ one: Int, _ other: Int) {
    packed = UInt8(min(one, other)) << 4 | UInt8(max(one, other))
  }

  /// The lower index.
  var low: Int { Int(packed >> 4) }
  /// The higher index.
  var high: Int { Int(packed & 15) }

  /// How many of the two differ from an allele.
  func departures(from allele: Int) -> Int { (low == allele ? 0 : 1) + (high == allele ? 0 : 1) }

  static func < (left: UnorderedAlleles, right: UnorderedAlleles) -> Bool {
    left.packed < right.packed
  }
}

extension UInt16 {
  /// The indices of the alleles a mask accepts, in order.
  var acceptedAlleles: [Int] { (0..<16).filter { self >> UInt16($0) & 1 == 1 } }
}
