/// How something about a patient, apart from genes and other medicines, changes what to do.
public struct PatientFactor: Sendable, Hashable {
  /// A stable name, such as `smoking-stopped-…`.
  public var id: String
  /// What about the patient.
  public var factor: Factor
  /// The ids of the medicines concerned.
  public var medicines: [String]
  /// Of whom the source speaks by a word only; nil if of all, or by a figure.
  public var people: People?
  /// The conditions one of which the patient must have; empty if none matters.
  public var conditions: [PatientCondition]
  /// From where to where it applies; nil if it always does.
  public var threshold: Threshold?
  /// How it comes about, in our words.
  public var mechanism: String
  /// What happens to exposure, effect or risk.
  public var direction: Direction
  /// How many times the exposure becomes; nil if no source states it.
  public var fold: ClosedNumbers?
  /// How much it matters.
  public var severity: InteractionSeverity
  /// What to do.
  public var action: Action
  /// Whether the source says that the medicine must not be given.
  public var isContraindicated: Bool
  /// The dose change, if a source gives one.
  public var doses: [DoseAdvice]
  /// What to watch.
  public var monitoring: [Monitoring]
  /// The ids of medicines a source names instead.
  public var alternatives: [String]
  /// What no field can hold, in our words.
  public var remark: String?
  /// Where it is from.
  public var sources: [FactSource]

  /// The things about a patient that are known here.
  public enum Factor: String, Sendable, Hashable, CaseIterable {
    case smoking, smokingStopped, grapefruit, stJohnsWort, alcohol, caffeine, charcoalGrill, food
    case renalFunction, hepaticFunction, pregnancy, breastfeeding, age
  }

  /// What a factor changes, and which way.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    case exposureUp, exposureDown, effectUp, effectDown, riskUp, none
  }

  /// The stretch of a measurement in which a factor applies.
  public struct Threshold: Sendable, Hashable {
    /// What is measured.
    public var measure: Measure
    /// Where it applies.
    public var bounds: Bounds
    /// The unit, such as `mL/min/1.73m2`; empty for scores and years.
    public var unit: String

    /// What thresholds speak of.
    public enum Measure: String, Sendable, Hashable, CaseIterable {
      case eGFR, creatinineClearance, childPugh, ageYears, weightKg, cigarettesPerDay
    }

    /// Makes a threshold.
    public init(measure: Measure, bounds: Bounds, unit: String) {
      self.measure = measure
      self.bounds = bounds
      self.unit = unit
    }
  }

  /// Makes a factor.
  public init(
    id: String, factor: Factor, medicines: [String], people: People? = nil,
    conditions: [PatientCondition] = [], threshold: Threshold?, mechanism: String,
    direction: Direction, fold: ClosedNumbers?, severity: InteractionSeverity, action: Action,
    isContraindicated: Bool, doses: [DoseAdvice], monitoring: [Monitoring], alternatives: [String],
    remark: String?, sources: [FactSource]
  ) {
    self.id = id
    self.factor = factor
    self.medicines = medicines
    self.people = people
    self.conditions = conditions
    self.threshold = threshold
    self.mechanism = mechanism
    self.direction = direction
    self.fold = fold
    self.severity = severity
    self.action = action
    self.isContraindicated = isContraindicated
    self.doses = doses
    self.monitoring = monitoring
    self.alternatives = alternatives
    self.remark = remark
    self.sources = sources
  }
}

/// How much an interaction matters.
public enum InteractionSeverity: String, Sendable, Hashable, CaseIterable {
  case contraindicated, major, moderate, minor
}
