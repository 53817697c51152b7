import Knowledge

/// Makes the answer for one medicine of a scene.
struct AnswerBuilder {
  private let item: ReviewItem
  private let scene: ReviewScene
  private let review: GeneReview?
  private let rules: RuleFacts?
  private let facts: [FoundFact]
  private let unknown: [UnknownFact]
  private let considered: [String]
  private let state: AnswerState
  private var name: String { item.medicine.name }

  init(_ item: ReviewItem, in scene: ReviewScene) {
    self.item = item
    self.scene = scene
    let review = scene.knowledge.drugs[item.medicine.id].map { GeneReview($0, item, scene) }
    self.review = review
    let rules = review.map {
      RuleFacts($0, name: item.medicine.name, names: scene.knowledge.names)
    }
    self.rules = rules
    let ruleFacts = rules?.facts ?? []
    let converted = Set(
      ruleFacts.filter { $0.finding.kind == .phenoconversion }.flatMap(\.finding.genes))
    let others = OtherFacts(item: item, scene: scene, convertedGenes: converted).found()
    let doses = Self.equations(item, scene)
    facts = (ruleFacts + others.facts + doses).sorted(by: FoundFact.precedes)
    unknown = others.unknown
    considered = others.considered
    state = Self.state(review, others.facts, Self.untestedRisks(item, scene))
  }

  /// The answer, without alternatives.
  var answer: MedicationAnswer {
    MedicationAnswer(
      text: item.text, medicine: item.medicine.id, name: name, rxnorm: item.medicine.rxnorm,
      state: state, action: action, dose: dose, why: why, sources: sources,
      wouldChange: wouldChange, notTested: notTested, findings: facts.map(\.finding))
  }

  /// The finding that decides; nil if nothing was found.
  var first: FoundFact? { leading ?? facts.first }

  /// The ids of medicines that the deciding findings name instead, each once.
  var alternatives: [String] {
    guard state < .noChange else { return [] }
    return facts.filter { $0.finding.state <= .caution }.flatMap(\.alternatives).distinct
      .filter { !item.ids.contains($0) }
  }

  /// Whether all that makes it a change is another dose.
  var isDoseChangeOnly: Bool {
    let changes = facts.filter { $0.finding.state <= .change }
    return state == .change && !changes.isEmpty && changes.allSatisfy(\.isDoseOnly)
  }

  // MARK: State

  /// The most urgent of genes and the rest.
  ///
  /// Other findings make it more urgent, never milder: without gene advice, or with advice that is not
  /// assessed, a finding that asks for nothing leaves it not assessed. So does a gene that was not tested
  /// and bears a life-threatening risk.
  private static func state(
    _ review: GeneReview?, _ others: [FoundFact], _ untested: [SideEffectRisk]
  ) -> AnswerState {
    let genes = review?.state ?? .notAssessed
    let other = others.map(\.finding.state).min() ?? .notAssessed
    if other < .noChange { return genes == .notAssessed ? other : min(genes, other) }
    return genes == .noChange && !untested.isEmpty ? .notAssessed : genes
  }

  /// Life-threatening risks of the medicine at whose genes nothing was looked for.
  private static func untestedRisks(_ item: ReviewItem, _ scene: ReviewScene) -> [SideEffectRisk] {
    item.ids.flatMap { scene.knowledge.risks[$0] ?? [] }.filter { risk in
      risk.severity == .lifeThreatening && risk.riskClass != .lowToNone
        && risk.conditions.contains { scene.results[$0.gene]?.isUsable != true }
    }
  }

  private static func equations(_ item: ReviewItem, _ scene: ReviewScene) -> [FoundFact] {
    guard scene.knowledge.equations.hasEquation(for: item.medicine.id) else { return [] }
    return scene.knowledge.equations.findings(
      for: item.medicine.id,
      results: scene.results.values.sorted { $0.gene.symbol < $1.gene.symbol },
      facts: scene.facts, medicines: Set(scene.items.flatMap(\.ids))
    ).enumerated().map { index, finding in
      FoundFact(finding: finding, severity: 3, evidence: 1, place: index, order: "")
    }
  }

  // MARK: 1, what to do

  private var leading: FoundFact? {
    let fitting = facts.filter {
      $0.finding.state == state && $0.finding.kind != .doseEquation
    }
    // "No change" is what guidelines say of the genes; what else was found asks for nothing.
    return state == .noChange
      ? fitting.first { $0.finding.kind == .gene || $0.finding.kind == .phenoconversion }
        ?? fitting.first
      : fitting.first
  }

