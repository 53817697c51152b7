public import Knowledge

/// What is known of a patient apart from genes and medicines; nil is "not known", never "no".
///
/// It encodes as JSON with these names, which is how patient files, the API and the store hold it.
public struct PatientFacts: Sendable, Hashable, Codable {
  /// Age in completed years.
  public var ageYears: Int?
  /// Sex as kidney equations and labels mean it.
  public var sex: Sex?
  /// Body weight in kg.
  public var weightKg: Double?
  /// Body height in cm.
  public var heightCm: Double?
  /// Serum creatinine in mg/dL, stable.
  public var creatinineMgPerDl: Double?
  /// A stated estimated glomerular filtration rate in mL/min/1.73 m².
  public var eGFR: Double?
  /// A stated creatinine clearance in mL/min.
  public var creatinineClearance: Double?
  /// The Child–Pugh score, 5 to 15.
  public var childPughScore: Int?
  /// Whether the patient is pregnant.
  public var isPregnant: Bool?
  /// Whether the patient breastfeeds.
  public var isBreastfeeding: Bool?
  /// Tobacco smoking.
  public var smoking: Smoking?
  /// Cigarettes a day, where the patient smokes.
  public var cigarettesPerDay: Int?
  /// Whether grapefruit is eaten or its juice drunk.
  public var takesGrapefruit: Bool?
  /// Whether St John's wort is taken.
  public var takesStJohnsWort: Bool?
  /// Whether alcohol is drunk regularly.
  public var drinksAlcohol: Bool?
  /// Whether coffee or other caffeine is taken in quantity.
  public var takesCaffeine: Bool?
  /// Whether charcoal-grilled food is eaten often.
  public var eatsCharcoalGrilled: Bool?
  /// The target INR, for vitamin K antagonists.
  public var targetINR: Double?
  /// Whether the indication is a deep vein thrombosis or pulmonary embolism.
  public var hasThrombosis: Bool?
  /// The ancestry a published dose equation has a term for; never required.
  public var ancestry: Ancestry?
  /// Illnesses and states that labels are limited to, and whether the patient has them.
  public var conditions: [PatientCondition: Bool]?
  /// What the patient is treated for, by medicine id, in the words of a rule's population.
  public var indications: [String: String]?

  /// Sex as equations mean it.
  public enum Sex: String, Sendable, Hashable, Codable, CaseIterable { case female, male }

  /// Tobacco smoking.
  public enum Smoking: String, Sendable, Hashable, Codable, CaseIterable {
    case never, current
    /// Stopped within the last weeks: induced enzymes are falling back.
    case justStopped
    /// Stopped long enough ago that no enzyme is induced.
    case former
  }

  /// The groups that the warfarin equations have terms for.
  public enum Ancestry: String, Sendable, Hashable, Codable, CaseIterable {
    case asian, black, white, mixed
  }

  /// Makes facts of which nothing is known.
  public init() {}
}
