internal import Knowledge

/// Finds rules of one guideline that ask for different things of the same patient.
struct ContradictionCheck {
  let genes: [String: Gene]

  func run(_ source: DrugSource) {
    for (index, guideline) in source.drug.guidelines.enumerated() {
      let rules = guideline.rules
      for (later, rule) in rules.enumerated() {
        for other in rules[..<later]
        where rule.population == other.population && rule.action != other.action
          && overlap(rule.conditions, other.conditions)
        {
          source.file.error(
            source.ruleLines[index][later],
            "rules '\(other.id)' and '\(rule.id)' fit the same patient but ask for different things",
            found: "\(other.action.rawValue), \(rule.action.rawValue)",
            remedy: "tell them apart by 'when' or 'population', or merge them with 'also'")
        }
      }
    }
  }

  /// Whether one patient can meet both; only rules about the same genes are compared.
  func overlap(_ left: [GeneCondition], _ right: [GeneCondition]) -> Bool {
    guard Set(left.map(\.gene)) == Set(right.map(\.gene)), !left.isEmpty else { return false }
    return left.allSatisfy { condition in
      right.contains {
        $0.gene == condition.gene && overlap($0.requirement, condition.requirement, $0.gene)
      }
    }
  }

  private func overlap(
    _ left: GeneCondition.Requirement, _ right: GeneCondition.Requirement, _ symbol: String
  ) -> Bool {
    switch (left, right) {
    case (.phenotypes(let left), .phenotypes(let right)):
      return !Set(left).isDisjoint(with: right)
    case (.scores(let left), .scores(let right)):
      return left.contains { range in right.contains(where: range.overlaps) }
    case (.diplotypes(let left), .diplotypes(let right)):
      return !Set(left.map(Self.unordered)).isDisjoint(with: right.map(Self.unordered))
    case (.noScore, .noScore): return true
    case (.phenotypes(let names), .scores(let ranges)),
      (.scores(let ranges), .phenotypes(let names)):
      return ranges.contains { range in
        names.contains {
          genes[symbol]?.scoreRanges(of: $0).contains(where: range.overlaps) ?? false
        }
      }
    case (.phenotypes(let names), .noScore), (.noScore, .phenotypes(let names)):
      return names.contains(Gene.indeterminate)
    case (.scores, .noScore), (.noScore, .scores), (.diplotypes, _), (_, .diplotypes),
      (.carries, _), (_, .carries):
      return false
    }
  }

  private static func unordered(_ diplotype: String) -> [String] {
    diplotype.split(separator: "/").map(String.init).sorted()
  }
}

extension Gene {
  /// The activity scores that give a phenotype; empty for genes without scores.
  func scoreRanges(of phenotype: String) -> [ScoreRange] {
    guard case .activityScore(let rules) = phenotyping else { return [] }
    return rules.filter { $0.phenotype == phenotype }.map(\.range)
  }
}
