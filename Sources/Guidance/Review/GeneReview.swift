import Knowledge
import StarAlleles

/// What guidelines say of one medicine, by genotype and as other medicines leave the genes.
///
/// | by genotype | as left by others | the answer |
/// | --- | --- | --- |
/// | any | nothing converted | by genotype |
/// | not assessed | any | as left by others |
/// | stop, change, caution | not assessed | by genotype |
/// | no change | not assessed | not assessed |
/// | any other | any other | the more urgent |
struct GeneReview {
  /// What was converted and matters to the medicine.
  let conversions: [ConvertedGene]
  /// The guidance by genotype.
  let genotype: DrugGuidance
  /// The guidance with the converted genes; nil if nothing is converted.
  let effective: DrugGuidance?

  init(_ guided: ReviewKnowledge.Guided, _ item: ReviewItem, _ scene: ReviewScene) {
    genotype = scene.matcher.guidance(for: guided.drug, guided.evaluations)
      .narrowed(to: scene.facts, item.medicine.id)
    conversions = scene.conversions(for: item).filter { guided.genes.contains($0.rule.gene) }
    var results = scene.results
    var isChanged = false
    for conversion in conversions {
      guard let converted = conversion.converted else { continue }
      results[conversion.rule.gene] = converted
      isChanged = true
    }
    effective =
      isChanged
      ? GuidanceMatcher(results: results.values.sorted { $0.gene.symbol < $1.gene.symbol })
        .guidance(for: guided.drug, guided.evaluations)
        .narrowed(to: scene.facts, item.medicine.id) : nil
  }

  /// The answer of both together.
  var state: AnswerState {
    guard let effective else { return genotype.state }
    switch (genotype.state, effective.state) {
    case (.notAssessed, let other): return other
    case (.noChange, .notAssessed): return .notAssessed
    case (let one, .notAssessed): return one
    case (let one, let other): return min(one, other)
    }
  }

  /// Whether the answer rests on the genes as others leave them.
  var leadsConverted: Bool {
    guard let effective else { return false }
    if effective.state == .notAssessed { return genotype.state >= .noChange }
    return effective.state <= genotype.state
  }

  /// The guidance that the answer rests on.
  var leading: DrugGuidance { leadsConverted ? effective ?? genotype : genotype }

  /// On what an entry rests, where genes are converted.
  enum Basis { case either, converted, genotypeAlone }

  /// What converted the genes of an entry; empty unless it holds only because of that.
  func causes(_ entry: GuidanceEntry, _ basis: Basis) -> [ConvertedGene] {
    guard basis == .converted else { return [] }
    let genes = Set(entry.matchedGenes.map(\.gene))
    return conversions.filter { $0.converted != nil && genes.contains($0.rule.gene) }
  }

  /// The entries, each rule once: those of the genes as left by others, then those that fit by genotype
  /// alone.
  var matches: [(entry: GuidanceEntry, basis: Basis)] {
    guard let effective else { return genotype.entries.map { ($0, .either) } }
    let converted = Set(effective.entries.compactMap(\.rule?.id))
    let plain = Set(genotype.entries.compactMap(\.rule?.id))
    return effective.entries.map { entry in
      (entry, entry.rule.map { plain.contains($0.id) } ?? false ? .either : .converted)
    }
      + genotype.entries.filter { entry in
        entry.rule.map { !converted.contains($0.id) } ?? false
      }.map { ($0, .genotypeAlone) }
  }
}

extension DrugGuidance {
  /// Without the rules that are for others than the patient: of another age, weight or use.
  fileprivate func narrowed(to facts: PatientFacts, _ medicine: String) -> DrugGuidance {
    var narrowed = self
    narrowed.entries = entries.filter { entry in
      !(entry.rule?.audience?.excludes(facts, medicine) ?? false)
    }
    return narrowed
  }
}

extension Audience {
  /// Whether a patient is known not to belong to it.
  func excludes(_ facts: PatientFacts, _ medicine: String) -> Bool {
    if let age = facts.ageYears {
      if ageGroup == .adult, age < 18 { return true }
      if ageGroup == .child, age >= 18 { return true }
      if let ageYears, !ageYears.contains(Double(age)) { return true }
    }
    if let weight = facts.weightKg, let weightKg, !weightKg.contains(weight) { return true }
    if let indication, let own = facts.indications?[medicine] {
      return indication.lowercased() != own.lowercased()
    }
    return false
  }

  /// Whether it depends on the age, or on a weight in children.
  var dependsOnAge: Bool { ageGroup != nil || ageYears != nil }
}
