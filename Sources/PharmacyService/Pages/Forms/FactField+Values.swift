import Guidance

extension FactField {
  /// What can be chosen, in the order shown; empty for a number.
  var choices: [(value: String, word: String)] {
    switch self {
    case .sex: PatientFacts.Sex.allCases.map { ($0.rawValue, $0.rawValue) }
    case .smoking: PatientFacts.Smoking.allCases.map { ($0.rawValue, $0.word) }
    case .ancestry: PatientFacts.Ancestry.allCases.map { ($0.rawValue, $0.rawValue) }
    default: range == nil ? [("yes", "yes"), ("no", "no")] : []
    }
  }
}

extension PatientFacts.Smoking {
  /// The habit in words.
  var word: String {
    switch self {
    case .never: "never"
    case .current: "smokes"
    case .justStopped: "stopped within weeks"
    case .former: "stopped long ago"
    }
  }
}

extension PatientFacts {
  /// A fact as the form shows it; nil if it is not known.
  func text(_ field: FactField) -> String? {
    switch field {
    case .ageYears: ageYears.map(String.init)
    case .sex: sex?.rawValue
    case .weightKg: weightKg.map(Self.plain)
    case .heightCm: heightCm.map(Self.plain)
    case .creatinineMgPerDl: creatinineMgPerDl.map(Self.plain)
    case .eGFR: eGFR.map(Self.plain)
    case .creatinineClearance: creatinineClearance.map(Self.plain)
    case .childPughScore: childPughScore.map(String.init)
    case .smoking: smoking?.rawValue
    case .cigarettesPerDay: cigarettesPerDay.map(String.init)
    case .isPregnant: isPregnant.map(Self.answer)
    case .isBreastfeeding: isBreastfeeding.map(Self.answer)
    case .drinksAlcohol: drinksAlcohol.map(Self.answer)
    case .takesGrapefruit: takesGrapefruit.map(Self.answer)
    case .takesStJohnsWort: takesStJohnsWort.map(Self.answer)
    case .takesCaffeine: takesCaffeine.map(Self.answer)
    case .eatsCharcoalGrilled: eatsCharcoalGrilled.map(Self.answer)
    case .targetINR: targetINR.map(Self.plain)
    case .hasThrombosis: hasThrombosis.map(Self.answer)
    case .ancestry: ancestry?.rawValue
    case .dementia, .tonsilsRemoved, .nearTerm, .rheumatoidArthritis, .alcoholism,
      .alcoholWithdrawal:
      field.condition.flatMap { conditions?[$0] }.map(Self.answer)
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
  }

  private static func answer(_ holds: Bool) -> String { holds ? "yes" : "no" }
}
