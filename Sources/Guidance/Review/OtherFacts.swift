import Knowledge

/// Findings other than guideline rules: other medicines, habits and organs, side-effect risks.
struct OtherFacts {
  let item: ReviewItem
  let scene: ReviewScene
  /// The genes of which a rule speaks as others leave them.
  let convertedGenes: Set<String>
  private var knowledge: ReviewKnowledge { scene.knowledge }
  private var name: String { item.medicine.name }

  /// Everything found, in no particular order, with what is not known.
  func found() -> (facts: [FoundFact], unknown: [UnknownFact], considered: [String]) {
    var facts: [FoundFact] = []
    var unknown: [UnknownFact] = []
    var considered: [String] = []
    let stated = statedInteractions()
    facts += stated.facts
    facts += effectsOnOthers()
    facts += riskFacts()
    for part in item.parts {
      for factor in knowledge.factors[part.id] ?? [] {
        switch FactorFit(factor, scene.facts, scene.kidneys, taken: scene.taken) {
        case .applies(let inputs, let arithmetic, let isCertain, let unstated):
          facts.append(fact(factor, inputs, arithmetic, isCertain, unstated))
          if let unstated {
            unknown.append(
              UnknownFact(
                measure: unstated, factor: factor, name: name, knowledge, isFound: true))
          }
        case .no: break
        case .unknown(let measure):
          unknown.append(UnknownFact(measure: measure, factor: factor, name: name, knowledge))
        }
      }
    }
    let habits = Set(
      item.parts.flatMap { knowledge.factors[$0.id] ?? [] }.map(\.factor))
    let pairs = proteinPairs(stated.partners, habits)
    facts += pairs.facts
    considered += pairs.considered
    return (facts, unknown, considered)
  }

  // MARK: Other medicines

  private func statedInteractions() -> (facts: [FoundFact], partners: Set<String>) {
    var facts: [FoundFact] = []
    var partners: Set<String> = []
    let others = scene.items.filter { $0.line != item.line }
    let present = Set(others.flatMap(\.ids))
    for part in item.parts {
      for interaction in knowledge.interactions[part.id] ?? [] {
        for partner in interaction.partners
        where present.contains(partner) && !item.ids.contains(partner) {
          partners.insert(partner)
          facts.append(fact(interaction, part, partner))
        }
      }
    }
    return (facts, partners)
  }

  /// What the medicine does to others, where a source names something to give in its place.
  private func effectsOnOthers() -> [FoundFact] {
    let others = scene.items.filter { $0.line != item.line }
    var facts: [FoundFact] = []
    for part in item.parts {
      for interaction in knowledge.replaceable[part.id] ?? [] {
        for victim in others where interaction.medicines.contains(where: victim.ids.contains) {
          let wording = InteractionWording(
            interaction, of: victim.medicine.name, with: part.name, names: knowledge.names)
          let trace = Trace(interaction.id, interaction.sources)
          facts.append(
            FoundFact(
              finding: ReviewFinding(
                kind: .interaction, state: .caution,
                sentence: Sentence(
                  "\(part.name.sentenceCased) acts on \(victim.medicine.name): "
                    + "\(interaction.mechanism). \(wording.instead)", trace),
                partners: [victim.medicine.id], genes: interaction.genes),
              severity: interaction.severity.rank, evidence: 1, order: wording.instead,
              alternatives: interaction.partnerAlternatives,
              wouldChange: Sentence(
                "If \(victim.medicine.name) stops, this no longer holds.", trace)))
        }
      }
    }
    return facts
  }

  private func fact(
    _ interaction: MedicineInteraction, _ part: Medicine, _ partner: String
  ) -> FoundFact {
    let wording = InteractionWording(
      interaction, of: part.name, with: knowledge.name(partner), names: knowledge.names)
    let state = AnswerState(
      interaction.action, interaction.severity, isContraindicated: interaction.isContraindicated,
      canBeLeftOut: true)
    var trace = Trace(interaction.id, interaction.sources)
    trace.inputs = [
      Trace.Input(part.name, item.text, from: "medication list"),
      Trace.Input(knowledge.name(partner), "taken", from: "medication list"),
    ]
    let sentence = Sentence(
      ([wording.text] + dosed(interaction.doses)).joined(separator: " "), trace)
    return FoundFact(
      finding: ReviewFinding(
        kind: .interaction, state: state, sentence: sentence, partners: [partner],
        genes: interaction.genes),
      severity: interaction.severity.rank, evidence: 1, exposure: interaction.fold?.low ?? 1,
      order: wording.order,
      doses: DoseWording.clauses(interaction.doses).map { $0.command.sentenceCased.closed }
        + dosed(interaction.doses), alternatives: interaction.alternatives,
      wouldChange: Sentence(
        "If \(knowledge.name(partner)) stops, this no longer holds."
          + (wording.instead.isEmpty ? "" : " \(wording.instead)"), trace),
      opinions: interaction.sources.opinions(state, sentence))
  }

