/// The printed form of phenotypes: the standard term as a phrase within a sentence.
public enum PhenotypeWording {
  /// A phenotype or key within a sentence: `Poor Metabolizer` becomes `poor metaboliser`.
  ///
  /// Where every word is capitalised, all are lowered; otherwise the first only, since a capital
  /// within a sentence is a name. Abbreviations stay.
  public static func plain(_ term: String) -> String {
    let words = term.split(separator: " ", omittingEmptySubsequences: false)
    let isTitle = words.allSatisfy { $0.first?.isLowercase != true }
    return words.enumerated().map { index, word in
      let isCapital =
        word.count > 1 && word.first?.isUppercase == true
        && word.dropFirst().allSatisfy(\.isLowercase)
      let lowered = isCapital && (isTitle || index == 0) ? word.lowercased() : String(word)
      guard lowered.utf8.count >= 11 else { return lowered }
      return lowered.replacing("metabolizer", with: "metaboliser")
        .replacing("Metabolizer", with: "Metaboliser")
    }.joined(separator: " ")
  }

  /// A phenotype or key on its own: `Poor metaboliser`.
  public static func heading(_ term: String) -> String { plain(term).sentenceCased }
}