  private var action: Sentence {
    if state == .notAssessed { return notAssessed }
    guard let leading else { return notAssessed }
    var trace = leading.finding.sentence.trace
    trace.considered +=
      facts.filter { $0.finding.kind != .doseEquation }
      .map { "\($0.finding.sentence.trace.rule): \($0.finding.state.word.lowercased())" }
      .filter { !$0.hasPrefix(trace.rule + ":") }.distinct + considered
    return Sentence(leading.order, trace)
  }

  /// Why nothing can be said.
  private var notAssessed: Sentence {
    guard let review else {
      let rest =
        facts.isEmpty && unknown.isEmpty
        ? "" : " What was found of other medicines, habits and organs stands below."
      return Sentence(
        "Not assessed: no source here has advice on \(name) by genes.\(rest)",
        Trace(rule: "no-guidance", source: "stardose", considered: considered))
    }
    let guidance = review.leading
    let gaps = guidance.entries.flatMap { entry -> [GeneGap] in
      if case .noResult(let gaps) = entry.reason { gaps } else { [] }
    }
    let untested = Self.untestedRisks(item, scene).flatMap(\.conditions).map(\.gene)
      .filter { scene.results[$0]?.isUsable != true }
    var trace =
      guidance.entries.first.map { rules?.trace($0) ?? Trace(rule: "", source: "") }
      ?? Trace(rule: "no-entry", source: "stardose")
    trace.missing = (gaps.map(\.gene) + untested).distinct
    trace.considered = considered
    let words =
      gaps.map(\.words).distinct
      + untested.distinct.filter { gene in
        !gaps.contains { $0.gene == gene }
      }.map { "\($0) was not tested" }
    if !words.isEmpty {
      return Sentence("Not assessed: \(name) depends on genes: \(words.listed("and")).", trace)
    }
    let unclear = guidance.entries.flatMap { entry -> [String] in
      if case .indeterminate(let genes) = entry.reason { genes } else { [] }
    }.distinct
    if !unclear.isEmpty {
      trace.missing = unclear
      return Sentence(
        "Not assessed: what to do with \(name) depends on \(unclear.listed("and")), whose result is "
          + "indeterminate.", trace)
    }
    if guidance.dependence.mayNeedAction {
      return Sentence(
        "Not assessed: what to do with \(name) depends on what the data leave open.", trace)
    }
    return Sentence(
      "Not assessed: the sources have no advice on \(name) for these results.", trace)
  }

  // MARK: 3, dose

  private var dose: [Sentence] {
    var seen: Set<String> = []
    let orders = facts.filter { $0.finding.state <= .caution }.flatMap { fact in
      fact.finding.kind == .doseEquation
        ? [fact.finding.sentence]
        : fact.doses.map { Sentence($0, fact.finding.sentence.trace) }
    }
    let refused = facts.filter {
      $0.finding.kind == .doseEquation && $0.finding.state > .caution
    }.map(\.finding.sentence)
    return (orders + refused).filter { seen.insert($0.text).inserted }
  }

  // MARK: 4, why

  private var why: [Sentence] {
    var told: [(AnswerState, Int, Sentence)] = []
    for conversion in review?.conversions ?? [] {
      told.append((state, 0, conversion.sentence))
    }
    for reason in rules?.reasons ?? [] { told.append((reason.state, 1, reason.sentence)) }
    for fact in facts {
      switch fact.finding.kind {
      case .gene, .phenoconversion, .doseEquation: break
      case .interaction, .factor, .risk:
        told.append((fact.finding.state, 1, fact.finding.sentence))
      }
    }
    var seen: Set<String> = []
    return told.enumerated().sorted { left, right in
      (left.element.0.rank, left.element.1, left.offset)
        < (right.element.0.rank, right.element.1, right.offset)
    }.map(\.element.2).filter { seen.insert($0.text).inserted }
  }

  // MARK: 5, sources