  /// Whether the typed dose keeps a limit in mg a day.
  private func dosed(_ doses: [DoseAdvice]) -> [String] {
    guard let typed = item.typedMilligrams else { return [] }
    return doses.filter { $0.quantity == .maximum && $0.unit == "mg/day" }.compactMap { limit in
      typed > limit.low
        ? "\(DoseWording.plain(typed)) mg as written is above \(DoseWording.plain(limit.low)) mg a day."
        : nil
    }
  }

  private func proteinPairs(
    _ partners: Set<String>, _ habits: Set<PatientFactor.Factor>
  ) -> (facts: [FoundFact], considered: [String]) {
    var facts: [FoundFact] = []
    var considered: [String] = []
    for part in item.parts {
      let activating = knowledge.drugs[part.id]?.activatedBy ?? []
      for substrate in part.roles where substrate.role == .substrate {
        let genes = knowledge.converter.genes(of: substrate.protein)
        for actor in scene.actors(on: item) where actor.role.protein == substrate.protein {
          let pair = ProteinPair(
            actor: actor, medicine: part.name, substrate: substrate,
            activatingGene: genes.first(where: activating.contains))
          guard let state = pair.state else { continue }
          let what = "\(actor.name), \(actor.kind) of \(actor.role.protein)"
          if partners.contains(actor.medicine) {
            considered.append("\(what): a source speaks of the pair itself")
          } else if let habit = actor.habit, habits.contains(habit) {
            considered.append("\(what): a source speaks of it and the medicine")
          } else if genes.contains(where: convertedGenes.contains) {
            considered.append("\(what): told by the rules for the converted gene")
          } else {
            facts.append(fact(pair, state, genes))
          }
        }
      }
    }
    return (facts, considered)
  }

  private func fact(_ pair: ProteinPair, _ state: AnswerState, _ genes: [String]) -> FoundFact {
    let sentence = Sentence(pair.text, pair.trace)
    return FoundFact(
      finding: ReviewFinding(
        kind: .interaction, state: state, sentence: sentence, partners: [pair.actor.medicine],
        genes: genes),
      severity: state == .change ? 1 : state == .caution ? 2 : 3, evidence: 2,
      exposure: pair.exposure, order: pair.order,
      wouldChange: state < .noChange
        ? Sentence("If \(pair.actor.name) stops, this no longer holds.", pair.trace) : nil)
  }

  // MARK: Habits and organs

  private func fact(
    _ factor: PatientFactor, _ inputs: [Trace.Input], _ arithmetic: [String], _ isCertain: Bool,
    _ unstated: String?
  ) -> FoundFact {
    let wording = FactorWording(factor, for: name, names: knowledge.names)
    var state =
      factor.factor == .food
      ? AnswerState.noChange
      : AnswerState(
        factor.action, factor.severity, isContraindicated: factor.isContraindicated,
        canBeLeftOut: factor.factor.isTakenIn)
    // A stand-in for the measure, or no figure in the source, is no ground for a firm order.
    // Nor is a condition of which nobody has said whether the patient has it.
    let isFirm = unstated == nil && (isCertain || factor.threshold != nil)
    if !isFirm { state = max(state, .caution) }
    var trace = Trace(factor.id, factor.sources)
    trace.inputs = inputs
    trace.arithmetic = arithmetic
    if !isCertain, let threshold = factor.threshold { trace.missing = [threshold.measure.words] }
    if let unstated { trace.missing.append(unstated) }
    var lead = inputs.compactMap { input in
      input.value == "yes" ? nil : "\(input.name) \(input.value)"
    }
    if !factor.conditions.isEmpty, unstated == nil {
      lead += inputs.filter { $0.value == "yes" }.map(\.name)
    }
    let subject =
      if let unstated {
        "\((lead + [factor.factor == .age ? nil : factor.factor.words].compactMap(\.self)).listed("and")), "
          + "and if there is \(unstated), which is not stated"
      } else {
        lead.isEmpty ? wording.occasion : lead.listed("and")
      }
    let sentence = Sentence("\(subject.sentenceCased): \(wording.text.lowercasedFirst)", trace)
    return FoundFact(
      finding: ReviewFinding(kind: .factor, state: state, sentence: sentence),
      severity: factor.severity.rank, evidence: 1, exposure: factor.fold?.low ?? 1,
      order: isFirm
        ? wording.order
        : unstated.map { "\(name.sentenceCased): find out about \($0)." }
          ?? "\(name.sentenceCased): take \(factor.factor.words) into account.",
      doses: !isFirm && unstated != nil
        ? []
        : DoseWording.clauses(factor.doses).map { $0.command.sentenceCased.closed }
          + dosed(factor.doses), alternatives: factor.alternatives,
      wouldChange: state < .noChange
        ? Self.absence(factor, unstated).map {
          Sentence("Without \($0) this no longer holds.", trace)
        } : nil,
      opinions: factor.sources.opinions(state, sentence))
  }

