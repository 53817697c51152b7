import Knowledge

/// One gene's result as a source's look-up table spells it.
enum ResultKey: Hashable {
  /// A phenotype, or a watched allele such as `*57:01 positive`.
  case phenotype(String)
  /// An activity score.
  case score(ActivityScore)
  /// An activity score that can't be stated.
  case noScore
  /// A diplotype, its alleles sorted.
  case diplotype([String])
  /// Any diplotype of two alleles with this activity each, in hundredths.
  case pairOfAlleles(activity: Int)

  /// Whether a rule's condition on the gene holds for the result.
  func satisfies(_ requirement: GeneCondition.Requirement, gene: Gene?) -> Bool {
    switch (self, requirement) {
    case (.phenotype(let term), .phenotypes(let terms)): terms.contains(term)
    case (.score(let score), .scores(let ranges)): ranges.contains { $0.contains(score) }
    case (.noScore, .noScore): true
    case (.diplotype(let alleles), .diplotypes(let names)):
      names.contains { Self.alleles(of: $0) == alleles }
    case (.pairOfAlleles(let activity), .diplotypes(let names)):
      names.allSatisfy { name in
        Self.alleles(of: name).allSatisfy { allele in
          gene?.alleles.first { $0.name == allele }?.activity?.hundredths == activity
        }
      }
    default: false
    }
  }

  private static func alleles(of diplotype: String) -> [String] {
    diplotype.split(separator: "/").map(String.init).sorted()
  }
}

extension ResultKey: CustomStringConvertible {
  var description: String {
    switch self {
    case .phenotype(let term): term
    case .score(let score): score.description
    case .noScore: "n/a"
    case .diplotype(let alleles): alleles.joined(separator: "/")
    case .pairOfAlleles: "two alleles of reduced activity"
    }
  }
}
