internal import Guidance
internal import Knowledge

/// What the sources advise on a drug, as plain lines.
struct DrugSheet {
  private let drug: Drug

  init(_ drug: Drug) { self.drug = drug }

  /// How the genes are ranked, then each guideline with its rules.
  var lines: [String] {
    evidence + drug.guidelines.flatMap(lines)
  }

  private var evidence: [String] {
    guard !drug.evidence.isEmpty else { return [] }
    return ["", "how the evidence is ranked"]
      + drug.evidence.map { pair in
        let levels = [
          pair.cpicLevel.isEmpty ? "" : "CPIC \(pair.cpicLevel)",
          pair.clinpgxLevel.isEmpty ? "" : "ClinPGx \(pair.clinpgxLevel)",
          pair.fdaTesting.isEmpty ? "" : "FDA label: \(pair.fdaTesting)",
        ]
        return "  \(pair.gene): \(levels.filter { !$0.isEmpty }.joined(separator: ", "))"
      }
  }

  private func lines(_ guideline: Guideline) -> [String] {
    var lines = [
      "",
      "\(guideline.source), \(guideline.genes.joined(separator: " and ")), \(guideline.version)  "
        + guideline.url,
    ]
    if let remark = guideline.remark { lines.append("  \(remark)") }
    for rule in guideline.rules {
      let wording = GuidanceWording(rule: rule, drug: drug.name)
      let conditions = rule.conditions.map { "\($0.gene) \($0.requirement.words)" }
      let audience = rule.population == "general" ? "" : " [\(rule.population)]"
      let strength = rule.strength.isEmpty ? "" : " (\(rule.strength))"
      lines.append("  \(rule.id): \(conditions.joined(separator: "; "))\(audience)\(strength)")
      lines.append("    \(wording.text)")
    }
    if !guideline.leavesOut.isEmpty {
      let silent = guideline.leavesOut.map { "\($0.gene) \($0.requirement.words)" }
      lines.append("  says nothing of: \(silent.joined(separator: "; "))")
    }
    return lines
  }
}
