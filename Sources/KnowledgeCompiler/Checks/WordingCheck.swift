internal import Guidance
internal import Knowledge

/// Checks that the sentence generated from a rule says each number of the rule, and no other dose.
enum WordingCheck {
  static func run(_ source: DrugSource) {
    for (index, guideline) in source.drug.guidelines.enumerated() {
      for (rule, line) in zip(guideline.rules, source.ruleLines[index]) {
        check(rule, line, source)
      }
    }
  }

  private static func check(_ rule: GuidanceRule, _ line: Int, _ source: DrugSource) {
    let wording = GuidanceWording(rule: rule, drug: source.drug.name)
    for number in wording.unsaidNumbers {
      source.file.error(
        line, "the sentence of rule '\(rule.id)' does not say a number of its dose", found: number,
        remedy: "name an action that the dose belongs to")
    }
    if wording.headline.count > GuidanceWording.headlineLimit {
      source.file.error(
        line, "the headline of rule '\(rule.id)' is too long", found: wording.headline,
        remedy: "shorten what it is made of")
    }
  }
}
