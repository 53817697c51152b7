import Foundation
import Knowledge

/// A dose that a text names in numbers: one, or both ends of a range.
struct DoseMention {
  /// What the numbers count.
  enum Measure: Hashable {
    /// Percent of a dose, or by which a dose changes.
    case percent
    /// Times a dose.
    case factor
    /// Milligrams or micrograms, with what they are given per: nothing, `kg` or `m2`.
    case amount(per: String)
  }

  /// How a percentage or factor is meant.
  enum Direction { case of, less, more, unsaid }

  var numbers: [Double]
  var measure: Measure
  var direction: Direction
  /// The words themselves, for a message.
  var words: String

  /// Every dose a text names, once what is no dose is blanked out.
  static func all(in text: String) -> [DoseMention] {
    var found = pattern.all(in: text).compactMap { match -> DoseMention? in
      guard let unit = match.groups[2] else { return nil }
      let before = String(text[..<match.range.lowerBound].suffix(60))
      let after = String(text[match.range.upperBound...].prefix(40))
      return DoseMention(
        numbers: numbers(match.groups[0...1]), measure: measure(unit, match.groups[3]),
        direction: direction(before, after), words: String(text[match.range]))
    }
    found += factor.all(in: text).map { match in
      DoseMention(
        numbers: numbers(match.groups[...]), measure: .factor, direction: .unsaid,
        words: String(text[match.range]))
    }
    for (pattern, value) in inWords {
      found += pattern.all(in: text).map { match in
        DoseMention(
          numbers: [value], measure: .percent, direction: .of, words: String(text[match.range]))
      }
    }
    return found
  }

  private static func numbers(_ groups: ArraySlice<String?>) -> [Double] {
    groups.compactMap { $0.flatMap(Double.init) }
  }

  private static let pattern = Pattern(
    "([0-9]+(?:\\.[0-9]+)?)(?: ?%? ?(?:mg)?(?:/day)? ?(?:-|to|or) ?([0-9]+(?:\\.[0-9]+)?))?"
      + " ?(%|mg|[μµ]g|-?fold|times|x(?= higher))(?: ?/? ?(m2|kg))?")

  private static let factor = Pattern(
    "by a factor of ([0-9]+(?:\\.[0-9]+)?)(?:-([0-9]+(?:\\.[0-9]+)?))?")

  /// Doses named without a number, in percent of the usual.
  private static let inWords: [(Pattern, Double)] = [
    (Pattern("half of the normal (maintenance )?dose"), 50),
    (Pattern("double the (standard )?dose"), 200),
  ]

  private static func measure(_ unit: String, _ per: String?) -> Measure {
    switch unit {
    case "%": .percent
    case "fold", "-fold", "times", "x": .factor
    default: .amount(per: per ?? "")
    }
  }

  private static let less = Pattern(
    "(reduc[a-z]*|decreas[a-z]*|lower[a-z]*) ([a-z]+ ){0,5}by (approximately )?$")
  private static let more = Pattern("increas[a-z]* ([a-z]+ ){0,5}by (up to )?$")
  private static let lessAfter = Pattern("^ ?(reduction|less|lower|decrease)")
  private static let moreAfter = Pattern("^ ?(higher|increase|more)")
  private static let ofAfter = Pattern("^ ?of (the )?([a-z]+ )*(dose|dosage)")

  private static func direction(_ before: String, _ after: String) -> Direction {
    if less.matches(before) || lessAfter.matches(after) { return .less }
    if more.matches(before) || moreAfter.matches(after) { return .more }
    if ofAfter.matches(after) || before.hasSuffix("to ") { return .of }
    return .unsaid
  }
}