  /// What would have to be absent for a factor to be off; nil for what can't be left out.
  private static func absence(_ factor: PatientFactor, _ unstated: String?) -> String? {
    unstated ?? (factor.factor.isTakenIn ? factor.factor.words : nil)
  }

  // MARK: Risks

  private func riskFacts() -> [FoundFact] {
    scene.risks.filter { finding in finding.risk.medicines.contains { item.ids.contains($0) } }
      .map { finding in
        let risk = finding.risk
        let wording = RiskWording(risk)
        var trace = Trace("\(risk.topic)-\(risk.id)", risk.sources)
        trace.inputs = finding.matchedGenes.flatMap { matched in
          matched.terms.map { Trace.Input("\(matched.gene) result", $0, from: "genotype") }
            + (matched.diplotype.map {
              [Trace.Input("\(matched.gene) diplotype", "\($0)", from: "genotype")]
            } ?? [])
        }
        trace.considered = wording.figures
        let maybe = finding.certainty == .possible ? "Possibly, as the data leave it open: " : ""
        let what =
          risk.riskClass == .lowToNone
          ? "\(risk.reaction): low to no risk at usual doses with \(wording.state)"
          : "\(wording.headline): likelier with \(wording.state)"
        let told = [what.sentenceCased.closed, wording.advice ?? ""].filter { !$0.isEmpty }
        let sentence = Sentence(maybe + told.joined(separator: " "), trace)
        let state = finding.state
        return FoundFact(
          finding: ReviewFinding(
            kind: .risk, state: state, sentence: sentence, genes: risk.conditions.map(\.gene)),
          severity: risk.isContraindicated ? 0 : risk.severity == .lifeThreatening ? 1 : 2,
          evidence: risk.riskClass == .high ? 0 : 1,
          order: finding.order(for: name))
      }
  }
}

extension RiskFinding {
  /// How urgent a risk is.
  ///
  /// | what its source says | surely | possibly |
  /// | --- | --- | --- |
  /// | contraindicated | stop | caution |
  /// | an action | as for a rule | caution at most |
  /// | low to no risk, or no recommendation | no change | no change |
  /// | else | caution | caution |
  var state: AnswerState {
    let sure: AnswerState
    if risk.isContraindicated {
      sure = .stop
    } else if risk.riskClass == .lowToNone || risk.riskClass == .noRecommendation {
      return .noChange
    } else {
      switch risk.action {
      case .avoid: sure = .stop
      case .useAlternative, .reduceDose, .increaseDose: sure = .change
      case .standard, .noRecommendation: sure = .noChange
      case .adjustDose, .monitor, .test, nil: sure = .caution
      }
    }
    return certainty == .present ? sure : max(sure, .caution)
  }

  /// What to do, in a sentence that names the medicine.
  func order(for drug: String) -> String {
    switch state {
    case .stop:
      risk.isContraindicated
        ? "Avoid \(drug): it is contraindicated." : "Avoid \(drug)."
    case .change: "Give another medicine, or another dose, than \(drug)."
    case .caution:
      certainty == .possible
        ? "\(drug.sentenceCased): settle the genotype first (\(risk.reaction))."
        : "\(drug.sentenceCased): watch for \(risk.reaction)."
    case .noChange, .notAssessed: "Give \(drug) as usual."
    }
  }
}

extension Trace {
  /// A trace of a fact, by its first source; the others are listed as considered.
  init(_ rule: String, _ sources: [FactSource]) {
    let first = sources.first
    self.init(
      rule: rule, source: first?.name ?? "", version: first?.version ?? "",
      rows: sources.map { [$0.name, $0.detail].filter { !$0.isEmpty }.joined(separator: ", ") }
        .distinct, url: sources.first { !$0.url.isEmpty }?.url ?? "")
  }
}

extension [FactSource] {
  /// An opinion for each source by name.
  func opinions(_ state: AnswerState, _ sentence: Sentence) -> [SourceOpinion] {
    map(\.name).distinct.compactMap { name in
      first { $0.name == name }.map { source in
        SourceOpinion(
          source: source.name, strength: "", version: source.version, url: source.url,
          population: "", state: state, sentence: sentence)
      }
    }
  }
}
