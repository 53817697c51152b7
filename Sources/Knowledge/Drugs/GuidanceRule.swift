/// One structured recommendation: for these gene results, in this population, do this.
///
/// The sentence shown to a reader is generated from these fields; no source's sentence is stored.
public struct GuidanceRule: Sendable, Hashable {
  /// A stable name within the knowledge base, such as `cpic-clopidogrel-03`.
  public var id: String
  /// What each gene must show; all must hold.
  public var conditions: [GeneCondition]
  /// Whom it is for, such as `general`, `adult`, `child`, or an indication; `general` if not said.
  public var population: String
  /// Whom it is for, as fields; nil for everyone.
  public var audience: Audience?
  /// The main thing to do.
  public var action: Action
  /// Whether the source says that the drug must not be given.
  public var isContraindicated: Bool
  /// Whether the source says "consider" rather than "do".
  public var isConsideration: Bool
  /// What to do where the main action is not possible, or besides it.
  public var alsoActions: [Action]
  /// The dose change, if the source gives one.
  public var doses: [DoseAdvice]
  /// Drugs the source names instead, by drug id.
  public var alternatives: [String]
  /// What the alternative should be like, in our words; nil if nothing is said.
  public var alternativeKind: String?
  /// Drugs the source says not to choose as the alternative, by drug id.
  public var excludedAlternatives: [String]
  /// How to find the dose.
  public var titration: [Titration]
  /// What to test before, or in order to, decide.
  public var tests: [FurtherTest]
  /// What to watch.
  public var monitoring: [Monitoring]
  /// What it means for the patient, in our words: the effect of the genotype.
  public var implications: [Implication]
  /// A further remark in our own words; nil if there is none.
  public var remark: String?
  /// The source's strength, such as `Strong`; empty if none is given.
  public var strength: String
  /// The source's row ids this rule stands for.
  public var sourceRows: [String]

  /// Makes a rule.
  public init(
    id: String, conditions: [GeneCondition], population: String, action: Action,
    isConsideration: Bool, alsoActions: [Action], doses: [DoseAdvice], alternatives: [String],
    alternativeKind: String?, excludedAlternatives: [String], monitoring: [Monitoring],
    implications: [Implication], remark: String?, strength: String, sourceRows: [String],
    audience: Audience? = nil, isContraindicated: Bool = false, titration: [Titration] = [],
    tests: [FurtherTest] = []
  ) {
    self.id = id
    self.conditions = conditions
    self.population = population
    self.action = action
    self.isConsideration = isConsideration
    self.alsoActions = alsoActions
    self.doses = doses
    self.alternatives = alternatives
    self.alternativeKind = alternativeKind
    self.excludedAlternatives = excludedAlternatives
    self.monitoring = monitoring
    self.implications = implications
    self.remark = remark
    self.strength = strength
    self.sourceRows = sourceRows
    self.audience = audience
    self.isContraindicated = isContraindicated
    self.titration = titration
    self.tests = tests
  }
}

/// What a source asks the prescriber to do.
public enum Action: String, Sendable, Hashable, CaseIterable {
  /// Do not use the drug.
  case avoid
  /// Choose a different drug.
  case useAlternative
  /// Give less.
  case reduceDose
  /// Give more.
  case increaseDose
  /// Find the dose by titration or drug levels, without a stated direction.
  case adjustDose
  /// Give as usual and watch for what is named.
  case monitor
  /// Do another test before deciding.
  case test
  /// Give as usual.
  case standard
  /// The source looked and makes no recommendation for this result.
  case noRecommendation
}

/// What one gene must show for a rule to apply.
public struct GeneCondition: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The result it must show.
  public var requirement: Requirement

  /// A set of results; any one of them satisfies the condition.
  public enum Requirement: Sendable, Hashable {
    /// One of these phenotypes, or watched-allele keys such as `*57:01 positive`.
    case phenotypes([String])
    /// An activity score in one of these ranges.
    case scores([ScoreRange])
    /// An activity score that can't be stated, because an allele has none.
    case noScore
    /// At least one haplotype with one of these names.
    case carries([String])
    /// One of these diplotypes, each spelled `A/B` with the names in either order.
    case diplotypes([String])
  }

  /// Makes a condition.
  public init(gene: String, requirement: Requirement) {
    self.gene = gene
    self.requirement = requirement
  }
}

/// A dose as numbers with units.
public struct DoseAdvice: Sendable, Hashable {
  /// Which part of treatment it is for.
  public var phase: Phase
  /// What the numbers mean.
  public var quantity: Quantity
  /// The lower number, or the only one.
  public var low: Double
  /// The upper number of a range; nil if there is one number.
  public var high: Double?
  /// The unit for amounts, such as `mg/day`; empty for percentages and factors.
  public var unit: String

  /// Which part of treatment a dose is for.
  public enum Phase: String, Sendable, Hashable, CaseIterable {
    /// The first doses.
    case start
    /// After the first doses.
    case maintenance
    /// Throughout, or not said.
    case any
  }

  /// What the numbers of a dose mean.
  public enum Quantity: String, Sendable, Hashable, CaseIterable {
    /// Give this percentage of the usual dose.
    case percentOfUsual
    /// Lower the usual dose by this percentage.
    case percentReduction
    /// Raise the usual dose by this percentage.
    case percentIncrease
    /// Give this amount.
    case amount
    /// Give this amount or more.
    case minimum
    /// Do not exceed this amount.
    case maximum
    /// Do not exceed this percentage of the usual dose.
    case percentAtMost
    /// Do not exceed this percentage of the usual maximum.
    case percentOfMaximum
  }

  /// Makes a dose.
  public init(phase: Phase, quantity: Quantity, low: Double, high: Double?, unit: String) {
    self.phase = phase
    self.quantity = quantity
    self.low = low
    self.high = high
    self.unit = unit
  }
}

/// How to find the dose of a drug.
public enum Titration: String, Sendable, Hashable, CaseIterable {
  case startLow, slowly, byResponse, byDrugLevel, bySideEffects, byMetaboliteLevel
}

/// A test that a source asks for before the drug is given, or to find its dose.
public enum FurtherTest: String, Sendable, Hashable, CaseIterable {
  case enzymeActivity, genotype, drugLevel, metaboliteLevel, uracilLevel, plateletFunction
  case hlaType, heartRhythm
}

/// Something to watch after the drug is given.
public enum Monitoring: String, Sendable, Hashable, CaseIterable {
  case drugLevel, response, sideEffects, electrocardiogram, inr, bloodCount, liverFunction
  case bloodPressure, creatineKinase, lipids, bilirubin, haemolysis, metaboliteLevel, skinReaction
  case hearing, bodyTemperature, bleeding, heartRate, renalFunction
}

/// What a gene result means for this drug.
public struct Implication: Sendable, Hashable {
  /// The gene it comes from; empty when it is about the genes together.
  public var gene: String
  /// The effect.
  public var effect: Effect

  /// The kinds of effect a gene result has on a drug.
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    case normalExposure, higherExposure, lowerExposure
    case muchHigherExposure, muchLowerExposure
    case lowerActiveMetabolite, muchLowerActiveMetabolite
    case higherActiveMetabolite, muchHigherActiveMetabolite, normalActiveMetabolite
    case normalRisk, higherRisk, muchHigherRisk, lowerRisk
    case lowerEfficacy, higherEfficacy, normalEfficacy
    case lowerDoseNeed, higherDoseNeed, normalDoseNeed
    case unknown
  }

  /// Makes an implication.
  public init(gene: String, effect: Effect) {
    self.gene = gene
    self.effect = effect
  }
}
