internal import Knowledge

/// Reads `guideline-index.tsv`.
struct PairReader {
  let folder: SourceFolder

  func read() -> [Located<GuidelinePair>] {
    folder.table("guideline-index.tsv", columns: "source", "drug", "guideline").compactMap { row in
      guard let source = row.requiredText("source"), let drug = row.requiredText("drug"),
        let guideline = row.requiredText("guideline")
      else { return nil }
      return Located(
        value: GuidelinePair(source: source, drug: drug, guideline: guideline), file: row.file,
        line: row.line)
    }
  }
}
