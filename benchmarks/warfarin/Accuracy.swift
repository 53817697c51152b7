/// How close predicted doses came to the stable ones.
package struct Accuracy {
  /// The number of patients.
  package let count: Int
  /// The mean distance in mg a week.
  package let meanError: Double
  /// The share within a fifth of the stable dose, in percent.
  package let withinFifth: Double
  /// The share of variance explained, on the scale of the sum; nil where it was not asked for.
  package let explained: Double?

  /// Compares doses in mg a week, in pairs.
  package init(predicted: [Double], stable: [Double], explained: Double? = nil) {
    let pairs = zip(predicted, stable)
    let count = Double(stable.count)
    self.count = stable.count
    meanError = pairs.map { abs($0 - $1) }.reduce(0, +) / count
    withinFifth = Double(pairs.filter { abs($0 - $1) <= 0.2 * $1 }.count) / count * 100
    self.explained = explained
  }

  /// One less the share of variance left: how far sums lie from the transformed stable doses.
  package static func explained(_ sums: [Double], _ stable: [Double]) -> Double {
    let mean = stable.reduce(0, +) / Double(stable.count)
    let left = zip(sums, stable).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    return 1 - left / stable.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
  }

  /// The square of the correlation of sums and transformed stable doses.
  package static func correlation(_ sums: [Double], _ stable: [Double]) -> Double {
    let count = Double(stable.count)
    let (one, other) = (sums.reduce(0, +) / count, stable.reduce(0, +) / count)
    let together = zip(sums, stable).map { ($0 - one) * ($1 - other) }.reduce(0, +)
    let spread = sums.map { ($0 - one) * ($0 - one) }.reduce(0, +)
    return together * together / (spread * stable.map { ($0 - other) * ($0 - other) }.reduce(0, +))
  }
}
