/// HTML in which every interpolated string is escaped; only markup made here goes in as it is.
///
///     let cell: Markup = "<td>\(sampleName)</td>"
package struct Markup: ExpressibleByStringInterpolation, Sendable {
  /// The HTML.
  package private(set) var html: String

  /// Nothing.
  package static let empty: Markup = ""

  /// Markup written as a literal.
  package init(stringLiteral value: String) { html = value }

  /// Markup with strings escaped into it.
  package init(stringInterpolation: Interpolation) { html = stringInterpolation.html }

  /// Pieces one after the other.
  package init(_ pieces: [Markup]) { html = pieces.map(\.html).joined() }

  /// Appends markup.
  package static func += (left: inout Markup, right: Markup) { left.html += right.html }

  /// The pieces of an interpolated literal.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    /// Makes an empty piece with room for the literal.
    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity * 2)
    }

    /// Adds what is written in the source, as it is.
    package mutating func appendLiteral(_ literal: String) { html += literal }
    /// Adds text, escaped.
    package mutating func appendInterpolation(_ text: String) { html += Markup.escaped(text) }
    /// Adds a number.
    package mutating func appendInterpolation(_ number: Int) { html += "\(number)" }
    /// Adds markup, as it is.
    package mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    /// Adds pieces of markup, as they are.
    package mutating func appendInterpolation(_ pieces: [Markup]) {
      for piece in pieces { html += piece.html }
    }
  }

  /// Text made safe for element content and quoted attributes.
  ///
  /// Control characters and those that turn the direction of writing are replaced; a number keeps
  /// its percent sign on its line.
  package static func escaped(_ text: String) -> String {
    var safe = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "%" where previous == " " && safe.hasSuffix(" "):
        safe.removeLast()
        safe += "\u{A0}%"
      case "\u{00}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}",
        "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return safe
  }

  /// A link, if the address is one of the web; the text alone if not.
  package static func link(_ address: String, _ text: String) -> Markup {
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else { return "\(text)" }
    return "<a href=\"\(address)\">\(text)</a>"
  }
}
