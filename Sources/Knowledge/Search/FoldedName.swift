/// A name as search compares it: lower case, plain letters, one space between words.
///
/// Case, accents, hyphens and other punctuation don't count: `Co-Trimoxazole` and `co trimoxazole`
/// are alike.
package struct FoldedName: Hashable, Sendable {
  /// The folded UTF-8, which is ASCII wherever the name is written in a Latin script.
  package let bytes: [UInt8]

  /// Folds a name.
  package init(_ name: some StringProtocol) {
    var bytes: [UInt8] = []
    var isGap = false
    for character in name.lowercased() {
      guard character.isLetter || character.isNumber else {
        isGap = character != "'" && character != "’"
        continue
      }
      if isGap, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      isGap = false
      bytes.append(contentsOf: (Self.plain[character] ?? String(character)).utf8)
    }
    self.bytes = bytes
  }

  /// The folded name as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Accented letters of medicines' names and what people type for them.
  private static let plain: [Character: String] = {
    let groups = [
      "a": "àáâãäåā", "c": "çćč", "e": "èéêëēė", "i": "ìíîïī", "n": "ñń", "o": "òóôõöøō",
      "s": "śš", "u": "ùúûüū", "y": "ýÿ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ",
      "alpha": "α", "beta": "β", "gamma": "γ",
    ]
    var plain: [Character: String] = [:]
    for (letters, accented) in groups { for letter in accented { plain[letter] = letters } }
    return plain
  }()
}
