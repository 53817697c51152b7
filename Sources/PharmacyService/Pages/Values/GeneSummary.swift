import Knowledge
import StarAlleles
import Guidance

/// One gene's result in the few words that a table, a sheet and a card print.
struct GeneSummary {
  /// The gene symbol.
  let symbol: String
  /// Whether there is a result at all.
  let hasResult: Bool
  /// The phenotypes or keys in words; says so where the diplotype is the result.
  let meaning: String
  /// The phenotypes or keys as the knowledge base spells them.
  let terms: [String]
  /// The diplotypes ranked first, or the components seen.
  let diplotypes: [String]
  /// The activity scores in words; nil for a gene without.
  let score: String?
  /// Every meaning that the data leave open, as phrases, the ones reported first.
  let openMeanings: [String]

  init(_ result: GeneResult) {
    symbol = result.gene.symbol
    hasResult = !result.lookups.isEmpty
    terms = result.phenotypes
    let words = terms.map(PhenotypeWording.heading).joined(separator: "; ")
    meaning = words.isEmpty ? "The diplotype itself is the result" : words
    let call = result.call
    diplotypes = call.diplotypes.isEmpty ? call.components : call.diplotypes.map(\.description)
    let scores = result.activityScores.compactMap { $0?.description }
    score = scores.isEmpty ? nil : "activity score \(scores.listed("or"))"
    openMeanings =
      (terms + result.possible.compactMap { $0.lookup.phenotype }).distinct
      .map(PhenotypeWording.plain)
  }

  /// The first two diplotypes for a card; empty where they are long and there is a meaning besides.
  var shortDiplotypes: String {
    let names = diplotypes.prefix(2).joined(separator: "|") + (diplotypes.count > 2 ? "|…" : "")
    return names.count > 24 && !terms.isEmpty ? "" : names
  }

  /// The first diplotypes, and how many more.
  var shownDiplotypes: String {
    guard !diplotypes.isEmpty else { return "stated without alleles" }
    let more = diplotypes.count > 3 ? " or \(diplotypes.count - 3) more" : ""
    return diplotypes.prefix(3).joined(separator: " or ") + more
  }
}
