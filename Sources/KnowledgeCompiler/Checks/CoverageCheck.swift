internal import Knowledge

/// Notes which results of a gene no rule of a guideline covers.
struct CoverageCheck {
  let genes: [String: Gene]

  func run(_ source: DrugSource) {
    for (guideline, line) in zip(source.drug.guidelines, source.guidelineLines) {
      if guideline.rules.isEmpty {
        if guideline.remark == nil {
          source.file.note(
            line, "guideline '\(guideline.id)' has no rules and no remark says why",
            remedy: "add its rules or a remark")
        }
        continue
      }
      for symbol in guideline.genes {
        guard let gene = genes[symbol] else { continue }
        let missing = uncovered(gene, by: guideline)
        guard !missing.isEmpty else { continue }
        source.file.note(
          line, "no rule of guideline '\(guideline.id)' covers these results of \(symbol)",
          found: missing.joined(separator: ", "),
          remedy: "add a rule if the source has one")
      }
    }
  }

  private func uncovered(_ gene: Gene, by guideline: Guideline) -> [String] {
    let requirements = guideline.rules.flatMap(\.conditions).filter { $0.gene == gene.symbol }
    // A guideline seldom speaks of an indeterminate result, so that would only be noise.
    return gene.resultKeys.filter { $0 != Gene.indeterminate }.filter { key in
      !requirements.contains { condition in
        switch condition.requirement {
        case .phenotypes(let names): names.contains(key)
        case .scores(let ranges):
          gene.scoreRanges(of: key).contains { range in ranges.contains(where: range.overlaps) }
        case .noScore: false
        case .diplotypes: true
        }
      }
    }
  }
}
