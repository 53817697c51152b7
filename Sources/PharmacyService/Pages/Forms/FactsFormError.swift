/// A field of the facts form that can't be taken, as a sentence.
package struct FactsFormError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence: which field, what was found, what is taken.
  package let description: String

  init(_ field: FactField, found: String) {
    if let range = field.range {
      let kind = field.isWhole ? "a whole number" : "a number"
      description =
        "\(field.label) is \(Self.quoted(found)); enter \(kind) from \(Self.plain(range.lowerBound)) "
        + "to \(Self.plain(range.upperBound)), or leave it empty."
    } else {
      let words = field.choices.map(\.value).joined(separator: ", ")
      description =
        "\(field.label) is \(Self.quoted(found)); choose one of \(words), or leave it empty."
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }

  private static func quoted(_ text: String) -> String {
    "‘\(text.prefix(40))\(text.count > 40 ? "…" : "")’"
  }
}
