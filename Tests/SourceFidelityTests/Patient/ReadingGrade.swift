/// How many years of school a text asks for, by Flesch and Kincaid.
///
/// 0.39 words a sentence plus 11.8 syllables a word less 15.59 (Kincaid and others, 1975).
struct ReadingGrade {
  private(set) var sentences = 0
  private(set) var words = 0
  private(set) var syllables = 0

  /// Reads a text; each of these names counts as one word of one syllable.
  init(_ text: String, easyNames: [String] = []) {
    var plain = text.lowercased()
    for name in easyNames.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      plain = plain.replacing(name.lowercased(), with: "it")
    }
    for word in plain.split(whereSeparator: \.isWhitespace) {
      guard word.contains(where: \.isLetter) else { continue }
      words += 1
      syllables += Self.syllables(in: word)
      if let last = word.last, ".!?".contains(last) { sentences += 1 }
    }
  }

  /// The grade; nothing for no text.
  var grade: Double {
    guard words > 0, sentences > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences)
      + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// Counts groups of vowels; a silent e in -e, -ed, -es and -ely does not count.
  static func syllables(in word: some StringProtocol) -> Int {
    let letters = spoken(word.lowercased().filter(\.isLetter))
    var count = 0
    var wasVowel = false
    for letter in letters {
      if isVowel(letter), !wasVowel { count += 1 }
      wasVowel = isVowel(letter)
    }
    return max(1, count)
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }

  /// The word without an ending that is not spoken as a syllable of its own.
  private static func spoken(_ word: String) -> String {
    if word.hasSuffix("ely") { return word.dropLast(3) + "y" }
    guard let ending = ["es", "ed", "e"].first(where: word.hasSuffix) else { return word }
    let stem = word.dropLast(ending.count)
    guard let last = stem.last, stem.contains(where: isVowel), !isVowel(last) else { return word }
    if last == "l", let before = stem.dropLast().last, !isVowel(before) { return word }
    let isSpoken =
      switch ending {
      case "ed": "td".contains(last)
      case "es": "sxzcg".contains(last) || stem.hasSuffix("ch") || stem.hasSuffix("sh")
      default: false
      }
    return isSpoken ? word : String(stem)
  }
}
