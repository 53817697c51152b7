/// Why what was asked of a source makes no sense.
package struct SpecificationError: Error, Sendable, Hashable {
  /// The line, the source and the part of it.
  package let place: String
  /// What was wrong, what was found and what to do.
  package let reason: String

  /// An error of its parts.
  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// The same error at a wider place.
  func within(_ outer: String) -> SpecificationError {
    SpecificationError(place: place.isEmpty ? outer : "\(outer), \(place)", reason: reason)
  }

  /// Text for a sentence: in quotes, control characters escaped, long text cut.
  static func quoted(_ text: some StringProtocol, limit: Int = 80) -> String {
    var result = "'"
    for scalar in text.unicodeScalars.prefix(limit) {
      let isHidden =
        scalar.properties.generalCategory == .control
        || scalar.properties.generalCategory == .format
      result += isHidden ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return result + (text.unicodeScalars.count > limit ? "...'" : "'")
  }
}

extension SpecificationError: CustomStringConvertible {
  /// One sentence: where, what was wrong, what was found, what to do.
  package var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
