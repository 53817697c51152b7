import Guidance

/// A CDS Hooks card.
struct Card {
  /// How loud the card is.
  enum Indicator: String { case info, warning, critical }

  /// The most characters a summary has: the specification wants fewer than 140.
  static let longestSummary = 139

  var uuid: String
  var summary: String
  var indicator: Indicator
  var detail: [String] = []
  var sourceLabel: String
  var sourceURL: String = ""
  var suggestions: [JSONTree] = []
  var hasOverrideReasons = false
  var link: String?

  /// The card as JSON.
  var tree: JSONTree {
    [
      "uuid": .text(uuid), "summary": .text(Self.cut(summary)),
      "indicator": .text(indicator.rawValue),
      "detail": .text(ifAny: detail.joined(separator: "\n\n")),
      "source": ["label": .text(sourceLabel), "url": .text(ifAny: sourceURL)],
      "selectionBehavior": suggestions.isEmpty ? .nothing : "at-most-one",
      "suggestions": .list(suggestions),
      "overrideReasons": hasOverrideReasons ? Self.overrideReasons : .nothing,
      "links": link.map {
        [["label": "Full basis", "url": .text($0), "type": "absolute"]]
      } ?? .nothing,
    ]
  }

  /// A summary cut at a word where it is too long.
  static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > longestSummary else { return text }
    var cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestSummary - 1)))
    if let space = cut.lastIndex(of: " ") { cut = String(cut[..<space]) }
    return cut + "…"
  }

  /// Text made safe for GitHub-flavoured Markdown: star alleles are no emphasis.
  static func markdown(_ text: String) -> String {
    var safe = ""
    for character in text {
      if "\\`*_[]<>|~#".contains(character) { safe.append("\\") }
      safe.append(character.isNewline ? " " : character)
    }
    return safe
  }

  private static let overrideReasons: JSONTree = .list(
    [
      ("patient-contraindication", "Alternative contraindicated"),
      ("action-completed", "Already managed"),
      ("recipient-disagrees-evidence", "Disagree with evidence"),
    ].map { code, display in
      FHIRCode.coding(
        "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes", code, display)
    })
}
