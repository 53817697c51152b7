/// How depth depends on the share of G and C: a parabola fitted to the stable windows.
///
/// Amplification and sequencing favour some shares (Benjamini and Speed 2012, Nucleic Acids Res
/// 40:e72). The share is taken from the reads, so no reference sequence is needed.
struct GCCurve: Sendable, Hashable {
  private let middle: Double
  private let coefficients: [Double]
  private let range: ClosedRange<Double>

  /// Fits relative depths by least squares; nil if there are too few or their shares are all alike.
  init?(_ points: [(share: Double, depth: Double)]) {
    guard points.count >= 60 else { return nil }
    let shares = points.map(\.share).sorted()
    let (low, high) = (shares[shares.count / 50], shares[shares.count - 1 - shares.count / 50])
    guard high - low >= 0.1 else { return nil }
    let middle = shares.reduce(0, +) / Double(shares.count)
    var sums = [[Double]](repeating: [0, 0, 0, 0], count: 3)
    for point in points {
      let x = point.share - middle
      let powers = [1, x, x * x]
      for row in 0..<3 {
        for column in 0..<3 { sums[row][column] += powers[row] * powers[column] }
        sums[row][3] += powers[row] * point.depth
      }
    }
    guard let solved = Self.solve(sums) else { return nil }
    self.middle = middle
    coefficients = solved
    range = low...high
  }

  /// The depth expected at a share of G and C, relative to the mean; held level outside the range
  /// that was fitted.
  func factor(_ share: Double) -> Double {
    let x = min(max(share, range.lowerBound), range.upperBound) - middle
    return min(max(coefficients[0] + coefficients[1] * x + coefficients[2] * x * x, 0.4), 2.5)
  }

  /// Solves three linear equations by elimination with pivots; nil if they are not independent.
  private static func solve(_ equations: [[Double]]) -> [Double]? {
    var rows = equations
    for column in 0..<3 {
      guard let pivot = (column..<3).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<3 where row != column {
        let ratio = rows[row][column] / rows[column][column]
        for index in column..<4 { rows[row][index] -= ratio * rows[column][index] }
      }
    }
    return (0..<3).map { rows[$0][3] / rows[$0][$0] }
  }
}
