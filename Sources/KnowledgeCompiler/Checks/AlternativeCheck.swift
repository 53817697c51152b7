internal import Knowledge

/// Checks that each drug a rule names instead exists and is not ruled out by what the same source
/// says of that drug to the same patient.
struct AlternativeCheck {
  let genes: [String: Gene]
  /// All medicines, by id.
  let medicines: Set<String>
  /// All drugs with guidance, by id.
  let drugs: [String: Drug]

  func run(_ source: DrugSource) {
    for (index, guideline) in source.drug.guidelines.enumerated() {
      for (rule, line) in zip(guideline.rules, source.ruleLines[index]) {
        for name in rule.alternatives + rule.excludedAlternatives where !medicines.contains(name) {
          source.file.error(
            line, "rule '\(rule.id)' names a medicine that is not known", found: name,
            remedy: "correct the id or add it to medicines/identity-hand.tsv")
        }
        for name in rule.alternatives { check(name, for: rule, of: guideline, line, source) }
      }
    }
  }

  private func check(
    _ alternative: String, for rule: GuidanceRule, of guideline: Guideline, _ line: Int,
    _ source: DrugSource
  ) {
    let contradiction = ContradictionCheck(genes: genes)
    for other in drugs[alternative]?.guidelines ?? [] where other.source == guideline.source {
      for barred in other.rules
      where barred.action == .avoid && !barred.isConsideration
        && [rule.population, "general"].contains(barred.population)
        && contradiction.overlap(rule.conditions, barred.conditions)
      {
        source.file.error(
          line, "rule '\(rule.id)' names an alternative that its source bars for the same result",
          found: "\(alternative): \(barred.id)", remedy: "remove the alternative or tell them apart"
        )
      }
    }
  }
}
