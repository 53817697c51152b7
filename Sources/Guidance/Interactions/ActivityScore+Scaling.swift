import Knowledge

extension ActivityScore {
  /// The value without a needless fraction: `0`, `0.5`, `1`.
  var factor: String { Self.shown(tenThousandths: hundredths * 100) }

  /// The exact product with a factor in hundredths, as text.
  func times(_ factor: Int) -> String {
    let bound = isLowerBound && factor > 0 ? "≥" : ""
    return bound + Self.shown(tenThousandths: hundredths * factor)
  }

  private static func shown(tenThousandths: Int) -> String {
    let whole = tenThousandths / 10_000
    var digits = "\(tenThousandths % 10_000 + 10_000)".dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
  }
}

extension GenePhenotyper {
  /// The score under which a product of a score and a factor is looked up.
  ///
  /// Products can fall between the scores a table lists. One above 0 is never looked up as 0; otherwise
  /// the nearer listed score holds, the lower of two as near.
  func placed(tenThousandths: Int, _ isLowerBound: Bool) -> ActivityScore {
    let isBound = isLowerBound && tenThousandths > 0
    let exact = ActivityScore(
      hundredths: (tenThousandths + 50) / 100, isLowerBound: isBound)
    guard case .activityScore(let rules) = gene.phenotyping, !isBound else { return exact }
    let isListed = rules.contains { rule in
      tenThousandths >= rule.range.lowest * 100
        && tenThousandths <= (rule.range.highest ?? Int.max / 200) * 100
    }
    if isListed { return exact }
    let ends = rules.flatMap { [$0.range.lowest, $0.range.highest].compactMap(\.self) }
      .filter { $0 > 0 || tenThousandths == 0 }
    let nearest = ends.min { left, right in
      let (one, other) = (abs(left * 100 - tenThousandths), abs(right * 100 - tenThousandths))
      return one != other ? one < other : left < right
    }
    return nearest.map { ActivityScore(hundredths: $0) } ?? exact
  }
}