  private var sources: [SourceOpinion] {
    let all = (rules?.opinions ?? []) + facts.flatMap(\.opinions)
    var seen: Set<SourceOpinion> = []
    return all.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      (left.element.state.rank, left.offset) < (right.element.state.rank, right.offset)
    }.map(\.element)
  }

  // MARK: 6, what would change it

  private var wouldChange: [Sentence] {
    var sentences: [Sentence] = []
    if let guidance = review?.leading {
      let text = DependenceWording(guidance.dependence) { position in
        guard let gene = scene.results[position.gene]?.gene,
          gene.positions.indices.contains(position.position)
        else { return position.gene }
        return "\(gene.positions[position.position].id) (\(position.gene))"
      }.text
      if !text.isEmpty {
        sentences.append(
          Sentence(
            text,
            Trace(
              rule: "dependence", source: "stardose",
              rows: guidance.dependence.branches.flatMap(\.rules),
              missing: guidance.dependence.deciding.map(\.gene).distinct,
              arithmetic: guidance.dependence.branches.map(\.line))))
      }
    }
    if let review, let effective = review.effective {
      for conversion in review.conversions where conversion.converted != nil {
        guard conversion.original?.lookups.isEmpty == false else {
          sentences.append(
            Sentence(
              "If \(conversion.names) stops, the answer needs a result of \(conversion.rule.gene).",
              conversion.sentence.trace))
          continue
        }
        if effective.state != review.genotype.state {
          sentences.append(
            Sentence(
              "If \(conversion.names) stops, the genotype alone holds: "
                + "\(review.genotype.state.word.lowercased()).", conversion.sentence.trace))
        }
      }
    }
    sentences += facts.compactMap(\.wouldChange)
    sentences += habitsToCome
    sentences += UnknownFact.wouldChange(unknown)
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0.text).inserted }
  }

  /// What stopping a habit would bring.
  private var habitsToCome: [Sentence] {
    guard scene.facts.smoking == .current else { return [] }
    let factors: [PatientFactor] = item.parts.flatMap { scene.knowledge.factors[$0.id] ?? [] }
    return factors.filter { $0.factor == .smokingStopped }.map { factor -> Sentence in
      let wording = FactorWording(factor, for: name, names: scene.knowledge.names)
      return Sentence(
        "\(wording.occasion.sentenceCased): \(wording.text.lowercasedFirst)",
        Trace(factor.id, factor.sources))
    }
  }

  // MARK: 7, what was not tested

  private var notTested: [Sentence] {
    var sentences: [Sentence] = []
    for gene in review?.leading.missingGenes ?? [] {
      let gap = review?.leading.entries.flatMap(\.gaps).first { $0.gene == gene }
      let words = gap?.words ?? "the result of \(gene) is indeterminate"
      sentences.append(
        Sentence(
          words.sentenceCased.closed,
          Trace(rule: "gap-\(gene)", source: "stardose", missing: [gene])))
    }
    for risk in item.ids.flatMap({ scene.knowledge.risks[$0] ?? [] }) {
      guard risk.riskClass != .lowToNone, risk.riskClass != .noRecommendation else { continue }
      let wording = RiskWording(risk)
      let missing =
        risk.unassessed.map { [$0.gene] }
        ?? risk.conditions.map(\.gene).filter { scene.results[$0]?.isUsable != true }.distinct
      guard !missing.isEmpty else { continue }
      var trace = Trace("\(risk.topic)-\(risk.id)", risk.sources)
      trace.missing = missing
      sentences.append(
        Sentence(
          "Not assessed: \(missing.listed("and")) (\(wording.headline)).", trace))
    }
    if item.usesAge(review?.genotype), scene.facts.ageYears == nil {
      sentences.append(
        Sentence(
          "Not known: age, on which some of the advice depends.",
          Trace(rule: "unknown-fact", source: "stardose", missing: ["age"])))
    }
    sentences += UnknownFact.notTested(unknown)
    var seen: Set<String> = []
    return sentences.filter { seen.insert($0.text).inserted }
  }
}

extension GuidanceDependence.Branch {
  /// Some of the diplotypes that lead here, and the answer.
  fileprivate var line: String {
    let examples = cases.flatMap { $0 }.compactMap { part in
      part.example.map { "\(part.gene) \($0)" }
    }.distinct
    return "\(examples.prefix(6).joined(separator: ", ")): \(state.word.lowercased())"
  }
}

extension ReviewItem {
  fileprivate func usesAge(_ guidance: DrugGuidance?) -> Bool {
    guidance?.entries.contains { $0.rule?.audience?.dependsOnAge ?? false } ?? false
  }
}

extension GeneResult {
  /// Whether there is a result to look anything up with.
  var isUsable: Bool { !lookups.isEmpty || gene.calling.method == .variants }
}
