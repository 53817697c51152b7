internal import Foundation

/// How likely a depth is for each number of copies.
///
/// The count of molecules is negative binomial with variance mean + excess × mean² (as Anders and
/// Huber 2010, Genome Biol 11:R106, have it for over-dispersed read counts): the chance of counting,
/// and a scatter from place to place that grows with the depth.
struct CopyLikelihood {
  /// The number of copies up to which is asked, two chromosomes with four copies each.
  static let mostCopies = 8
  /// The share of two copies' depth that strays reads give where there is no copy.
  private static let stray = 0.02

  private let molecules: Double
  private let moleculesOfTwo: Double
  private let variance: Double
  let copies: Double

  init(_ depth: IntervalDepth, _ yardstick: DepthYardstick) {
    copies = depth.copies
    moleculesOfTwo = depth.moleculesOfTwo
    molecules = depth.copies / 2 * depth.moleculesOfTwo
    variance = yardstick.variance
  }

  /// The logarithm of the likelihood of a number of copies.
  func logarithm(of count: Int) -> Double {
    count == 0
      ? Self.negativeBinomial(molecules, mean: Self.stray * moleculesOfTwo, excess: 1)
      : Self.negativeBinomial(
        molecules, mean: Double(count) / 2 * moleculesOfTwo, excess: variance)
  }

  /// Whether the depth is what a number of copies may give: within three tenths of a copy, or three
  /// standard deviations; three and a half where several intervals are looked at, as one of many is
  /// further off by chance.
  func fits(_ count: Int, amongIntervals intervals: Int = 1) -> Bool {
    let distance = abs(copies - Double(count))
    guard count > 0 else { return copies < 0.3 }
    let deviation =
      Double(count) * (variance + 2 / (Double(count) * moleculesOfTwo)).squareRoot()
    return distance <= 0.3 || distance <= (intervals > 2 ? 3.5 : 3) * deviation
  }

  /// The number of copies that is `confidence` likely and fits, every number being as likely before.
  func told(confidence: Double) -> Int? {
    let logs = (0...Self.mostCopies).map { logarithm(of: $0) }
    guard let best = logs.indices.max(by: { logs[$0] < logs[$1] }) else { return nil }
    let share = 1 / logs.map { exp($0 - logs[best]) }.reduce(0, +)
    return share >= confidence && fits(best) ? best : nil
  }

  /// Whether two copies are less than 0.1 % likely, every number being as likely before.
  var isAgainstTwo: Bool {
    let logs = (0...Self.mostCopies).map { logarithm(of: $0) }
    let top = logs.max() ?? 0
    return exp(logs[2] - top) < 0.001 * logs.map { exp($0 - top) }.reduce(0, +)
  }

  /// The logarithm of a negative binomial probability with variance mean + excess × mean²,
  /// continued to fractions of a count.
  private static func negativeBinomial(_ count: Double, mean: Double, excess: Double) -> Double {
    let size = 1 / excess
    return lgamma(count + size) - lgamma(size) - lgamma(count + 1)
      + size * log(size / (size + mean)) + count * log(mean / (size + mean))
  }
}
