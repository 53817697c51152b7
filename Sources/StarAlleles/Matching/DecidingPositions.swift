extension MatchingTable {
  /// Which missing positions would tell the remaining haplotypes apart, the most telling first.
  ///
  /// A position splits the haplotypes still possible into classes by the allele they need there;
  /// the expected number left after testing it is the sum of squares over the total.
  func decidingPositions(
    missing: [Int], candidates: [Int], atMost limit: Int = 5
  ) -> [Int] {
    guard candidates.count > 1 else { return [] }
    let ranked = missing.compactMap { position -> (position: Int, left: Int)? in
      var classes: [UInt16: Int] = [:]
      for allele in candidates { classes[required(allele, at: position), default: 0] += 1 }
      guard classes.count > 1 else { return nil }
      return (position, classes.values.map { $0 * $0 }.reduce(0, +))
    }
    return ranked.sorted { ($0.left, $0.position) < ($1.left, $1.position) }
      .prefix(limit).map(\.position)
  }
}
