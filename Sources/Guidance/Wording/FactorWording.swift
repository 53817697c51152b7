public import Knowledge

/// The English of what a patient factor changes, generated from its structure.
public struct FactorWording {
  private let factor: PatientFactor
  private let medicine: String?
  private let names: [String: String]

  /// Makes the wording of a factor for one of its medicines, by printed name; `names` maps the ids of
  /// others to theirs.
  public init(_ factor: PatientFactor, for medicine: String? = nil, names: [String: String] = [:]) {
    self.factor = factor
    self.medicine = medicine
    self.names = names
  }

  /// Where it applies, such as `renal function: eGFR below 30 mL/min/1.73m²`.
  public var occasion: String {
    let limits = [
      factor.people?.words, factor.threshold?.words,
      factor.conditions.isEmpty
        ? nil : "with \(factor.conditions.map(\.words).listed("or"))",
    ].compactMap(\.self)
    return limits.isEmpty
      ? factor.factor.words : "\(factor.factor.words): \(limits.joined(separator: ", "))"
  }

  /// What happens, for whom, then what to do.
  ///
  /// The remark comes before the instruction, as it often says whom the instruction is for.
  public var text: String { circumstance.text }

  /// What to do with the medicine, in a sentence that names it.
  var order: String { circumstance.order }

  private var drug: String {
    if let medicine { return medicine }
    guard factor.medicines.count == 1, let id = factor.medicines.first else { return "it" }
    return GuidanceWording.name(id, names)
  }

  private var circumstance: CircumstanceWording {
    CircumstanceWording(
      drug: drug, partner: factor.factor.isTakenIn ? factor.factor.words : nil,
      mechanism: factor.mechanism, direction: factor.direction, fold: factor.fold,
      action: factor.action, isContraindicated: factor.isContraindicated, doses: factor.doses,
      monitoring: factor.monitoring,
      alternatives: factor.alternatives.map { GuidanceWording.name($0, names) },
      remark: factor.remark)
  }
}

extension PatientFactor.Factor {
  /// Whether it is something taken in, which can be left out instead of the medicine.
  var isTakenIn: Bool {
    switch self {
    case .smoking, .grapefruit, .stJohnsWort, .alcohol, .caffeine, .charcoalGrill, .food: true
    case .smokingStopped, .renalFunction, .hepaticFunction, .pregnancy, .breastfeeding, .age: false
    }
  }

  /// The factor within a sentence.
  public var words: String {
    switch self {
    case .smoking: "smoking"
    case .smokingStopped: "stopping smoking"
    case .grapefruit: "grapefruit"
    case .stJohnsWort: "St John's wort"
    case .alcohol: "alcohol"
    case .caffeine: "caffeine"
    case .charcoalGrill: "charcoal-grilled food"
    case .food: "food"
    case .renalFunction: "kidney function"
    case .hepaticFunction: "liver function"
    case .pregnancy: "pregnancy"
    case .breastfeeding: "breast-feeding"
    case .age: "age"
    }
  }
}

extension PatientFactor.Threshold {
  /// The measure and the stretch of it.
  var words: String {
    let unit = unit.isEmpty ? "" : " \(unit.replacing("m2", with: "m²"))"
    let from = bounds.from.map(DoseWording.plain)
    let below = bounds.below.map(DoseWording.plain)
    let stretch =
      switch (from, below) {
      case (let from?, let below?): "\(from) to below \(below)\(unit)"
      case (let from?, nil): "\(from)\(unit) and more"
      case (nil, let below?): "below \(below)\(unit)"
      case (nil, nil): ""
      }
    return "\(measure.words) \(stretch)"
  }
}

extension PatientFactor.Threshold.Measure {
  /// The measure within a sentence.
  var words: String {
    switch self {
    case .eGFR: "eGFR"
    case .creatinineClearance: "creatinine clearance"
    case .childPugh: "Child-Pugh score"
    case .ageYears: "age in years"
    case .weightKg: "weight in kg"
    case .cigarettesPerDay: "cigarettes a day"
    }
  }
}

extension PatientFactor.Direction {
  /// What happens, as a clause; nil for nothing.
  var words: String? {
    switch self {
    case .exposureUp: "exposure rises"
    case .exposureDown: "exposure falls"
    case .effectUp: "the effect grows"
    case .effectDown: "the effect shrinks"
    case .riskUp: "the risk of harm grows"
    case .none: nil
    }
  }
}
