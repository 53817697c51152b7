internal import Guidance
internal import Knowledge

/// What the knowledge base says of a drug, as plain lines.
struct DrugSheet {
  private let drug: Drug

  init(_ drug: Drug) { self.drug = drug }

  /// Everything.
  var text: String {
    var lines = [drug.name]
    if !drug.rxnorm.isEmpty { lines.append("RxNorm \(drug.rxnorm)") }
    if !drug.atc.isEmpty { lines.append("ATC \(drug.atc.joined(separator: ", "))") }
    if !drug.synonyms.isEmpty { lines.append("also: \(drug.synonyms.joined(separator: ", "))") }
    for guideline in drug.guidelines {
      lines.append("")
      lines.append(
        "\(guideline.source), \(guideline.genes.joined(separator: " and ")), \(guideline.version)  "
          + guideline.url)
      if let remark = guideline.remark { lines.append("  \(remark)") }
      for rule in guideline.rules {
        let wording = GuidanceWording(rule: rule, drug: drug.name)
        let conditions = rule.conditions.map { "\($0.gene) \(Self.spelled($0.requirement))" }
        let audience = rule.population == "general" ? "" : " [\(rule.population)]"
        let strength = rule.strength.isEmpty ? "" : " (\(rule.strength))"
        lines.append("  \(rule.id): \(conditions.joined(separator: "; "))\(audience)\(strength)")
        lines.append("    \(wording.text)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func spelled(_ requirement: GeneCondition.Requirement) -> String {
    switch requirement {
    case .phenotypes(let names): return names.joined(separator: " or ")
    case .diplotypes(let names): return names.joined(separator: " or ")
    case .noScore: return "no activity score"
    case .scores(let ranges):
      return ranges.map { range in
        let low = ActivityScore(hundredths: range.lowest)
        guard let highest = range.highest else { return "score \(low) and more" }
        let high = ActivityScore(hundredths: highest)
        return low == high ? "score \(low)" : "score \(low) to \(high)"
      }.joined(separator: " or ")
    }
  }
}
