/// A piece of a filter's text.
struct FilterToken: Hashable {
  enum Kind: Hashable {
    case comparison(FilterExpression.Comparison)
    case and, or, not, open, close
    /// A field's name, a number or a text; `quoted` if it stood in quotation marks.
    case word(String, quoted: Bool)
  }

  let kind: Kind
  /// Where it begins, in characters from 1.
  let place: Int
}

extension FilterToken {
  /// The most pieces a filter may have, so that no text exhausts the stack.
  static let limit = 1000

  /// Takes a text apart.
  static func tokens(of text: String) throws(SpecificationError) -> [FilterToken] {
    let characters = Array(text)
    var tokens: [FilterToken] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      index += 1
      let kind: Kind
      switch (character, next) {
      case _ where character.isWhitespace: continue
      case ("(", _): kind = .open
      case (")", _): kind = .close
      case ("~", _): kind = .comparison(.contains)
      case ("&", "&"), ("|", "|"):
        index += 1
        kind = character == "&" ? .and : .or
      case ("&", _), ("|", _):
        throw error(
          text, start + 1, "'\(character)' stands alone; write '\(character)\(character)'")
      case ("=", "="), ("!", "="), ("<", "="), (">", "="):
        index += 1
        kind = .comparison(
          character == "="
            ? .equal : character == "!" ? .unequal : character == "<" ? .atMost : .atLeast)
      case ("=", _): kind = .comparison(.equal)
      case ("<", _): kind = .comparison(.below)
      case (">", _): kind = .comparison(.above)
      case ("!", _): kind = .not
      case ("\"", _), ("'", _):
        guard let end = characters[index...].firstIndex(of: character) else {
          throw error(text, start + 1, "the quotation mark \(character) is not closed; close it")
        }
        kind = .word(String(characters[index..<end]), quoted: true)
        index = end + 1
      default:
        while index < characters.count, !breaksWord(characters[index]) { index += 1 }
        kind = .word(String(characters[start..<index]), quoted: false)
      }
      tokens.append(FilterToken(kind: kind, place: start + 1))
      guard tokens.count <= limit else {
        throw error(text, start + 1, "the filter has more than \(limit) pieces; shorten it")
      }
    }
    return tokens
  }

  /// An error at a character of a filter's text.
  static func error(_ text: String, _ place: Int, _ reason: String) -> SpecificationError {
    SpecificationError(
      place: "where \(SpecificationError.quoted(text)), character \(place)", reason: reason)
  }

  private static func breaksWord(_ character: Character) -> Bool {
    character.isWhitespace || "()~&|=!<>\"'".contains(character)
  }
}
