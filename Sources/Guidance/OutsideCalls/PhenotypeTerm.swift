/// The spelling of phenotypes: what people write, and the source's standard term.
enum PhenotypeTerm {
  /// The term a source gives a result that its rules can't place.
  static let indeterminate = "Indeterminate"
  /// The key under which a source answers for a gene that has no result.
  static let noResult = "No Result"

  private static let abbreviations = [
    "pm": "Poor Metabolizer", "im": "Intermediate Metabolizer", "nm": "Normal Metabolizer",
    "em": "Normal Metabolizer", "rm": "Rapid Metabolizer", "um": "Ultrarapid Metabolizer",
  ]

  private static let words = [
    "metaboliser": "Metabolizer", "metabolisers": "Metabolizer", "metabolizers": "Metabolizer",
    "extensive": "Normal", "ultra-rapid": "Ultrarapid", "ultrafast": "Ultrarapid",
  ]

  /// The standard term for a phenotype as written.
  ///
  /// Accepts British spelling, plurals, the usual abbreviations, `extensive` for normal and a
  /// leading gene symbol. `known` are the gene's own terms, matched without regard to case.
  static func standard(_ written: String, gene: String = "", known: [String] = []) -> String {
    var text = written.singleSpaced
    if !gene.isEmpty, text.count > gene.count, text.lowercased().hasPrefix(gene.lowercased()) {
      text = String(text.dropFirst(gene.count)).trimmed
    }
    // The gene may stand in the midst, and an abbreviation in brackets behind its own words.
    let words = text.split(separator: " ").map(String.init)
    let kept = words.filter { word in
      let bare = word.lowercased().filter { $0 != "(" && $0 != ")" }
      return bare != gene.lowercased() && !(bare != word.lowercased() && abbreviations[bare] != nil)
    }
    if !kept.isEmpty { text = kept.joined(separator: " ") }
    if let exact = match(text, in: known) { return exact }
    let expanded = expand(text)
    if let exact = match(expanded, in: known) { return exact }
    let acetylator = expand(
      text.lowercased().split(separator: " ").map { word in
        switch word {
        case "slow": "Poor"
        case "acetylator", "acetylators": "Metabolizer"
        case "fast": "Rapid"
        default: String(word)
        }
      }.joined(separator: " "))
    return match(acetylator, in: known) ?? expanded
  }

  private static func match(_ text: String, in known: [String]) -> String? {
    let lowered = text.lowercased()
    return known.first { $0.lowercased() == lowered }
  }

  private static func expand(_ text: String) -> String {
    var parts = text.split(separator: " ").map(String.init)
    if parts.count > 1, parts[0].lowercased() == "ultra", parts[1].lowercased() == "rapid" {
      parts.replaceSubrange(0...1, with: ["ultrarapid"])
    }
    let isMetaboliser = parts.contains { $0.lowercased().hasPrefix("metaboli") }
    return parts.map { word in
      let lowered = word.lowercased()
      if let long = abbreviations[lowered] { return long }
      if let standard = words[lowered] { return standard }
      return isMetaboliser || abbreviations[parts[parts.count - 1].lowercased()] != nil
        ? lowered.sentenceCased : word
    }.joined(separator: " ")
  }
}
