/// The order in which haplotype names are printed: the reference first, single names before
/// combinations, numbers by value (`*2` before `*10`).
public struct HaplotypeOrder: Sendable {
  private let reference: String

  /// Makes the order for a gene with this reference haplotype.
  public init(reference: String) {
    self.reference = reference
  }

  /// Whether the left name comes first; a strict total order on distinct names.
  public func precedes(_ left: String, _ right: String) -> Bool {
    if left == right { return false }
    if left == reference { return true }
    if right == reference { return false }
    let (leftParts, rightParts) = (left.componentCount, right.componentCount)
    if leftParts != rightParts { return leftParts < rightParts }
    return left.naturallyPrecedes(right)
  }

  /// A diplotype with its names in order.
  public func diplotype(_ one: String, _ other: String) -> Diplotype {
    precedes(other, one)
      ? Diplotype(first: other, second: one) : Diplotype(first: one, second: other)
  }

  /// Whether the left diplotype comes first, by its first name, then its second.
  public func precedes(_ left: Diplotype, _ right: Diplotype) -> Bool {
    if left.first != right.first { return precedes(left.first, right.first) }
    return switch (left.second, right.second) {
    case (let one?, let other?): precedes(one, other)
    case (nil, .some): true
    default: false
    }
  }
}

extension String {
  /// How many haplotypes a combination such as `[*2 + *3]` joins; 1 for a single name.
  fileprivate var componentCount: Int {
    guard hasPrefix("[") else { return 1 }
    return split(separator: " + ").count
  }

  /// Compares runs of digits by value and everything else by character.
  fileprivate func naturallyPrecedes(_ other: String) -> Bool {
    var left = utf8[...]
    var right = other.utf8[...]
    while let a = left.first, let b = right.first {
      if a.isDigit, b.isDigit {
        let one = left.prefix(while: \.isDigit)
        let two = right.prefix(while: \.isDigit)
        left = left.dropFirst(one.count)
        right = right.dropFirst(two.count)
        let (m, n) = (one.drop { $0 == UInt8(ascii: "0") }, two.drop { $0 == UInt8(ascii: "0") })
        if m.count != n.count { return m.count < n.count }
        if !m.elementsEqual(n) { return m.lexicographicallyPrecedes(n) }
        if one.count != two.count { return one.count < two.count }
      } else if a == b {
        left = left.dropFirst()
        right = right.dropFirst()
      } else {
        return a < b
      }
    }
    return left.isEmpty && !right.isEmpty
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
