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
    guard let threshold = factor.threshold else { return factor.factor.words }
    return "\(factor.factor.words): \(threshold.words)"
  }

  /// What happens, for whom, then what to do.
  ///
  /// The remark comes before the instruction, as it often says whom the instruction is for.
  public var text: String {
    ([effect, factor.remark ?? ""] + instructions).filter { !$0.isEmpty }
      .map { $0.sentenceCased.closed }.joined(separator: " ")
  }

  private var drug: String {
    if let medicine { return medicine }
    guard factor.medicines.count == 1, let id = factor.medicines.first else { return "it" }
    return GuidanceWording.name(id, names)
  }

  private var effect: String {
    guard let what = factor.direction.words else { return factor.mechanism }
    let fold = factor.fold.map { fold in
      let low = DoseWording.plain(fold.low)
      return " (\(fold.high.map { "\(low)–\(DoseWording.plain($0))" } ?? low)-fold)"
    }
    return "\(what)\(fold ?? ""): \(factor.mechanism)"
  }

  private var instructions: [String] {
    var sentences = [main].filter { !$0.isEmpty }
    if !factor.alternatives.isEmpty {
      let named = factor.alternatives.map { GuidanceWording.name($0, names) }
      sentences.append("choose instead: \(named.listed("or"))")
    }
    sentences += DoseWording.clauses(factor.doses).map(\.command)
    if !factor.monitoring.isEmpty, !factor.isContraindicated {
      sentences.append("monitor \(factor.monitoring.map(\.words).listed("and"))")
    }
    return sentences
  }

  /// The instruction; what can be left out besides the medicine is what is left out.
  private var main: String {
    let isTogether = factor.factor.isTakenIn
    if factor.isContraindicated {
      return isTogether
        ? "\(drug) and \(factor.factor.words) together are contraindicated"
        : "\(drug) is contraindicated"
    }
    let saysDose = !factor.doses.isEmpty
    switch factor.action {
    case .avoid:
      return isTogether
        ? "do not combine \(drug) and \(factor.factor.words)" : "avoid \(drug)"
    case .useAlternative: return "choose another medicine"
    case .reduceDose: return saysDose ? "" : "give a lower dose"
    case .increaseDose: return saysDose ? "" : "a higher dose may be needed"
    case .adjustDose: return saysDose ? "" : "adjust the dose to this"
    case .monitor: return factor.monitoring.isEmpty ? "watch more closely than usual" : ""
    case .test: return "do a further test before deciding"
    case .standard: return factor.remark == nil && !saysDose ? "no change of dose is needed" : ""
    case .noRecommendation: return ""
    }
  }
}

extension PatientFactor.Factor {
  /// Whether it is something taken in, which can be left out instead of the medicine.
  fileprivate var isTakenIn: Bool {
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
  fileprivate var words: String {
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
  fileprivate var words: String {
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
  fileprivate var words: String? {
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
