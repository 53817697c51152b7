internal import Knowledge

/// The drugs that have guidance on a gene, by id, each with its firmest grade.
struct GeneGuidance: Sendable {
  private(set) var grades: [String: GuidanceGrade] = [:]

  /// The guidance on every gene that some rule looks at, by symbol.
  static func byGene(_ drugs: [Drug]) -> [String: GeneGuidance] {
    var all: [String: GeneGuidance] = [:]
    for drug in drugs {
      var rules: [String: [(grade: GuidanceGrade, isUsual: Bool)]] = [:]
      for rule in drug.guidelines.flatMap(\.rules) {
        let isUsual = rule.action == .standard || rule.action == .noRecommendation
        let graded = (grade: GuidanceGrade(rule.strength), isUsual: isUsual)
        for gene in Set(rule.conditions.map(\.gene)) { rules[gene, default: []].append(graded) }
      }
      for (gene, found) in rules {
        all[gene, default: GeneGuidance()].grades[drug.id] = .firmest(of: found)
      }
    }
    return all
  }

  /// Adds the drugs of another gene.
  mutating func merge(_ other: GeneGuidance) {
    grades.merge(other.grades) { min($0, $1) }
  }
}
