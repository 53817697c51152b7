internal import ArgumentParser
internal import Guidance
internal import Knowledge
internal import Reports

/// What is known of the patient apart from genes and medicines; each overrides the patient's file.
struct FactOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Age in completed years.", valueName: "years"))
  var age: Int?

  @Option(name: .long, help: "Sex, as kidney equations mean it: female or male.")
  var sex: PatientSexName?

  @Option(name: .long, help: ArgumentHelp("Body weight in kg.", valueName: "kg"))
  var weight: Double?

  @Option(name: .long, help: ArgumentHelp("Body height in cm.", valueName: "cm"))
  var height: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Serum creatinine in mg/dL (µmol/L divided by 88.4), stable.", valueName: "mg/dL"))
  var creatinine: Double?

  @Option(
    name: .long, help: ArgumentHelp("A stated eGFR in mL/min/1.73 m².", valueName: "number"))
  var egfr: Double?

  @Option(
    name: .long, help: ArgumentHelp("A stated creatinine clearance in mL/min.", valueName: "number")
  )
  var crcl: Double?

  @Option(name: .long, help: ArgumentHelp("The Child–Pugh score, 5 to 15.", valueName: "points"))
  var childPugh: Int?

  @Flag(inversion: .prefixedNo, help: "Whether the patient is pregnant.")
  var pregnant: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether the patient breastfeeds.")
  var breastfeeding: Bool?

  @Flag(help: "Tobacco smoking.")
  var smoking: SmokingFlag?

  @Option(name: .long, help: ArgumentHelp("Cigarettes a day.", valueName: "number"))
  var cigarettes: Int?

  @Flag(inversion: .prefixedNo, help: "Whether grapefruit is eaten or its juice drunk.")
  var grapefruit: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether St John's wort is taken.")
  var stJohnsWort: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether alcohol is drunk regularly.")
  var alcohol: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether coffee or other caffeine is taken in quantity.")
  var caffeine: Bool?

  @Flag(inversion: .prefixedNo, help: "Whether charcoal-grilled food is eaten often.")
  var charcoalGrilled: Bool?

  @Option(name: .long, help: ArgumentHelp("The target INR.", valueName: "number"))
  var inrTarget: Double?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether a deep vein thrombosis or pulmonary embolism is treated.")
  var thrombosis: Bool?

  @Option(
    name: .long,
    help: "Asian, black, white or mixed, for dose equations that have a term; never required.")
  var ancestry: AncestryName?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What the patient has, or with 'no-' before it has not (may be repeated): \(conditionNames).",
      valueName: "name"))
  var condition: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What a medicine is given for, in the words of a guideline (may be repeated).",
      valueName: "medicine=words"))
  var indication: [String] = []

  /// The facts stated; what is not stated stays open.
  func facts() throws -> PatientFacts {
    var facts = PatientFacts()
    facts.ageYears = age
    facts.sex = sex?.value
    facts.weightKg = weight
    facts.heightCm = height
    facts.creatinineMgPerDl = creatinine
    facts.eGFR = egfr
    facts.creatinineClearance = crcl
    facts.childPughScore = childPugh
    facts.isPregnant = pregnant
    facts.isBreastfeeding = breastfeeding
    facts.smoking = smoking?.value
    facts.cigarettesPerDay = cigarettes
    facts.takesGrapefruit = grapefruit
    facts.takesStJohnsWort = stJohnsWort
    facts.drinksAlcohol = alcohol
    facts.takesCaffeine = caffeine
    facts.eatsCharcoalGrilled = charcoalGrilled
    facts.targetINR = inrTarget
    facts.hasThrombosis = thrombosis
    facts.ancestry = ancestry?.value
    for text in condition {
      guard facts.state(condition: text) else {
        throw RequestError(
          "--condition is '\(text)'; use one of \(conditionNames), with 'no-' before it for the opposite"
        )
      }
    }
    for pair in indication {
      guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex,
        pair.index(after: mark) != pair.endIndex
      else {
        throw RequestError(
          "--indication is '\(pair)'; write the medicine, '=' and what it is given for")
      }
      facts.indications = (facts.indications ?? [:]).merging(
        [String(pair[..<mark]): String(pair[pair.index(after: mark)...])]
      ) { _, new in new }
    }
    return facts
  }
}

/// The conditions, as they are typed.
private let conditionNames = PatientCondition.allCases.map(\.typed).joined(separator: ", ")

extension PatientCondition {
  /// The name with hyphens, such as `near-term`.
  fileprivate var typed: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
  }
}

extension PatientFacts {
  /// Notes a condition typed as `dementia` or `no-dementia`; false if there is none of that name.
  mutating func state(condition text: String) -> Bool {
    let isSo = !text.hasPrefix("no-")
    let name = isSo ? text : String(text.dropFirst(3))
    guard let condition = PatientCondition.allCases.first(where: { $0.typed == name }) else {
      return false
    }
    conditions = (conditions ?? [:]).merging([condition: isSo]) { _, new in new }
    return true
  }
}

/// Whether the patient smokes, as a flag.
enum SmokingFlag: String, EnumerableFlag {
  case smoker, stoppedSmoking, formerSmoker, neverSmoked

  static func help(for value: SmokingFlag) -> ArgumentHelp? {
    switch value {
    case .smoker: "The patient smokes tobacco."
    case .stoppedSmoking: "The patient stopped smoking within the last weeks."
    case .formerSmoker: "The patient stopped smoking long ago."
    case .neverSmoked: "The patient never smoked."
    }
  }

  /// The fact it states.
  var value: PatientFacts.Smoking {
    switch self {
    case .smoker: .current
    case .stoppedSmoking: .justStopped
    case .formerSmoker: .former
    case .neverSmoked: .never
    }
  }
}

/// An ancestry that dose equations have a term for.
enum AncestryName: String, ExpressibleByArgument, CaseIterable {
  case asian, black, white, mixed

  /// The fact it states.
  var value: PatientFacts.Ancestry {
    switch self {
    case .asian: .asian
    case .black: .black
    case .white: .white
    case .mixed: .mixed
    }
  }
}

/// A sex, as kidney equations mean it.
enum PatientSexName: String, ExpressibleByArgument, CaseIterable {
  case female, male

  /// The fact it states.
  var value: PatientFacts.Sex { self == .female ? .female : .male }
}
