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
    return expected(of: gene, requirements).filter { key in
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

  /// The results worth a rule: not the indeterminate one, of which guidelines seldom speak, and of
  /// watched alleles only those that some rule names.
  private func expected(of gene: Gene, _ requirements: [GeneCondition]) -> [String] {
    let keys = gene.resultKeys.filter { $0 != Gene.indeterminate }
    guard case .watchedAlleles(let alleles) = gene.phenotyping else { return keys }
    let named = requirements.flatMap { condition -> [String] in
      if case .phenotypes(let names) = condition.requirement { names } else { [] }
    }
    let watched = alleles.filter { allele in named.contains { $0.hasPrefix("\(allele) ") } }
    return keys.filter { key in watched.contains { key.hasPrefix("\($0) ") } }
  }
}
