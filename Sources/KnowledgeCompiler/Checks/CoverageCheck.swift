internal import Knowledge

/// Checks that the rules of a guideline cover every result of its genes, or that it says which they
/// leave out.
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
        let uncovered = uncovered(gene, by: guideline.rules.flatMap(\.conditions))
        let said = Set(leftOut(gene, by: guideline))
        report(
          uncovered.filter { !said.contains($0) }, line, source,
          "no rule of guideline '\(guideline.id)' covers these results of \(symbol)",
          "add a rule if the source has one, else list them in 'leavesOut'")
        report(
          said.subtracting(uncovered).sorted(), line, source,
          "guideline '\(guideline.id)' leaves out results of \(symbol) that a rule covers",
          "remove them from 'leavesOut'")
      }
    }
  }

  private func report(
    _ results: [String], _ line: Int, _ source: DrugSource, _ what: String, _ remedy: String
  ) {
    guard !results.isEmpty else { return }
    source.file.error(line, what, found: results.joined(separator: ", "), remedy: remedy)
  }

  private func leftOut(_ gene: Gene, by guideline: Guideline) -> [String] {
    guideline.leavesOut.filter { $0.gene == gene.symbol }.flatMap { condition -> [String] in
      if case .phenotypes(let names) = condition.requirement { names } else { [] }
    }
  }

  private func uncovered(_ gene: Gene, by conditions: [GeneCondition]) -> [String] {
    let requirements = conditions.filter { $0.gene == gene.symbol }
    return expected(of: gene, requirements).filter { key in
      !requirements.contains { condition in
        switch condition.requirement {
        case .phenotypes(let names): names.contains(key)
        case .scores(let ranges):
          gene.scoreRanges(of: key).contains { range in ranges.contains(where: range.overlaps) }
        case .noScore: false
        case .diplotypes, .carries: true
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
