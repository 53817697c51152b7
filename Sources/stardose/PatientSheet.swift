internal import Guidance
internal import Knowledge

/// What the knowledge base says of a medicine, in plain words for the person who takes it.
struct PatientSheet {
  private let medicine: Medicine
  private let drug: Drug?
  private let names: [String: String]

  init(_ medicine: Medicine, _ knowledge: KnowledgeBase) throws {
    self.medicine = medicine
    drug = try knowledge.drug(medicine.id)
    let rules = drug?.guidelines.flatMap(\.rules) ?? []
    names = try Dictionary(
      Set(rules.flatMap { $0.alternatives + $0.excludedAlternatives }).compactMap { id in
        try knowledge.medicine(id).map { (id, $0.name) }
      }
    ) { first, _ in first }
  }

  /// Everything: each result as a report spells it, with the words for it below.
  var text: String {
    var lines = [medicine.name]
    for guideline in drug?.guidelines ?? [] where !guideline.rules.isEmpty {
      lines.append("")
      lines.append("\(guideline.source), \(guideline.version)  \(guideline.url)")
      for rule in guideline.rules {
        let results = rule.conditions.map { "\($0.gene) \(Self.spelled($0.requirement))" }
        let audience = rule.population == "general" ? "" : " [\(rule.population)]"
        lines.append("  Where a report says \(results.listed("and"))\(audience):")
        lines.append("    \(PatientWording(rule: rule, names: names).text)")
      }
    }
    if lines.count == 1 { lines += ["", "no genetic guidance"] }
    return lines.joined(separator: "\n")
  }

  private static func spelled(_ requirement: GeneCondition.Requirement) -> String {
    switch requirement {
    case .phenotypes(let terms): terms.map(PhenotypeWording.plain).listed("or")
    case .diplotypes(let names): names.listed("or")
    case .carries(let names): "with \(names.listed("or"))"
    case .noScore: "no score"
    case .scores(let ranges):
      ranges.map { range in
        let low = ActivityScore(hundredths: range.lowest)
        guard let highest = range.highest else { return "score \(low) or more" }
        let high = ActivityScore(hundredths: highest)
        return low == high ? "score \(low)" : "score \(low) to \(high)"
      }.listed("or")
    }
  }
}
