internal import Knowledge

/// Checks each rule of a drug by itself: what it names must exist.
struct RuleCheck {
  let genes: [String: Gene]
  /// The genes that have a file, even if it could not be read.
  let filed: Set<String>
  /// The file and line each rule id was first seen at.
  private var ids: [String: String] = [:]

  init(genes: [String: Gene], filed: Set<String>) {
    self.genes = genes
    self.filed = filed
  }

  mutating func run(_ source: DrugSource) {
    for (index, guideline) in source.drug.guidelines.enumerated() {
      let line = source.guidelineLines[index]
      for gene in guideline.genes where genes[gene] == nil && !filed.contains(gene) {
        source.file.error(
          line, "guideline '\(guideline.id)' names a gene that has no file", found: gene,
          remedy: "add genes/\(gene).yaml or remove the gene")
      }
      for (rule, line) in zip(guideline.rules, source.ruleLines[index]) {
        check(rule, of: guideline, line, source)
      }
    }
  }

  private mutating func check(
    _ rule: GuidanceRule, of guideline: Guideline, _ line: Int, _ source: DrugSource
  ) {
    let file = source.file
    if let first = ids[rule.id] {
      file.error(
        line, "two rules have the same id", found: rule.id, remedy: "rename it; see \(first)")
    }
    ids[rule.id] = "\(file.name), line \(line)"
    if rule.sourceRows.isEmpty {
      file.error(
        line, "rule '\(rule.id)' names no row of its source", remedy: "add 'rows' with its row ids")
    }
    if rule.conditions.isEmpty {
      file.error(line, "rule '\(rule.id)' has no condition", remedy: "name a result in 'when'")
    }
    for condition in rule.conditions { check(condition, of: rule, guideline, line, file) }
    for implication in rule.implications
    where !implication.gene.isEmpty && !guideline.genes.contains(implication.gene) {
      file.error(
        line, "rule '\(rule.id)' has an implication of a gene its guideline does not list",
        found: implication.gene, remedy: "use one of \(guideline.genes.joined(separator: ", "))")
    }
    if rule.alternatives.contains(source.drug.id) {
      file.error(
        line, "rule '\(rule.id)' names the drug itself as an alternative", found: source.drug.id,
        remedy: "remove it")
    }
    checkDirection(rule, line, file)
    for drug in rule.alternatives where rule.excludedAlternatives.contains(drug) {
      file.error(
        line, "rule '\(rule.id)' names a drug as an alternative and excludes it", found: drug,
        remedy: "keep one of the two")
    }
  }

  /// A dose must go the way its action says.
  private func checkDirection(_ rule: GuidanceRule, _ line: Int, _ file: SourceFile) {
    let actions = [rule.action] + rule.alsoActions
    let isBothWays = actions.contains(.reduceDose) && actions.contains(.increaseDose)
    for dose in rule.doses where !isBothWays {
      guard
        dose.lowers && actions.contains(.increaseDose)
          || dose.raises && actions.contains(.reduceDose)
      else { continue }
      file.error(
        line, "rule '\(rule.id)' has a dose that goes against its action",
        found: "\(rule.action.rawValue), \(dose.quantity.rawValue) \(dose.low)",
        remedy: "correct the action or the dose")
    }
  }

  private func check(
    _ condition: GeneCondition, of rule: GuidanceRule, _ guideline: Guideline, _ line: Int,
    _ file: SourceFile
  ) {
    guard guideline.genes.contains(condition.gene) else {
      file.error(
        line, "rule '\(rule.id)' looks at a gene its guideline does not list",
        found: condition.gene, remedy: "add it to 'genes' of the guideline")
      return
    }
    ConditionCheck(genes: genes).run(condition, of: "rule '\(rule.id)'", line, file)
  }
}
