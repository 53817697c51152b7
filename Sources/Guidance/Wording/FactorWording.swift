public import Knowledge

/// The English of what a patient factor changes, generated from its structure.
public struct FactorWording {
  private let factor: PatientFactor
  private let names: [String: String]

  /// Makes the wording of a factor; `names` maps medicine ids to printed names.
  public init(_ factor: PatientFactor, names: [String: String] = [:]) {
    self.factor = factor
    self.names = names
  }

  /// Where it applies, such as `renal function: eGFR below 30 mL/min/1.73m²`.
  public var occasion: String {
    guard let threshold = factor.threshold else { return factor.factor.words }
    return "\(factor.factor.words): \(threshold.words)"
  }

  /// What happens, then what to do.
  public var text: String {
    let fold = factor.fold.map { fold in
      let low = DoseWording.plain(fold.low)
      return " (\(fold.high.map { "\(low)–\(DoseWording.plain($0))" } ?? low)-fold)"
    }
    var sentences: [String] = []
    if let what = factor.direction.words {
      sentences.append("\(what)\(fold ?? ""): \(factor.mechanism)")
    } else {
      sentences.append(factor.mechanism)
    }
    if factor.isContraindicated { sentences.append("contraindicated") }
    let rule = GuidanceRule(
      id: factor.id, conditions: [], population: "general", action: factor.action,
      isConsideration: false, alsoActions: [], doses: factor.doses,
      alternatives: factor.alternatives, alternativeKind: nil, excludedAlternatives: [],
      monitoring: factor.monitoring, implications: [], remark: factor.remark, strength: "",
      sourceRows: [])
    let drug = factor.medicines.count == 1 ? factor.medicines.first : nil
    let advice = GuidanceWording(
      rule: rule, drug: drug.map { GuidanceWording.name($0, names) } ?? "it", names: names)
    return (sentences.map { $0.sentenceCased.closed } + [advice.text]).joined(separator: " ")
  }
}

extension PatientFactor.Factor {
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
