import Foundation

/// A source's text made ready for reading: lower case, no HTML, single spaces.
struct PlainText {
  /// All of it.
  let whole: String
  /// The recommendation as such, without the considerations after it.
  let advice: String

  init(_ text: String) {
    var plain = Self.markup.replacing(text, with: " ").lowercased()
    for (mark, meant) in [("¶", " "), ("–", "-"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      plain = plain.replacing(mark, with: meant)
    }
    whole = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    advice = whole.components(separatedBy: "other considerations").first ?? whole
  }

  private static let markup = Pattern("<[a-z/][^>]*>")
}
