public import Knowledge
import StarAlleles

/// Finds the rules that fit a sample's gene results.
public struct GuidanceMatcher: Sendable {
  private let results: [String: GeneResult]

  /// Makes a matcher for the gene results of one sample.
  public init(results: [GeneResult]) {
    self.results = Dictionary(
      results.map { ($0.gene.symbol, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the sources say of each drug: the most urgent drugs first, then by name.
  public func guidance(for drugs: [Drug]) -> [DrugGuidance] {
    DrugGuidance.ranked(drugs.map { guidance(for: $0) }.map { ($0.state, $0) })
  }

  /// What the sources say of one drug.
  public func guidance(for drug: Drug) -> DrugGuidance {
    guidance(for: drug, drug.guidelines.map(GuidelineEvaluation.init))
  }

  /// What the sources say of one drug whose guidelines were made ready before.
  func guidance(for drug: Drug, _ evaluations: [GuidelineEvaluation]) -> DrugGuidance {
    let entries = evaluations.flatMap(entries)
    let ranked = entries.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.state != other.state { return one.state < other.state }
      let (bars, otherBars) = (one.rule?.isContraindicated, other.rule?.isContraindicated)
      if bars != otherBars, bars == true || otherBars == true { return bars == true }
      return left.offset < right.offset
    }
    return DrugGuidance(
      drug: drug, entries: ranked.map(\.element),
      dependence: GuidanceDependence(evaluations, results))
  }

  /// The answers of one guideline: an entry for each rule that fits any combination of results, and
  /// one that says why, if some combination fits none.
  private func entries(_ evaluation: GuidelineEvaluation) -> [GuidanceEntry] {
    let guideline = evaluation.guideline
    let gaps = evaluation.genes.compactMap(gap)
    guard !guideline.rules.isEmpty else {
      return [entry(guideline, .notAssessed(.noRules), evaluation.genes.flatMap(all), gaps, false)]
    }
    let lists = evaluation.genes.map { gene -> [(gene: String, lookup: LookupResult?)] in
      let found = results[gene]?.lookups ?? []
      return found.isEmpty ? [(gene, nil)] : found.map { (gene, $0) }
    }
    var order: [Int] = []
    var matched: [Int: [MatchedGene]] = [:]
    var partial: Set<Int> = []
    var count: [Int: Int] = [:]
    var unmatched: [[(gene: String, lookup: LookupResult?)]] = []
    let all = combinations(lists)
    for combination in all {
      var keys: [String: LookupKey] = [:]
      for (gene, lookup) in combination { keys[gene] = lookup?.key }
      let hits = evaluation.hits(keys)
      if hits.isEmpty { unmatched.append(combination) }
      for hit in hits {
        if matched[hit.rule] == nil { order.append(hit.rule) }
        count[hit.rule, default: 0] += 1
        if hit.isPartial { partial.insert(hit.rule) }
        let genes = Set(guideline.rules[hit.rule].conditions.map(\.gene))
        for (gene, lookup) in combination where genes.contains(gene) {
          guard
            let part = lookup.map({ MatchedGene(gene, $0) })?
              .narrowed(to: guideline.rules[hit.rule])
          else { continue }
          if !(matched[hit.rule] ?? []).contains(part) {
            matched[hit.rule, default: []].append(part)
          }
        }
        if matched[hit.rule] == nil { matched[hit.rule] = [] }
      }
    }
    var entries = order.map { index in
      let isSome = count[index] != all.count || partial.contains(index)
      return entry(
        guideline, .rule(guideline.rules[index]), matched[index] ?? [], gaps, isSome)
    }
    if let first = unmatched.first {
      let seen = first.compactMap { part in part.lookup.map { MatchedGene(part.gene, $0) } }
      let isSome = unmatched.count != all.count
      let reason = reason(first, gaps)
      entries.append(entry(guideline, .notAssessed(reason), seen, gaps, isSome))
    }
    return entries
  }

  private func entry(
    _ guideline: Guideline, _ answer: GuidanceEntry.Answer, _ matched: [MatchedGene],
    _ gaps: [GeneGap], _ isConditional: Bool
  ) -> GuidanceEntry {
    GuidanceEntry(
      guideline: guideline, answer: answer, matchedGenes: matched, gaps: gaps,
      isConditional: isConditional)
  }

  private func reason(
    _ combination: [(gene: String, lookup: LookupResult?)], _ gaps: [GeneGap]
  ) -> NotAssessedReason {
    if !gaps.isEmpty { return .noResult(gaps) }
    let unclear = combination.compactMap { part in
      part.lookup?.isUnclear == true ? part.gene : nil
    }
    return unclear.isEmpty ? .noRuleForResult : .indeterminate(unclear)
  }

  private func gap(_ gene: String) -> GeneGap? {
    guard let result = results[gene] else { return GeneGap(gene: gene, cause: .notTested) }
    guard result.lookups.isEmpty else { return nil }
    switch result.call.status {
    case .notCalled(.noData): return GeneGap(gene: gene, cause: .notTested)
    case .notCalled(let reason): return GeneGap(gene: gene, cause: .notCalled(reason))
    case .called, .ambiguous, .outside: return GeneGap(gene: gene, cause: .notCalled(.noMatch))
    }
  }

  private func all(_ gene: String) -> [MatchedGene] {
    (results[gene]?.lookups ?? []).map { MatchedGene(gene, $0) }
  }
}

extension LookupResult {
  /// Whether nothing can be concluded from it: indeterminate, or no key at all.
  var isUnclear: Bool { isIndeterminate || (key.terms.isEmpty && key.diplotype == nil) }
}

extension MatchedGene {
  /// With only those of several keys, such as watched alleles, that a rule asks for.
  fileprivate func narrowed(to rule: GuidanceRule) -> MatchedGene {
    guard terms.count > 1 else { return self }
    var narrowed = self
    for condition in rule.conditions where condition.gene == gene {
      if case .phenotypes(let names) = condition.requirement {
        narrowed.terms = terms.filter(names.contains)
      }
    }
    return narrowed.terms.isEmpty ? self : narrowed
  }

  init(_ gene: String, _ lookup: LookupResult) {
    self.init(
      gene: gene, diplotype: lookup.diplotype, terms: lookup.key.terms,
      activityScore: lookup.activityScore)
  }
}
