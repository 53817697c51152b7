public import Guidance
public import Knowledge
public import StarAlleles

/// Calls, rules and drugs in the words of a test.
public enum Fixture {
  /// The diplotype `A/B`, or `A` alone.
  public static func diplotype(_ text: String) -> Diplotype {
    let sides = text.split(separator: "/").map(String.init)
    return Diplotype(first: sides[0], second: sides.count > 1 ? sides[1] : nil)
  }

  /// A call with these top diplotypes; the first compatible ones are the same unless given.
  public static func call(
    _ gene: String, _ diplotypes: [String], compatible: [String]? = nil, deciding: [Int] = [],
    missing: [Int] = []
  ) -> GeneCall {
    var call = GeneCall(gene: gene, status: diplotypes.count > 1 ? .ambiguous : .called)
    call.diplotypes = diplotypes.map(diplotype)
    call.lookup = call.diplotypes
    call.compatible = (compatible ?? diplotypes).map(diplotype)
    call.deciding = deciding
    call.missing = missing
    return call
  }

  /// Results for calls and outside calls, through the fixture genes.
  public static func results(_ calls: [GeneCall], outside: [OutsideCall] = []) -> [GeneResult] {
    PhenotypeCaller(genes: FixtureGenes.bySymbol).results(for: calls, outside: outside)
  }

  /// An outside call with the diplotype as written by the test.
  public static func outside(
    _ gene: String, _ diplotype: String? = nil, phenotype: String? = nil, score: String? = nil
  ) -> OutsideCall {
    OutsideCall(
      gene: gene, diplotype: diplotype.map(Self.diplotype), phenotype: phenotype,
      activityScore: score.flatMap(ActivityScore.init))
  }

  /// A condition on phenotypes.
  public static func when(_ gene: String, _ phenotypes: String...) -> GeneCondition {
    GeneCondition(gene: gene, requirement: .phenotypes(phenotypes))
  }

  /// A condition on scores, both ends included.
  public static func scored(_ gene: String, _ low: Int, _ high: Int?) -> GeneCondition {
    GeneCondition(gene: gene, requirement: .scores([ScoreRange(lowest: low, highest: high)]))
  }

  /// A rule; all but id, conditions and action default to nothing.
  public static func rule(
    _ id: String, _ conditions: [GeneCondition], _ action: Action, consider: Bool = false,
    also: [Action] = [], doses: [DoseAdvice] = [], alternatives: [String] = [],
    kind: String? = nil, excluded: [String] = [], monitoring: [Monitoring] = [],
    implications: [Implication] = [], remark: String? = nil, strength: String = "",
    population: String = "general"
  ) -> GuidanceRule {
    GuidanceRule(
      id: id, conditions: conditions, population: population, action: action,
      isConsideration: consider, alsoActions: also, doses: doses, alternatives: alternatives,
      alternativeKind: kind, excludedAlternatives: excluded, monitoring: monitoring,
      implications: implications, remark: remark, strength: strength, sourceRows: ["row-\(id)"])
  }

  /// A dose.
  public static func dose(
    _ phase: DoseAdvice.Phase, _ quantity: DoseAdvice.Quantity, _ low: Double,
    _ high: Double? = nil, _ unit: String = ""
  ) -> DoseAdvice {
    DoseAdvice(phase: phase, quantity: quantity, low: low, high: high, unit: unit)
  }

  /// A guideline.
  public static func guideline(
    _ source: String, _ genes: [String], _ rules: [GuidanceRule], remark: String? = nil
  ) -> Guideline {
    Guideline(
      source: source, id: "PA-\(source)", url: "https://example.org/\(source)",
      version: "2025-11-05", licence: source == "CPIC" ? "CC0-1.0" : "CC-BY-SA-4.0", genes: genes,
      citations: ["35034351"], rules: rules, remark: remark)
  }

  /// A drug.
  public static func drug(_ name: String, _ guidelines: [Guideline]) -> Drug {
    Drug(
      id: name.replacing(" ", with: "-"), name: name, rxnorm: "", atc: [], synonyms: [],
      guidelines: guidelines)
  }
}
