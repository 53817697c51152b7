/// How many copies the depth speaks for, with its uncertainty; in units of one copy.
struct ObservedDepth {
  /// Copies of gene, paralog and hybrids together, and the standard deviation of counting them.
  var total: (mean: Double, deviation: Double)
  /// Copies that end like the paralog, and the standard deviation of counting them.
  var spacers: (mean: Double, deviation: Double)
  /// The relative standard deviation of the depth they are measured by, which both share.
  var reference: Double

  /// How many copies there may be: within four deviations of the measured number.
  var plausibleTotals: ClosedRange<Int> {
    let scale = total.mean * reference
    let deviation = (total.deviation * total.deviation + scale * scale).squareRoot()
    let low = max(1, Int((total.mean - 4 * deviation).rounded(.down)))
    return low...max(low, Int((total.mean + 4 * deviation).rounded(.up)))
  }

  /// The log-likelihood of numbers of copies: normal, at the likeliest error of the reference depth.
  func logLikelihood(total count: Int, spacers spacerCount: Int) -> Double {
    var best = -Double.infinity
    for step in -20...20 {
      let error = Double(step) * 0.15
      let factor = max(0.2, 1 + error * reference)
      let one = (Double(count) - factor * total.mean) / total.deviation
      let other = (Double(spacerCount) - factor * spacers.mean) / spacers.deviation
      best = max(best, -0.5 * (min(one * one, 64) + min(other * other, 25) + error * error))
    }
    return best
  }
}
