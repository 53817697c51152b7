import Knowledge

/// Reads the look-up values of the sources' tables, without the importer's word lists.
enum KeyReader {
  /// The results one value of a gene stands for; each of them must be answered alike.
  static func keys(source: String, gene: String, value: LookupValue) -> [ResultKey] {
    let text: String
    switch value {
    case .alleles(let alleles): return [.diplotype(alleles)]
    case .text(let spelled): text = spelled
    }
    if source == "DPWG", let scores = dutchScores[gene]?[text] {
      return scores.compactMap(ActivityScore.init).map(ResultKey.score)
    }
    if text == "n/a" { return [.noScore] }
    if text.contains("."), let score = ActivityScore(text) { return [.score(score)] }
    if text.contains("."), let space = text.firstIndex(of: " "),
      let score = ActivityScore(String(text[..<space]))
    {
      // The DPWG tells one inactive allele from two of half activity by a word after the score.
      let isPair = text.hasSuffix("(Phenotyping)") && score.hundredths == 100
      return [isPair ? .pairOfAlleles(activity: 50) : .score(score)]
    }
    return [.phenotype(text)]
  }

  /// What the DPWG's own phenotypes mean in scores, for the gene whose advice it keys by them.
  private static let dutchScores: [String: [String: [String]]] = [
    "CYP2C9": [
      "Normal Metabolizer": ["2.0"], "Intermediate Metabolizer": ["1.0", "1.5"],
      "Poor Metabolizer": ["0.0", "0.5"],
    ]
  ]
}
