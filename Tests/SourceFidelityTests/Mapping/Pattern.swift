import Foundation

/// A regular expression over lower-case text.
struct Pattern: Sendable {
  /// A run of the text with what the groups of the expression caught.
  struct Match {
    var range: Range<String.Index>
    var groups: [String?]
  }

  private let expression: NSRegularExpression

  init(_ text: String) {
    do {
      expression = try NSRegularExpression(pattern: text)
    } catch {
      preconditionFailure("'\(text)' is not a regular expression: \(error)")
    }
  }

  func matches(_ text: String) -> Bool {
    expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }

  func replacing(_ text: String, with replacement: String) -> String {
    expression.stringByReplacingMatches(
      in: text, range: NSRange(text.startIndex..., in: text), withTemplate: replacement)
  }

  func all(in text: String) -> [Match] {
    expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      guard let range = Range(match.range, in: text) else { return nil }
      let groups = (1..<max(1, match.numberOfRanges)).map { index in
        Range(match.range(at: index), in: text).map { String(text[$0]) }
      }
      return Match(range: range, groups: groups)
    }
  }
}
