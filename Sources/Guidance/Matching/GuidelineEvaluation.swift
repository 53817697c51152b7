import Knowledge
import StarAlleles

/// One guideline held against gene keys.
struct GuidelineEvaluation {
  /// A rule that fits a combination of results.
  struct Hit: Hashable {
    var rule: Int
    var isPartial: Bool
  }

  let guideline: Guideline
  /// The genes its rules or its head name, in that order.
  let genes: [String]
  /// The genes some rule has a condition on.
  let decidingGenes: [String]
  private let conditions: [[PreparedCondition]]
  private let looksAtDiplotype: [Bool]

  init(_ guideline: Guideline) {
    self.guideline = guideline
    genes = (guideline.genes + guideline.rules.flatMap { $0.conditions.map(\.gene) }).distinct
    decidingGenes = guideline.rules.flatMap { $0.conditions.map(\.gene) }.distinct
    conditions = guideline.rules.map { $0.conditions.map(PreparedCondition.init) }
    looksAtDiplotype = guideline.rules.map { rule in
      rule.conditions.contains {
        if case .diplotypes = $0.requirement { true } else { false }
      }
    }
  }

  /// Whether any rule looks at the diplotype of a gene rather than at what it means.
  func looksAtDiplotypes(of gene: String) -> Bool {
    guideline.rules.contains { rule in
      rule.conditions.contains { condition in
        guard condition.gene == gene, case .diplotypes = condition.requirement else { return false }
        return true
      }
    }
  }

  /// The rules that fit.
  ///
  /// A rule for a named diplotype is more exact than one for a phenotype: where one fits, only such
  /// rules are given.
  func hits(_ keys: [String: LookupKey]) -> [Hit] {
    let all = conditions.indices.compactMap { index -> Hit? in
      let conditions = conditions[index]
      guard !conditions.isEmpty else { return nil }
      var fit = ConditionFit.fully
      for condition in conditions {
        fit = min(fit, ConditionFit(condition, keys[condition.gene] ?? .noResult))
        if fit == .no { return nil }
      }
      return Hit(rule: index, isPartial: fit == .partly)
    }
    let exact = all.filter { looksAtDiplotype[$0.rule] }
    return exact.isEmpty ? all : exact
  }
}

/// Every way to take one element from each list, in order.
func combinations<Element>(_ lists: [[Element]]) -> [[Element]] {
  lists.reduce([[]]) { partial, list in
    partial.flatMap { head in list.map { head + [$0] } }
  }
}
