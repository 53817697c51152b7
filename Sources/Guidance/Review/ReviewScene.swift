import Knowledge

/// One patient with one list, with what all answers share worked out once.
struct ReviewScene {
  let knowledge: ReviewKnowledge
  let results: [String: GeneResult]
  let matcher: GuidanceMatcher
  let facts: PatientFacts
  let kidneys: KidneyFunction
  let risks: [RiskFinding]
  let items: [ReviewItem]
  let actors: [EnzymeActor]
  /// The habits whose substance is on the list.
  let taken: Set<PatientFactor.Factor>
  /// What the whole list makes of the genes.
  let conversions: [ConvertedGene]

  init(
    _ knowledge: ReviewKnowledge, results: [GeneResult], items: [ReviewItem], facts: PatientFacts
  ) {
    self.init(
      knowledge,
      results: Dictionary(results.map { ($0.gene.symbol, $0) }) { first, _ in first },
      matcher: GuidanceMatcher(results: results), facts: facts, kidneys: KidneyFunction(facts),
      risks: knowledge.riskMatcher.findings(for: results), items: items)
  }

  private init(
    _ knowledge: ReviewKnowledge, results: [String: GeneResult], matcher: GuidanceMatcher,
    facts: PatientFacts, kidneys: KidneyFunction, risks: [RiskFinding], items: [ReviewItem]
  ) {
    self.knowledge = knowledge
    self.results = results
    self.matcher = matcher
    self.facts = facts
    self.kidneys = kidneys
    self.risks = risks
    self.items = items
    actors = knowledge.actors(items, facts)
    let ids = Set(items.flatMap(\.ids))
    taken = Set(knowledge.habits.filter { ids.contains($0.medicine) }.map(\.factor))
    conversions = knowledge.converter.conversions(of: results, by: actors)
  }

  /// The same patient with other medicines.
  func with(items: [ReviewItem]) -> ReviewScene {
    ReviewScene(
      knowledge, results: results, matcher: matcher, facts: facts, kidneys: kidneys, risks: risks,
      items: items)
  }

  /// What acts on an item: everything but itself and what is in the same product.
  func actors(on item: ReviewItem) -> [EnzymeActor] {
    actors.filter { $0.line != item.line && !item.ids.contains($0.medicine) }
  }

  /// What the rest of the list makes of the genes, as far as an item is concerned.
  func conversions(for item: ReviewItem) -> [ConvertedGene] {
    let others = actors(on: item)
    return others.count == actors.count
      ? conversions : knowledge.converter.conversions(of: results, by: others)
  }
}
