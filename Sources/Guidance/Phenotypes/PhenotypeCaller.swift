public import Knowledge
public import StarAlleles

/// Turns the calls of a sample into gene results: phenotype, activity score and look-up keys.
///
/// Made once for a run; all tables are laid out when it is made.
public struct PhenotypeCaller: Sendable {
  private let genes: [String: Gene]
  private let phenotypers: [String: GenePhenotyper]

  /// Makes a caller that knows these genes, by symbol.
  public init(genes: [String: Gene]) {
    self.genes = genes
    phenotypers = genes.mapValues(GenePhenotyper.init)
  }

  /// The results of a sample, ordered by gene symbol; `outside` calls replace what variants say.
  ///
  /// Calls for genes the caller does not know are left out.
  public func results(for calls: [GeneCall], outside: [OutsideCall] = []) -> [GeneResult] {
    let rows = Dictionary(grouping: outside, by: \.gene)
    return outside.applied(to: calls, genes: genes).compactMap { call in
      result(for: call, rows: rows[call.gene] ?? [])
    }
  }

  private func result(for call: GeneCall, rows: [OutsideCall]) -> GeneResult? {
    guard let phenotyper = phenotypers[call.gene] else { return nil }
    return GeneResult(
      gene: phenotyper.gene, call: call, lookups: lookups(for: call, rows, phenotyper),
      possible: possibilities(for: call, phenotyper))
  }

  private func lookups(
    for call: GeneCall, _ rows: [OutsideCall], _ phenotyper: GenePhenotyper
  ) -> [LookupResult] {
    var results: [LookupResult] = []
    if case .outside = call.status {
      let looked = Dictionary(
        zip(call.diplotypes, call.lookup), uniquingKeysWith: { first, _ in first })
      let told: [(String?, ActivityScore?, Diplotype?, String?)] =
        rows.isEmpty
        ? (call.diplotypes.isEmpty ? [nil] : call.diplotypes.map(Optional.some)).map {
          (call.stated?.phenotype, call.stated?.activityScore, $0, nil)
        }
        : rows.filter { !$0.isNoCall }
          .map { ($0.phenotype, $0.activityScore, $0.diplotype, $0.toldPhenotype) }
      results = told.compactMap { phenotype, score, diplotype, toldPhenotype in
        var result = phenotyper.result(
          phenotype: phenotype, score: score, diplotype: diplotype.map { looked[$0] ?? $0 })
        if let toldPhenotype, let derived = result?.phenotype, derived != toldPhenotype {
          result?.notes.append(.callerTellsOtherwise(told: toldPhenotype, derived: derived))
        }
        return result
      }
    } else {
      results = call.lookup.map(phenotyper.result)
    }
    var seen: Set<LookupResult> = []
    return results.filter { seen.insert($0).inserted }
  }

  private func possibilities(
    for call: GeneCall, _ phenotyper: GenePhenotyper
  ) -> [GeneResult.Possibility] {
    guard call.status != .outside else { return [] }
    var order: [LookupKey: Int] = [:]
    var possible: [GeneResult.Possibility] = []
    for diplotype in call.compatible {
      let result = phenotyper.possibleResult(of: diplotype)
      if let index = order[result.meaning] {
        possible[index].diplotypes.append(diplotype)
      } else {
        order[result.meaning] = possible.count
        possible.append(GeneResult.Possibility(lookup: result, diplotypes: [diplotype]))
      }
    }
    return possible
  }
}
