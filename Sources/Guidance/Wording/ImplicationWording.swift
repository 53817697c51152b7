public import Knowledge
import StarAlleles

/// What gene results mean for a drug, as sentences.
public enum ImplicationWording {
  /// One sentence for each gene, in the order the rule gives them.
  ///
  /// `CYP2C19 poor metaboliser: much less active metabolite, so higher risk of harm.`
  public static func sentences(
    _ implications: [Implication], genes: [MatchedGene]
  ) -> [String] {
    implications.map(\.gene).distinct.map { gene in
      let effects = implications.filter { $0.gene == gene }.map(\.effect)
      return "\(subject(gene, genes)): \(phrase(effects))."
    }
  }

  private static func subject(_ gene: String, _ genes: [MatchedGene]) -> String {
    guard !gene.isEmpty else { return "Taken together" }
    let matched = genes.filter { $0.gene == gene }
    let terms = matched.flatMap(\.terms).distinct
    if terms.isEmpty {
      let names = matched.compactMap { $0.diplotype?.description }.distinct
      return names.isEmpty ? gene : "\(gene) \(names.listed("or"))"
    }
    return "\(gene) \(terms.map(PhenotypeWording.plain).listed("or"))"
  }

  /// The causes first, then what follows from them, then what stays as usual all the same.
  private static func phrase(_ effects: [Implication.Effect]) -> String {
    let causes = effects.filter(\.isCause)
    let changed = effects.filter { !$0.isCause && !$0.isNormal }.map(\.words).distinct
    let usual = effects.filter { !$0.isCause && $0.isNormal }.map(\.words).distinct
    let cause = causes.map(\.words).distinct.listed("and")
    let result = changed.listed("and")
    let link = causes.contains { !$0.isNormal } ? ", so " : ", "
    let main = [cause, result].filter { !$0.isEmpty }.joined(separator: link)
    let rest = usual.listed("and")
    if main.isEmpty || rest.isEmpty { return main + rest }
    let isUsual = changed.isEmpty && !causes.contains { !$0.isNormal }
    return main + (isUsual ? " and " : ", but ") + rest
  }
}

extension Implication.Effect {
  /// Whether it is about exposure, from which the others follow.
  var isCause: Bool {
    switch self {
    case .normalExposure, .higherExposure, .lowerExposure, .muchHigherExposure,
      .muchLowerExposure, .lowerActiveMetabolite, .muchLowerActiveMetabolite,
      .higherActiveMetabolite, .muchHigherActiveMetabolite, .normalActiveMetabolite:
      true
    case .normalRisk, .higherRisk, .muchHigherRisk, .lowerRisk, .lowerEfficacy, .higherEfficacy,
      .normalEfficacy, .lowerDoseNeed, .higherDoseNeed, .normalDoseNeed, .unknown:
      false
    }
  }

  /// Whether it is the usual.
  var isNormal: Bool {
    switch self {
    case .normalExposure, .normalActiveMetabolite, .normalRisk, .normalEfficacy, .normalDoseNeed:
      true
    default: false
    }
  }

  /// The effect within a sentence.
  var words: String {
    switch self {
    case .normalExposure: "usual drug exposure"
    case .higherExposure: "higher drug exposure"
    case .lowerExposure: "lower drug exposure"
    case .muchHigherExposure: "much higher drug exposure"
    case .muchLowerExposure: "much lower drug exposure"
    case .lowerActiveMetabolite: "less active metabolite"
    case .muchLowerActiveMetabolite: "much less active metabolite"
    case .higherActiveMetabolite: "more active metabolite"
    case .muchHigherActiveMetabolite: "much more active metabolite"
    case .normalActiveMetabolite: "the usual amount of active metabolite"
    case .normalRisk: "the usual risk of harm"
    case .higherRisk: "higher risk of harm"
    case .muchHigherRisk: "much higher risk of harm"
    case .lowerRisk: "lower risk of harm"
    case .lowerEfficacy: "a weaker effect"
    case .higherEfficacy: "a stronger effect"
    case .normalEfficacy: "the usual effect"
    case .lowerDoseNeed: "a lower dose is needed"
    case .higherDoseNeed: "a higher dose is needed"
    case .normalDoseNeed: "the usual dose is needed"
    case .unknown: "the effect is not known"
    }
  }
}
