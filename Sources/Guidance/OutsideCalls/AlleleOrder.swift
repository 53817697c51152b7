import Knowledge
import StarAlleles

/// The order in which the two haplotypes of a diplotype are spelled.
enum AlleleOrder {
  /// Whether one name comes before another: single names before tandems, then natural order, in
  /// which runs of digits compare as numbers.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let (leftParts, rightParts) = (HaplotypeName.parts(left), HaplotypeName.parts(right))
    if (leftParts.count > 1) != (rightParts.count > 1) { return leftParts.count == 1 }
    for (one, other) in zip(leftParts, rightParts) where one != other {
      return isNaturallyBefore(bare(one), bare(other))
    }
    return leftParts.count < rightParts.count
  }

  private static func bare(_ text: String) -> Substring {
    Substring(text.filter { $0 != "[" && $0 != "]" })
  }

  private static func isNaturallyBefore(_ left: Substring, _ right: Substring) -> Bool {
    var (left, right) = (left, right)
    while let one = left.first, let other = right.first {
      if one.isNumber, other.isNumber {
        let (a, b) = (left.prefix(while: \.isNumber), right.prefix(while: \.isNumber))
        if let x = Int(a), let y = Int(b), x != y { return x < y }
        if a.count != b.count { return a.count < b.count }
        left = left.dropFirst(a.count)
        right = right.dropFirst(b.count)
        continue
      }
      if one != other { return one < other }
      left = left.dropFirst()
      right = right.dropFirst()
    }
    return left.isEmpty && !right.isEmpty
  }
}

extension Diplotype {
  /// One or two names in the order they are spelled: the reference first, then natural order.
  ///
  /// - Precondition: there are one or two names.
  init(ordering names: [String], in gene: Gene) {
    precondition((1...2).contains(names.count), "a diplotype has one or two haplotypes")
    let reference = gene.alleles.first?.name
    let ordered =
      names.count == 1
      ? names
      : names.sorted { left, right in
        if (left == reference) != (right == reference) { return left == reference }
        return AlleleOrder.precedes(left, right)
      }
    self.init(first: ordered[0], second: ordered.count == 2 ? ordered[1] : nil)
  }
}
