/// An enzyme activity, exact to a hundredth, or a lower bound such as `≥3.0`.
///
/// CPIC gives alleles values in steps of 0.25; a diplotype's score is their sum.
public struct ActivityScore: Sendable, Hashable {
  /// The value times 100.
  public var hundredths: Int
  /// Whether the real value may be larger.
  public var isLowerBound: Bool

  /// Makes a score from hundredths.
  public init(hundredths: Int, isLowerBound: Bool = false) {
    self.hundredths = hundredths
    self.isLowerBound = isLowerBound
  }

  /// Reads `0.25`, `1`, `≥3.0` or `>=3.0`; nil for anything else.
  public init?(_ text: String) {
    var rest = Substring(text.filter { $0 != " " })
    var bound = false
    for prefix in ["≥", ">="] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      bound = true
      break
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 4,
      whole.allSatisfy(\.isASCIIDigit), let units = Int(whole)
    else { return nil }
    var fraction = 0
    if parts.count == 2 {
      let digits = parts[1]
      guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
        let read = Int(digits)
      else { return nil }
      fraction = digits.count == 1 ? read * 10 : read
    }
    self.init(hundredths: units * 100 + fraction, isLowerBound: bound)
  }

  /// The sum of two scores; a bound in either makes the sum a bound.
  public static func + (left: ActivityScore, right: ActivityScore) -> ActivityScore {
    ActivityScore(
      hundredths: left.hundredths + right.hundredths,
      isLowerBound: left.isLowerBound || right.isLowerBound)
  }

  /// The score multiplied by a copy number.
  public static func * (score: ActivityScore, copies: Int) -> ActivityScore {
    ActivityScore(hundredths: score.hundredths * copies, isLowerBound: score.isLowerBound)
  }
}

extension ActivityScore: CustomStringConvertible {
  /// Spelled as CPIC does: `0.0`, `0.25`, `1.5`, `≥3.0`.
  public var description: String {
    let fraction = hundredths % 100
    let digits =
      fraction % 10 == 0 ? "\(fraction / 10)" : (fraction < 10 ? "0" : "") + "\(fraction)"
    return "\(isLowerBound ? "≥" : "")\(hundredths / 100).\(digits)"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
