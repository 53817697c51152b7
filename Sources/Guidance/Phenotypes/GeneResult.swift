public import Knowledge
public import StarAlleles

/// A gene's call together with what it means.
public struct GeneResult: Sendable, Hashable {
  /// The gene as the knowledge base has it.
  public var gene: Gene
  /// The call.
  public var call: GeneCall
  /// One entry for each diplotype or stated result looked up; empty when there is no call.
  public var lookups: [LookupResult]
  /// For each distinct meaning a compatible diplotype would have: the diplotypes, in their order.
  public var possible: [Possibility]

  /// One meaning the evidence leaves open, and the diplotypes that have it.
  public struct Possibility: Sendable, Hashable {
    /// What it would mean.
    public var lookup: LookupResult
    /// The compatible diplotypes with this meaning.
    public var diplotypes: [Diplotype]
  }

  /// The distinct phenotypes or keys, in order.
  public var phenotypes: [String] {
    lookups.flatMap { $0.phenotype.map { [$0] } ?? $0.key.terms }.distinct
  }

  /// The distinct activity scores, in order; nil stands for one that can't be stated.
  ///
  /// Empty for a gene without scores.
  public var activityScores: [ActivityScore?] {
    guard case .activityScore = gene.phenotyping else { return [] }
    var scores: [ActivityScore?] = []
    for lookup in lookups where !scores.contains(lookup.activityScore) {
      scores.append(lookup.activityScore)
    }
    return scores
  }

  /// The notes on what was looked up, each once.
  public var lookupNotes: [LookupNote] {
    var seen: Set<LookupNote> = []
    return lookups.flatMap(\.notes).filter { seen.insert($0).inserted }
  }

  /// Whether the evidence leaves open meanings other than those looked up.
  public var isMeaningOpen: Bool {
    let keys = Set(lookups.map(\.meaning))
    return possible.contains { !keys.contains($0.lookup.meaning) } || keys.count > 1
  }
}

extension LookupResult {
  /// The key without the diplotype: what the result means, apart from its name.
  ///
  /// Where the gene has neither terms nor scores the diplotype is the meaning.
  package var meaning: LookupKey {
    if key.terms.isEmpty && key.score == .notScored { return key }
    return LookupKey(terms: key.terms, score: key.score)
  }
}
