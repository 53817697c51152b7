import Knowledge
import StarAlleles

/// Works out what inhibitors and inducers make of gene results.
///
/// | gene | perpetrators | outcome |
/// | --- | --- | --- |
/// | with factors | inhibitors | the strongest one's factor times the activity score, looked up anew |
/// | with ranks | inhibitors | the strongest one's step down, or the lowest rank |
/// | with ranks | inducers | the strongest one's step up; the lowest rank stays, for want of enzyme |
/// | with ranks | both | named; the outcome can't be stated |
/// | without either | any but weak ones | named |
/// | without result | one that leaves no activity | that of any genotype; otherwise named |
struct PhenotypeConverter: Sendable {
  private let conversions: [EnzymeConversion]
  private let phenotypers: [String: GenePhenotyper]

  /// Makes a converter; conversions of genes that are not there are left out.
  init(_ conversions: [EnzymeConversion], genes: [Gene]) {
    let bySymbol = Dictionary(genes.map { ($0.symbol, $0) }) { first, _ in first }
    self.conversions = conversions.filter { bySymbol[$0.gene] != nil }
    phenotypers = Dictionary(
      self.conversions.compactMap { rule in
        bySymbol[rule.gene].map { (rule.gene, GenePhenotyper($0)) }
      }
    ) { first, _ in first }
  }

  /// The genes whose result others on the list or habits change, or of which it can't be said.
  func conversions(of results: [String: GeneResult], by actors: [EnzymeActor]) -> [ConvertedGene] {
    conversions.compactMap { conversion($0, results[$0.gene], actors) }
  }

  /// The genes of a protein.
  func genes(of protein: String) -> [String] {
    conversions.filter { $0.proteins.contains(protein) }.map(\.gene)
  }

  private func conversion(
    _ rule: EnzymeConversion, _ result: GeneResult?, _ actors: [EnzymeActor]
  ) -> ConvertedGene? {
    let relevant = actors.filter { $0.converts && rule.proteins.contains($0.role.protein) }
      .sorted { ($0.role.strength.rank, $0.name) < ($1.role.strength.rank, $1.name) }
    guard let phenotyper = phenotypers[rule.gene], !relevant.isEmpty else { return nil }
    if rule.effects.isEmpty {
      let weighty = relevant.filter { $0.role.strength.rank < 2 }
      return weighty.isEmpty
        ? nil
        : ConvertedGene(
          rule: rule, original: result, converted: nil, causes: weighty, arithmetic: [])
    }
    let changes = relevant.compactMap { actor -> (EnzymeActor, EnzymeConversion.Change)? in
      guard let change = rule.change(actor.role.role, actor.role.strength), change.isAny
      else { return nil }
      return (actor, change)
    }
    guard let (first, change) = changes.first else { return nil }
    if Set(changes.map(\.0.role.role)).count > 1 {
      return ConvertedGene(
        rule: rule, original: result, converted: nil, causes: changes.map(\.0), arithmetic: [])
    }
    let causes = changes.filter { $0.0.role.strength == first.role.strength }.map(\.0)
    guard let result, !result.lookups.isEmpty else {
      return unresolved(rule, result, change, causes, phenotyper)
    }
    var steps: [String] = []
    var converted = result
    converted.lookups = distinct(
      result.lookups.flatMap { lookup in
        let (lookups, step) = apply(change, to: lookup, rule, first, phenotyper)
        if !steps.contains(step) { steps.append(step) }
        return lookups
      })
    converted.possible = possible(result.possible) {
      apply(change, to: $0, rule, first, phenotyper).0
    }
    guard
      converted.phenotypes != result.phenotypes
        || converted.activityScores != result.activityScores
    else { return nil }
    return ConvertedGene(
      rule: rule, original: result, converted: converted, causes: causes, arithmetic: steps)
  }

  /// Where there is no result, only what leaves no activity in anyone can be stated.
  private func unresolved(
    _ rule: EnzymeConversion, _ result: GeneResult?, _ change: EnzymeConversion.Change,
    _ causes: [EnzymeActor], _ phenotyper: GenePhenotyper
  ) -> ConvertedGene {
    var lookup: LookupResult?
    var step = ""
    switch change {
    case .multiply(hundredths: 0):
      let none = ActivityScore(hundredths: 0)
      lookup = phenotyper.result(phenotype: nil, score: none, diplotype: nil)
      step = "any activity score × 0 (\(causes[0].words)) = 0 → \(lookup?.phenotype ?? "")"
    case .lowest:
      lookup = phenotyper.result(phenotype: rule.ranks.first?.first, score: nil, diplotype: nil)
      step = "any phenotype → \(lookup?.phenotype ?? "") (\(causes[0].words))"
    case .multiply, .step: break
    }
    guard let lookup else {
      return ConvertedGene(
        rule: rule, original: result, converted: nil, causes: causes, arithmetic: [])
    }
    var call = GeneCall(gene: rule.gene, status: .outside)
    call.stated = GeneCall.StatedResult(
      phenotype: lookup.phenotype, activityScore: lookup.activityScore)
    let converted = GeneResult(
      gene: phenotyper.gene, call: call, lookups: [lookup], possible: [])
    return ConvertedGene(
      rule: rule, original: result, converted: converted, causes: causes, arithmetic: [step])
  }

