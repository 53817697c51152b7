/// How many copies the depth speaks for, with its uncertainty; in units of one copy.
struct ObservedDepth {
  /// Copies of gene, paralog and hybrids together, and the standard deviation.
  var total: (mean: Double, deviation: Double)
  /// Copies that end like the paralog, and the standard deviation.
  var spacers: (mean: Double, deviation: Double)

  /// The log-likelihood of numbers of copies, normal and cut off at six deviations.
  func logLikelihood(total count: Int, spacers spacerCount: Int) -> Double {
    let one = (Double(count) - total.mean) / total.deviation
    let other = (Double(spacerCount) - spacers.mean) / spacers.deviation
    return -0.5 * (min(one * one, 64) + min(other * other, 25))
  }
}
