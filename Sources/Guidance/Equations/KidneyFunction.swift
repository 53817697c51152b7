/// How well the kidneys work, as stated or worked out, with the reckoning.
public struct KidneyFunction: Sendable, Hashable {
  /// The estimated glomerular filtration rate in mL/min/1.73 m²; nil if it can't be had.
  public var eGFR: Estimate?
  /// The creatinine clearance in mL/min; nil if it can't be had.
  public var creatinineClearance: Estimate?
  /// The rate in mL/min for this body; nil without rate, height or weight.
  public var deindexedGFR: Estimate?

  /// A value and where it comes from.
  public struct Estimate: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// Whether it was stated, not worked out.
    public var isStated: Bool
    /// What is said of it, with the reckoning in the trace.
    public var sentence: Sentence
  }

  /// What is known of the kidneys from a patient's facts; what is stated goes before what is worked out.
  public init(_ facts: PatientFacts) {
    eGFR = Self.rate(facts)
    creatinineClearance = Self.clearance(facts)
    if let eGFR, let height = facts.heightCm, let weight = facts.weightKg,
      let area = BodySurface.area(heightCm: height, weightKg: weight)
    {
      let value = BodySurface.deindexed(eGFR.value, area: area)
      deindexedGFR = Estimate(
        value: value, isStated: false,
        sentence: Sentence(
          "For this body that is \(value.shown(0)) mL/min.",
          Trace(
            rule: "deindexed-gfr", source: "Mosteller 1987",
            url: "https://doi.org/10.1056/NEJM198710223171717",
            inputs: eGFR.sentence.trace.inputs + [
              Trace.Input("height", "\(height.plain) cm", from: "stated"),
              Trace.Input("weight", "\(weight.plain) kg", from: "stated"),
            ],
            arithmetic: [
              "body surface √(\(height.plain) × \(weight.plain) / 3600) = \(area.shown(2)) m²",
              "\(eGFR.value.shown(1)) × \(area.shown(2)) / 1.73 = \(value.shown(1)) mL/min",
            ])))
    }
  }

  private static func rate(_ facts: PatientFacts) -> Estimate? {
    if let stated = facts.eGFR {
      return Self.stated(
        stated, "eGFR", "mL/min/1.73 m²", "egfr-stated",
        "The eGFR is stated as \(stated.plain) mL/min/1.73 m².")
    }
    guard let creatinine = facts.creatinineMgPerDl, let age = facts.ageYears, let sex = facts.sex,
      let value = CreatinineEquation.ckdEPI2021(
        creatinineMgPerDl: creatinine, ageYears: age, sex: sex)
    else { return nil }
    let (kappa, alpha) = sex == .female ? ("0.7", "−0.241") : ("0.9", "−0.302")
    let ratio = "\(creatinine.plain)/\(kappa)"
    return Estimate(
      value: value, isStated: false,
      sentence: Sentence(
        "eGFR \(value.shown(0)) mL/min/1.73 m² by CKD-EPI 2021, which holds for adults with stable "
          + "creatinine.",
        Trace(
          rule: "ckd-epi-2021", source: "Inker et al. 2021",
          url: "https://doi.org/10.1056/NEJMoa2102953",
          inputs: inputs(creatinine, age, sex),
          arithmetic: [
            "CKD-EPI 2021, for adults with stable creatinine:",
            "142 × min(\(ratio), 1)^\(alpha) × max(\(ratio), 1)^−1.200 × 0.9938^\(age)"
              + (sex == .female ? " × 1.012" : "") + " = \(value.shown(1))",
          ])))
  }

  private static func clearance(_ facts: PatientFacts) -> Estimate? {
    if let stated = facts.creatinineClearance {
      return Self.stated(
        stated, "creatinine clearance", "mL/min", "clearance-stated",
        "The creatinine clearance is stated as \(stated.plain) mL/min.")
    }
    guard let creatinine = facts.creatinineMgPerDl, let age = facts.ageYears, let sex = facts.sex,
      let weight = facts.weightKg,
      let value = CreatinineEquation.cockcroftGault(
        creatinineMgPerDl: creatinine, ageYears: age, sex: sex, weightKg: weight)
    else { return nil }
    return Estimate(
      value: value, isStated: false,
      sentence: Sentence(
        "Creatinine clearance \(value.shown(0)) mL/min by Cockcroft and Gault with the actual weight, "
          + "which holds for adults with stable creatinine.",
        Trace(
          rule: "cockcroft-gault", source: "Cockcroft and Gault 1976",
          url: "https://doi.org/10.1159/000180580",
          inputs: inputs(creatinine, age, sex) + [
            Trace.Input("weight", "\(weight.plain) kg", from: "stated")
          ],
          arithmetic: [
            "Cockcroft and Gault, for adults with stable creatinine:",
            "(140 − \(age)) × \(weight.plain) / (72 × \(creatinine.plain))"
              + (sex == .female ? " × 0.85" : "") + " = \(value.shown(1))",
          ])))
  }

  private static func inputs(_ creatinine: Double, _ age: Int, _ sex: PatientFacts.Sex)
    -> [Trace.Input]
  {
    [
      Trace.Input("creatinine", "\(creatinine.plain) mg/dL", from: "stated"),
      Trace.Input("age", "\(age) years", from: "stated"),
      Trace.Input("sex", sex.rawValue, from: "stated"),
    ]
  }

  private static func stated(
    _ value: Double, _ name: String, _ unit: String, _ rule: String, _ text: String
  ) -> Estimate? {
    guard value.isFinite, (0...300).contains(value) else { return nil }
    return Estimate(
      value: value, isStated: true,
      sentence: Sentence(
        text,
        Trace(
          rule: rule, source: "stated",
          inputs: [Trace.Input(name, "\(value.plain) \(unit)", from: "stated")])))
  }
}