  private func apply(
    _ change: EnzymeConversion.Change, to lookup: LookupResult, _ rule: EnzymeConversion,
    _ actor: EnzymeActor, _ phenotyper: GenePhenotyper
  ) -> ([LookupResult], String) {
    switch change {
    case .multiply(let hundredths):
      return multiplied(lookup, by: hundredths, actor, phenotyper)
    case .step, .lowest:
      guard let old = lookup.phenotype,
        let rank = rule.ranks.firstIndex(where: { $0.contains(old) })
      else {
        guard case .lowest = change, let lowest = rule.ranks.first?.first else {
          return ([lookup], "\(lookup.phenotype ?? "no phenotype") has no rank and stays")
        }
        return (
          [moved(lookup, to: lowest, phenotyper)],
          "\(lookup.phenotype ?? "any phenotype") → \(lowest) (\(actor.words))"
        )
      }
      var target = 0
      if case .step(let ranks) = change {
        if rank == 0, ranks > 0 {
          return ([lookup], "\(old) stays: there is no enzyme to induce (\(actor.words))")
        }
        target = min(max(rank + ranks, 0), rule.ranks.count - 1)
      }
      guard target != rank, let new = rule.ranks[target].first else {
        return ([lookup], "\(old) stays (\(actor.words))")
      }
      let many = abs(target - rank)
      let way = "\(many) rank\(many == 1 ? "" : "s") \(target < rank ? "down" : "up")"
      return ([moved(lookup, to: new, phenotyper)], "\(old), \(way) (\(actor.words)) → \(new)")
    }
  }

  private func moved(
    _ lookup: LookupResult, to phenotype: String, _ phenotyper: GenePhenotyper
  ) -> LookupResult {
    guard var new = phenotyper.result(phenotype: phenotype, score: nil, diplotype: nil) else {
      return lookup
    }
    new.diplotype = lookup.diplotype
    new.functions = lookup.functions
    return new
  }

  private func multiplied(
    _ lookup: LookupResult, by hundredths: Int, _ actor: EnzymeActor, _ phenotyper: GenePhenotyper
  ) -> ([LookupResult], String) {
    let factor = ActivityScore(hundredths: hundredths).factor
    func scaled(_ score: ActivityScore) -> (ActivityScore, LookupResult)? {
      let new = phenotyper.placed(tenThousandths: score.hundredths * hundredths, score.isLowerBound)
      guard var result = phenotyper.result(phenotype: nil, score: new, diplotype: nil) else {
        return nil
      }
      result.diplotype = lookup.diplotype
      result.functions = lookup.functions
      return (new, result)
    }
    func step(_ score: String, _ product: String, _ result: LookupResult?) -> String {
      "activity score \(score) × \(factor) (\(actor.words)) = \(product) → "
        + (result?.phenotype ?? PhenotypeTerm.indeterminate)
    }
    switch lookup.key.score {
    case .value(let score):
      guard let (new, result) = scaled(score) else { return ([lookup], "") }
      let product = score.times(hundredths)
      let placed =
        new.isLowerBound || new.factor == product ? product : "\(product), looked up as \(new)"
      return ([result], step("\(score)", placed, result))
    case .oneOf(let scores):
      let results = distinct(scores.compactMap { scaled($0)?.1 })
      let range = [scores.first, scores.last].compactMap { $0?.description }.distinct
      return (
        results,
        "activity score \(range.joined(separator: " to ")) × \(factor) (\(actor.words)) → "
          + results.compactMap(\.phenotype).distinct.listed("or")
      )
    case .unknown, .notScored:
      guard hundredths == 0, let (_, result) = scaled(ActivityScore(hundredths: 0)) else {
        return ([lookup], "no activity score can be stated, so none can be multiplied")
      }
      return ([result], step("unknown", "0", result))
    }
  }

  private func possible(
    _ possible: [GeneResult.Possibility], _ change: (LookupResult) -> [LookupResult]
  ) -> [GeneResult.Possibility] {
    var order: [LookupKey: Int] = [:]
    var changed: [GeneResult.Possibility] = []
    for possibility in possible {
      for lookup in change(possibility.lookup) {
        if let index = order[lookup.meaning] {
          changed[index].diplotypes += possibility.diplotypes
        } else {
          order[lookup.meaning] = changed.count
          changed.append(
            GeneResult.Possibility(lookup: lookup, diplotypes: possibility.diplotypes))
        }
      }
    }
    return changed
  }

  private func distinct(_ lookups: [LookupResult]) -> [LookupResult] {
    var seen: Set<LookupResult> = []
    return lookups.filter { seen.insert($0).inserted }
  }
}

extension EnzymeConversion.Change {
  /// Whether it changes anything.
  fileprivate var isAny: Bool { self != .multiply(hundredths: 100) && self != .step(0) }
}
