/// The printed form of phenotypes: the standard term as a phrase within a sentence.
public enum PhenotypeWording {
  /// A phenotype or key within a sentence: `Poor Metabolizer` becomes `poor metaboliser`.
  ///
  /// Where every word is capitalised, all are lowered; otherwise the first only, since a capital
  /// within a sentence is a name. Abbreviations stay.
  public static func plain(_ term: String) -> String {
    let words = term.split(separator: " ", omittingEmptySubsequences: false)
    let isTitle = words.allSatisfy { !($0.utf8.first?.isSmallLetter ?? false) }
    return words.enumerated().map { index, word in
      let lowered =
        word.utf8.isCapitalised && (isTitle || index == 0) ? word.lowercased() : String(word)
      // Searching text by text is slow, and this is the word nearly always.
      if lowered == "metabolizer" { return "metaboliser" }
      guard lowered.utf8.count >= 11, lowered.contains("etabolizer") else { return lowered }
      return lowered.replacing("etabolizer", with: "etaboliser")
    }.joined(separator: " ")
  }

  /// A phenotype or key on its own: `Poor metaboliser`.
  public static func heading(_ term: String) -> String { plain(term).sentenceCased }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

extension Substring.UTF8View {
  /// Whether it is a capital followed by small letters only.
  fileprivate var isCapitalised: Bool {
    count > 1 && first?.isCapital == true && dropFirst().allSatisfy(\.isSmallLetter)
  }
}
