internal import Knowledge

/// Checks that phenotype rules speak of the gene's own functions and do not contradict each other.
enum PhenotypeCheck {
  static func run(_ source: GeneSource) {
    switch source.gene.phenotyping {
    case .functionPair(let rules): checkPairs(rules, source)
    case .activityScore(let rules): checkScores(rules, source)
    case .watchedAlleles, .diplotype: break
    }
  }

  private static func checkPairs(_ rules: [Phenotyping.FunctionRule], _ source: GeneSource) {
    let functions = Set(source.gene.alleles.compactMap(\.function))
    var first: [[String]: String] = [:]
    for (rule, line) in zip(rules, source.phenotypeLines) {
      for function in Set(rule.functions).sorted() where !functions.contains(function) {
        source.file.error(
          line, "a phenotype rule names a function no allele has", found: function,
          remedy: "use the functions of the alleles")
      }
      let pair = rule.functions.joined(separator: " + ")
      guard let other = first[rule.functions] else {
        first[rule.functions] = rule.phenotype
        continue
      }
      let what =
        other == rule.phenotype
        ? "a phenotype rule is written twice"
        : "'\(pair)' gives '\(other)' in one rule and '\(rule.phenotype)' in another"
      source.file.error(line, what, found: pair, remedy: "keep one of them")
    }
    let named = Set(rules.flatMap(\.functions))
    for function in functions.subtracting(named).sorted() {
      source.file.note(
        source.phenotypeLines.first ?? 0, "no phenotype rule names a function that alleles have",
        found: function, remedy: "its results will be indeterminate")
    }
  }

  private static func checkScores(_ rules: [Phenotyping.ScoreRule], _ source: GeneSource) {
    for (index, rule) in rules.enumerated() {
      for other in rules[..<index] where rule.range.overlaps(other.range) {
        source.file.error(
          source.phenotypeLines[index],
          "the scores of '\(rule.phenotype)' overlap those of '\(other.phenotype)'",
          remedy: "let each score give one phenotype")
      }
    }
  }
}

extension ScoreRange {
  /// Whether a score lies in both ranges.
  func overlaps(_ other: ScoreRange) -> Bool {
    lowest <= (other.highest ?? .max) && other.lowest <= (highest ?? .max)
  }
}
