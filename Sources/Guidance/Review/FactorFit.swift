import Knowledge

/// Whether a factor applies to a patient.
///
/// A factor of an organ without a threshold, whose source gives no figure, is taken to apply below an eGFR
/// of 60 (KDIGO's decreased function) or with any Child–Pugh score, and then as a caution at most. So is
/// one on the old whose source gives no age, unless the patient has the condition it is limited to.
enum FactorFit {
  /// It does; `unstated` is the condition it is limited to, where nobody has said whether the patient has it.
  case applies([Trace.Input], arithmetic: [String], isCertain: Bool, unstated: String?)
  /// It does not.
  case no
  /// It would have to be known what is named.
  case unknown(String)

  /// Holds a factor against facts; `taken` are the habits that are on the medication list.
  init(
    _ factor: PatientFactor, _ facts: PatientFacts, _ kidneys: KidneyFunction,
    taken: Set<PatientFactor.Factor>
  ) {
    var inputs: [Trace.Input] = []
    let conditions = ConditionsFit(factor.conditions, facts)
    if conditions == .no {
      self = .no
      return
    }
    switch factor.factor {
    case .renalFunction, .hepaticFunction, .age: break
    case .food:
      self = .applies([], arithmetic: [], isCertain: true, unstated: nil)
      return
    case .smoking, .smokingStopped, .grapefruit, .stJohnsWort, .alcohol, .caffeine,
      .charcoalGrill, .pregnancy, .breastfeeding:
      guard let has = taken.contains(factor.factor) ? true : facts.has(factor.factor) else {
        self = .unknown(factor.factor.words)
        return
      }
      guard has else {
        self = .no
        return
      }
      inputs.append(
        Trace.Input(
          factor.factor.words, "yes",
          from: taken.contains(factor.factor) ? "medication list" : "stated"))
    }
    var isCertain = true
    if let people = factor.people {
      guard let age = Self.value(.ageYears, facts, kidneys) else {
        self = .unknown("age")
        return
      }
      guard people.ageYears.contains(age.value) else {
        self = .no
        return
      }
      inputs.append(age.input)
      if case .has = conditions {} else { isCertain = people == .children }
    }
    if case .has(let words) = conditions {
      inputs.append(Trace.Input(words, "yes", from: "stated"))
    }
    let unstated: String? = if case .unstated(let words) = conditions { words } else { nil }
    guard let threshold = factor.threshold else {
      switch factor.factor {
      case .renalFunction, .hepaticFunction:
        self = Self.unbounded(factor.factor, facts, kidneys, inputs, unstated)
      default:
        self = .applies(inputs, arithmetic: [], isCertain: isCertain, unstated: unstated)
      }
      return
    }
    guard let measured = Self.value(threshold.measure, facts, kidneys) else {
      self = .unknown(threshold.measure.words)
      return
    }
    guard threshold.bounds.contains(measured.value) else {
      self = .no
      return
    }
    self = .applies(
      inputs + [measured.input],
      arithmetic: measured.steps + [
        "\(threshold.words) holds for \(DoseWording.plain(measured.value.rounded(toPlaces: 1)))"
      ], isCertain: isCertain && measured.isExact, unstated: unstated)
  }

  private static func unbounded(
    _ factor: PatientFactor.Factor, _ facts: PatientFacts, _ kidneys: KidneyFunction,
    _ inputs: [Trace.Input], _ unstated: String?
  ) -> FactorFit {
    if factor == .renalFunction {
      guard let rate = value(.eGFR, facts, kidneys) ?? value(.creatinineClearance, facts, kidneys)
      else { return .unknown("eGFR") }
      guard rate.value < 60 else { return .no }
      return .applies(
        inputs + [rate.input], arithmetic: rate.steps, isCertain: false, unstated: unstated)
    }
    guard let score = value(.childPugh, facts, kidneys) else {
      return .unknown("liver function (Child-Pugh score)")
    }
    return .applies(
      inputs + [score.input], arithmetic: [], isCertain: false, unstated: unstated)
  }

  /// A measured value.
  struct Measured {
    let value: Double
    let input: Trace.Input
    let steps: [String]
    /// Whether it is the measure itself, not one that stands in for it.
    let isExact: Bool
  }

  private static func value(
    _ measure: PatientFactor.Threshold.Measure, _ facts: PatientFacts, _ kidneys: KidneyFunction
  ) -> Measured? {
    func kidney(_ estimate: KidneyFunction.Estimate?, _ name: String, _ isExact: Bool) -> Measured?
    {
      estimate.map { estimate in
        let stands = isExact ? [] : ["\(name) stands in for \(measure.words)"]
        return Measured(
          value: estimate.value,
          input: Trace.Input(
            name, DoseWording.plain(estimate.value.rounded(toPlaces: 1)),
            from: estimate.isStated ? "stated" : estimate.sentence.trace.rule),
          steps: (estimate.isStated ? [] : [estimate.sentence.text])
            + estimate.sentence.trace.arithmetic + stands, isExact: isExact)
      }
    }
    func stated(_ value: Double?, _ name: String) -> Measured? {
      value.map {
        Measured(
          value: $0, input: Trace.Input(name, DoseWording.plain($0), from: "stated"), steps: [],
          isExact: true)
      }
    }
    switch measure {
    case .eGFR:
      return kidney(kidneys.eGFR, "eGFR", true)
        ?? kidney(kidneys.creatinineClearance, "creatinine clearance", false)
    case .creatinineClearance:
      return kidney(kidneys.creatinineClearance, "creatinine clearance", true)
        ?? kidney(kidneys.deindexedGFR, "eGFR for this body", false)
        ?? kidney(kidneys.eGFR, "eGFR", false)
    case .childPugh: return stated(facts.childPughScore.map(Double.init), "Child-Pugh score")
    case .ageYears: return stated(facts.ageYears.map(Double.init), "age in years")
    case .weightKg: return stated(facts.weightKg, "weight in kg")
    case .cigarettesPerDay:
      return stated(facts.cigarettesPerDay.map(Double.init), "cigarettes a day")
    }
  }
}

extension Double {
  /// Rounded to so many decimals.
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
