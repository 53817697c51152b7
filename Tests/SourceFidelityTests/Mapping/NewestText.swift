import Knowledge

/// Finds the text that counts for a row: the latest one for its key.
struct NewestText: Sendable {
  private let newest: [[String]: SourceRow]
  private let genes: [String: Gene]

  init(rows: SourceRows, genes: [String: Gene]) {
    newest = rows.newest
    self.genes = genes
  }

  /// The row whose text counts.
  func row(for row: SourceRow) -> SourceRow {
    let latest = newest[row.place] ?? row
    return rekeyed(latest) ?? latest
  }

  /// The row that answers a score since the DPWG's advice is keyed by CPIC's phenotypes.
  ///
  /// Its own tables counted as normal a score that CPIC counts as more. Such a row gets the text of
  /// the next score that CPIC counts alike; nil where the two agree.
  private func rekeyed(_ row: SourceRow) -> SourceRow? {
    guard row.source == "DPWG", PlainText(row.text).whole.contains("normal metabolizers"),
      row.lookup.count == 1, case (let gene, .text(let text))? = row.lookup.first,
      let score = ActivityScore(text), let phenotype = phenotype(gene, score),
      phenotype != "Normal Metabolizer"
    else { return nil }
    var candidate = row
    for step in 1...8 {
      let next = ActivityScore(hundredths: score.hundredths + 25 * step)
      candidate.lookup = [gene: .text(next.description)]
      guard phenotype == self.phenotype(gene, next) else { return nil }
      if let found = newest[candidate.place] { return found }
    }
    return nil
  }

  private func phenotype(_ gene: String, _ score: ActivityScore) -> String? {
    guard case .activityScore(let rules) = genes[gene]?.phenotyping else { return nil }
    return rules.first { $0.range.contains(score) }?.phenotype
  }
}
