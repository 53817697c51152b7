import Evidence
public import Knowledge
import StarAlleles

/// Finds the side-effect risks that a sample's gene results raise.
///
/// A gene without a result raises nothing here; that it was not assessed is said with the drug.
public struct RiskMatcher: Sendable {
  private let risks: [SideEffectRisk]

  /// Makes a matcher; risks whose gene state nothing here can show are left out.
  public init(risks: [SideEffectRisk]) {
    self.risks = risks.filter { !$0.conditions.isEmpty }
  }

  /// The risks raised, the worst first, then by topic and id.
  public func findings(for results: [GeneResult]) -> [RiskFinding] {
    let byGene = Dictionary(results.map { ($0.gene.symbol, $0) }) { first, _ in first }
    return risks.compactMap { finding($0, byGene) }.sorted { left, right in
      let (one, other) = (left.risk.severity.rank, right.risk.severity.rank)
      return one != other
        ? one < other
        : (left.risk.topic, left.risk.id) < (right.risk.topic, right.risk.id)
    }
  }

  private func finding(_ risk: SideEffectRisk, _ results: [String: GeneResult]) -> RiskFinding? {
    var certainty = RiskFinding.Certainty.present
    var genes: [MatchedGene] = []
    for condition in risk.conditions {
      guard let result = results[condition.gene] else { return nil }
      if result.gene.calling.method == .variants {
        guard case .carries(let names) = condition.requirement, result.shows(anyOf: names) else {
          return nil
        }
        continue
      }
      let fitting = result.lookups.filter { Self.fits(condition, $0, result) != .no }
      let isSure =
        fitting.count == result.lookups.count && !fitting.isEmpty
        && fitting.allSatisfy { Self.fits(condition, $0, result) == .fully }
        && result.possible.allSatisfy { Self.fits(condition, $0.lookup, result) == .fully }
      let maybe = result.possible.filter { Self.fits(condition, $0.lookup, result) != .no }
      guard !fitting.isEmpty || !maybe.isEmpty else { return nil }
      if !isSure { certainty = .possible }
      let shown = fitting.isEmpty ? maybe.map(\.lookup) : fitting
      genes += shown.map { MatchedGene(condition.gene, $0) }
    }
    return RiskFinding(risk: risk, certainty: certainty, matchedGenes: genes)
  }

  private static func fits(
    _ condition: GeneCondition, _ lookup: LookupResult, _ result: GeneResult
  ) -> ConditionFit {
    if case .carries(let names) = condition.requirement,
      result.call.components.contains(where: names.contains)
    {
      return .fully
    }
    var key = lookup.key
    key.diplotype = key.diplotype ?? lookup.diplotype
    return ConditionFit(PreparedCondition(condition), key)
  }
}

extension GeneResult {
  /// Whether the genotypes hold, at least once at each of its positions, an allele with one of these
  /// names; for a gene whose positions are listed one by one.
  fileprivate func shows(anyOf names: [String]) -> Bool {
    gene.alleles.contains { allele in
      names.contains(allele.name) && !allele.cells.isEmpty
        && allele.cells.allSatisfy { cell in
          guard call.evidence.indices.contains(cell.position),
            case .observed(let observation) = call.evidence[cell.position]
          else { return false }
          return observation.alleles.contains { seen in
            if case .documented(let index) = seen {
              cell.accepted >> UInt16(index) & 1 == 1
            } else {
              false
            }
          }
        }
    }
  }
}

extension SideEffectRisk.Severity {
  /// 0 for the worst.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// The severity within a sentence.
  public var words: String {
    switch self {
    case .lifeThreatening: "life-threatening"
    case .severe: "severe"
    case .moderate: "moderate"
    case .mild: "mild"
    }
  }
}
