/// The printed form of phenotypes: the standard term as a phrase within a sentence.
public enum PhenotypeWording {
  /// A phenotype or key within a sentence: `Poor Metabolizer` becomes `poor metaboliser`.
  ///
  /// Words in title case are lowered; names and abbreviations stay.
  public static func plain(_ term: String) -> String {
    term.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let isTitle = word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
      let lowered = isTitle && word.count > 1 ? word.lowercased() : String(word)
      return lowered.replacing("metabolizer", with: "metaboliser")
        .replacing("Metabolizer", with: "Metaboliser")
    }.joined(separator: " ")
  }

  /// A phenotype or key on its own: `Poor metaboliser`.
  public static func heading(_ term: String) -> String { plain(term).sentenceCased }
}
