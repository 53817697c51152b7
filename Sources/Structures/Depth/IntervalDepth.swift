internal import Genome

/// How deep a stretch is covered, in copies.
public struct IntervalDepth: Sendable, Hashable {
  /// The depth over that of one copy, in windows where reads have a sure place.
  public let copies: Double
  /// The standard error of `copies`.
  public let standardError: Double
  /// The bases in windows where reads have a sure place.
  public let clearBases: Int
  /// Whether depth steps within the stretch, as at the end of a deletion inside it.
  public let isUneven: Bool
  /// The independent molecules that two copies would give.
  let moleculesOfTwo: Double
}

extension DepthYardstick {
  /// The depth of a stretch in copies; nil if reads have a sure place in too little of it.
  ///
  /// A window counts if the reads that fit elsewhere as well amount to less than a quarter of a copy.
  func measure(_ target: DepthTarget) -> IntervalDepth? {
    let clear = target.windows.filter {
      Double($0.ambiguous) / Double($0.length) < 0.25 * depth / 2
    }
    let length = clear.map(\.length).reduce(0, +)
    guard length >= 1000, clear.count * 3 >= target.windows.count else { return nil }
    let shares = clear.compactMap(\.gcShare)
    let usual = shares.isEmpty ? nil : shares.median
    let expected = clear.map { window -> Double in
      guard let curve, let share = window.gcShare ?? usual else {
        return Double(window.length) * depth
      }
      return Double(window.length) * depth * curve.factor(share)
    }
    let total = expected.reduce(0, +)
    let copies = 2 * Double(clear.map(\.unique).reduce(0, +)) / total
    let perRead = target.covered >= 20 * basesPerRead ? target.basesPerRead : nil
    let molecules = total / ((perRead ?? basesPerRead) * readsPerMolecule)
    let counting = copies > 0 ? 2 / (copies * molecules) : 0
    return IntervalDepth(
      copies: copies, standardError: copies * (counting + variance).squareRoot(),
      clearBases: length,
      isUneven: steps(zip(clear, expected).map { 2 * Double($0.unique) / $1 }, molecules),
      moleculesOfTwo: molecules)
  }

  /// The relative variance of a stretch beyond that of counting: the scatter from place to place, and
  /// the uncertainty of the yardstick itself.
  var variance: Double { spread * spread * (1 + 1 / Double(regionCount)) }

  /// Whether some cut parts the windows, at least two on either side, into means of more than 0.7
  /// copies difference that is five times its standard error.
  private func steps(_ copies: [Double], _ molecules: Double) -> Bool {
    guard copies.count >= 4 else { return false }
    let perWindow = molecules / Double(copies.count)
    return (2...copies.count - 2).contains { cut in
      let (left, right) = (copies[..<cut], copies[cut...])
      let (one, other) = (left.mean, right.mean)
      let error =
        (variance(of: one, windows: left.count, perWindow)
        + variance(of: other, windows: right.count, perWindow)).squareRoot()
      return abs(one - other) > 0.7 && abs(one - other) > 5 * error
    }
  }

  private func variance(of copies: Double, windows: Int, _ perWindow: Double) -> Double {
    let level = max(copies, 0.5)
    return level * level * (2 / (level * perWindow * Double(windows)) + variance)
  }
}

extension ArraySlice<Double> {
  fileprivate var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
}
