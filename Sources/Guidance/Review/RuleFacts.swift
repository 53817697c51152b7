import Knowledge
import StarAlleles

/// Turns guideline entries into findings, opinions and traces.
struct RuleFacts {
  let name: String
  let names: [String: String]
  let review: GeneReview
  /// The guidance of a combination or of its ingredients bears the drug's own name.
  private var drug: String { review.genotype.drug.name }

  init(_ review: GeneReview, name: String, names: [String: String]) {
    self.review = review
    self.name = name
    self.names = names
  }

  /// The findings of the rules that fit.
  var facts: [FoundFact] {
    review.matches.compactMap { entry, basis in
      guard let rule = entry.rule else { return nil }
      let causes = review.causes(entry, basis)
      let wording = GuidanceWording(rule: rule, drug: drug, names: names)
      let likely = causes.contains(where: \.rule.isLikelyOnly)
      return FoundFact(
        finding: ReviewFinding(
          kind: causes.isEmpty ? .gene : .phenoconversion, state: entry.state,
          sentence: Sentence(text(entry, wording, causes, basis), trace(entry, causes)),
          partners: causes.flatMap(\.causes).map(\.medicine).distinct,
          genes: rule.conditions.map(\.gene).distinct),
        severity: rule.severityRank, evidence: likely ? 3 : rule.evidenceRank,
        order: wording.order(for: drug), doses: wording.doseSentences,
        isDoseOnly: rule.action == .reduceDose || rule.action == .increaseDose,
        alternatives: rule.alternatives)
    }
  }

  /// What each source says, the most urgent first.
  var opinions: [SourceOpinion] {
    review.matches.map { entry, basis in
      let causes = review.causes(entry, basis)
      let rule = entry.rule
      return SourceOpinion(
        source: entry.guideline.source, strength: rule?.strength ?? "",
        version: entry.guideline.version, url: entry.guideline.url,
        population: entry.population == "general" ? "" : entry.population, state: entry.state,
        sentence: Sentence(opinion(entry, causes, basis), trace(entry, causes)))
    }
  }

  /// Why, by gene: what the results mean for the drug, in the words of the leading rules.
  var reasons: [(state: AnswerState, sentence: Sentence)] {
    var seen: Set<String> = []
    return review.matches.flatMap { entry, basis -> [(AnswerState, Sentence)] in
      guard let rule = entry.rule else { return [] }
      let causes = review.causes(entry, basis)
      let told = ImplicationWording.sentences(rule.implications, genes: entry.matchedGenes)
      let lines = told.isEmpty ? bare(entry) : told
      let with =
        basis == .genotypeAlone
        ? "By genotype alone: "
        : causes.isEmpty ? "" : "With \(causes.map(\.names).distinct.listed("and")): "
      return lines.map { (entry.state, Sentence(with + $0, trace(entry, causes))) }
    }.filter { seen.insert($0.1.text).inserted }
  }

  /// The genes and results of an entry whose source tells no effect.
  private func bare(_ entry: GuidanceEntry) -> [String] {
    let genes = entry.matchedGenes.map(\.gene).distinct.map { gene -> String in
      let matched = entry.matchedGenes.filter { $0.gene == gene }
      let terms = matched.flatMap(\.terms).distinct.map(PhenotypeWording.plain)
      let shown =
        terms.isEmpty ? matched.compactMap { $0.diplotype?.description }.distinct : terms
      return "\(gene) \(shown.listed("or"))"
    }
    return genes.isEmpty
      ? [] : ["\(genes.listed("and")): \(entry.guideline.source) has a rule for this."]
  }

  private func text(
    _ entry: GuidanceEntry, _ wording: GuidanceWording, _ causes: [ConvertedGene],
    _ basis: GeneReview.Basis
  ) -> String {
    lead(causes, basis) + "\(entry.guideline.source): \(wording.text)"
  }

  private func opinion(
    _ entry: GuidanceEntry, _ causes: [ConvertedGene], _ basis: GeneReview.Basis
  ) -> String {
    guard let rule = entry.rule else {
      return entry.reason.map { $0.sentence(entry.guideline) } ?? ""
    }
    let some = entry.isConditional ? "For some of the results that fit: " : ""
    return lead(causes, basis) + some + GuidanceWording(rule: rule, drug: drug, names: names).text
  }

  /// What a rule rests on, where a conversion makes it need saying.
  private func lead(_ causes: [ConvertedGene], _ basis: GeneReview.Basis) -> String {
    if basis == .genotypeAlone { return "By genotype alone: " }
    guard !causes.isEmpty else { return "" }
    let parts = causes.map { cause in
      let likely = cause.rule.isLikelyOnly ? "likely " : ""
      return "\(cause.rule.gene) \(likely)\(cause.after.map(PhenotypeWording.plain).listed("or"))"
    }
    return "With \(causes.map(\.names).distinct.listed("and")) (\(parts.listed("and"))): "
  }

  /// Where an entry comes from.
  func trace(_ entry: GuidanceEntry, _ causes: [ConvertedGene] = []) -> Trace {
    var inputs: [Trace.Input] = []
    let converted = Dictionary(causes.map { ($0.rule.gene, $0) }) { first, _ in first }
    for matched in entry.matchedGenes {
      let cause = converted[matched.gene]
      if let diplotype = matched.diplotype {
        inputs.append(Trace.Input("\(matched.gene) diplotype", "\(diplotype)", from: "genotype"))
      }
      if let cause {
        for phenotype in cause.before {
          inputs.append(Trace.Input("\(matched.gene) phenotype", phenotype, from: "genotype"))
        }
      }
      let from = cause.map { "genotype with \($0.names)" } ?? "genotype"
      for term in matched.terms {
        inputs.append(Trace.Input("\(matched.gene) phenotype", term, from: from))
      }
      if let score = matched.activityScore {
        inputs.append(Trace.Input("\(matched.gene) activity score", "\(score)", from: from))
      }
    }
    for cause in causes.flatMap(\.causes) {
      inputs.append(
        Trace.Input(
          cause.name, "\(cause.role.protein), \(cause.kind)",
          from: cause.habit == nil ? "medication list" : "habits"))
    }
    let guideline = entry.guideline
    return Trace(
      rule: entry.rule?.id ?? "\(guideline.source)-\(guideline.id)", source: guideline.source,
      version: guideline.version, rows: entry.rule?.sourceRows ?? [], url: guideline.url,
      inputs: inputs, missing: entry.gaps.map(\.gene).distinct,
      arithmetic: causes.flatMap(\.arithmetic))
  }
}

extension NotAssessedReason {
  /// Why a guideline gives no answer.
  func sentence(_ guideline: Guideline) -> String {
    switch self {
    case .noResult(let gaps): "Not assessed: \(gaps.map(\.words).distinct.listed("and"))."
    case .indeterminate(let genes):
      "Not assessed: the result of \(genes.distinct.listed("and")) is indeterminate."
    case .noRuleForResult: "Not assessed: the source has no rule for this result."
    case .noRules: guideline.remark ?? "Not assessed: this source can't be looked up by results."
    }
  }
}

extension GeneGap {
  /// The gene and why it has no result.
  var words: String {
    switch cause {
    case .notTested: "\(gene) was not tested"
    case .notCalled(let reason): "\(gene) \(reason.words)"
    }
  }
}

extension NotCalledReason {
  fileprivate var words: String {
    switch self {
    case .noData: "was not tested"
    case .requiredPositionMissing: "lacks a position it can't be called without"
    case .halfCall: "has a genotype half of which is missing"
    case .noMatch: "has no call that fits the data"
    case .needsStructure: "can't be called from small variants"
    case .needsOutsideCall: "needs a typing of its own"
    case .outsideNoCall: "could not be called by the laboratory"
    }
  }
}
