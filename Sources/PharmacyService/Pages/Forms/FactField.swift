import Knowledge

/// The facts about a patient that the form asks for, by the name the form and the JSON use.
package enum FactField: String, Sendable, Hashable, CaseIterable {
  case ageYears, sex, weightKg, heightCm, creatinineMgPerDl, eGFR, creatinineClearance
  case childPughScore, smoking, cigarettesPerDay, isPregnant, isBreastfeeding, drinksAlcohol
  case takesGrapefruit, takesStJohnsWort, takesCaffeine, eatsCharcoalGrilled
  case targetINR, hasThrombosis, ancestry
  case dementia, tonsilsRemoved, nearTerm, rheumatoidArthritis, alcoholism, alcoholWithdrawal

  /// The label.
  var label: String {
    switch self {
    case .ageYears: "Age"
    case .sex: "Sex"
    case .weightKg: "Weight"
    case .heightCm: "Height"
    case .creatinineMgPerDl: "Creatinine"
    case .eGFR: "eGFR"
    case .creatinineClearance: "Creatinine clearance"
    case .childPughScore: "Child–Pugh score"
    case .smoking: "Smoking"
    case .cigarettesPerDay: "Cigarettes"
    case .isPregnant: "Pregnant"
    case .isBreastfeeding: "Breastfeeding"
    case .drinksAlcohol: "Alcohol, regularly"
    case .takesGrapefruit: "Grapefruit"
    case .takesStJohnsWort: "St John’s wort"
    case .takesCaffeine: "Much caffeine"
    case .eatsCharcoalGrilled: "Charcoal-grilled food"
    case .targetINR: "Target INR"
    case .hasThrombosis: "Thrombosis or embolism"
    case .ancestry: "Ancestry (dose equations)"
    case .dementia: "Dementia"
    case .tonsilsRemoved: "Tonsils or adenoids taken out"
    case .nearTerm: "38 weeks pregnant or more"
    case .rheumatoidArthritis: "Rheumatoid arthritis"
    case .alcoholism: "Alcoholism"
    case .alcoholWithdrawal: "Stops alcohol abruptly"
    }
  }

  /// The unit, or how to say it; empty for a choice.
  var unit: String {
    switch self {
    case .ageYears: "years"
    case .weightKg: "kg"
    case .heightCm: "cm"
    case .creatinineMgPerDl: "mg/dL, stable"
    case .eGFR: "mL/min/1.73 m²"
    case .creatinineClearance: "mL/min"
    case .childPughScore: "5 to 15"
    case .cigarettesPerDay: "a day"
    default: ""
    }
  }

  /// What numbers are taken; nil for a choice.
  var range: ClosedRange<Double>? {
    switch self {
    case .ageYears: 0...130
    case .weightKg: 0.3...400
    case .heightCm: 20...260
    case .creatinineMgPerDl: 0.05...40
    case .eGFR, .creatinineClearance: 0...300
    case .childPughScore: 5...15
    case .cigarettesPerDay: 0...200
    case .targetINR: 1...6
    default: nil
    }
  }

  /// Whether only whole numbers are taken.
  var isWhole: Bool { self == .ageYears || self == .childPughScore || self == .cigarettesPerDay }

  /// The rules on patients that look at it.
  var factors: [PatientFactor.Factor] {
    switch self {
    case .ageYears: [.age, .renalFunction]
    case .sex, .weightKg, .creatinineMgPerDl, .eGFR, .creatinineClearance: [.renalFunction]
    case .childPughScore: [.hepaticFunction]
    case .smoking: [.smoking, .smokingStopped]
    case .isPregnant: [.pregnancy]
    case .isBreastfeeding: [.breastfeeding]
    case .drinksAlcohol: [.alcohol]
    case .takesGrapefruit: [.grapefruit]
    case .takesStJohnsWort: [.stJohnsWort]
    case .takesCaffeine: [.caffeine]
    case .eatsCharcoalGrilled: [.charcoalGrill]
    case .heightCm, .cigarettesPerDay, .targetINR, .hasThrombosis, .ancestry, .dementia,
      .tonsilsRemoved, .nearTerm, .rheumatoidArthritis, .alcoholism, .alcoholWithdrawal:
      []
    }
  }

  /// The condition it states; nil for other facts.
  var condition: PatientCondition? { PatientCondition(rawValue: rawValue) }

  /// Whether the name of an equation's input means this fact.
  func isMeant(by input: String) -> Bool {
    let name = input.lowercased()
    return switch self {
    case .ageYears: name.hasPrefix("age")
    case .sex: name == "sex"
    case .weightKg: name.hasPrefix("weight") || name.hasPrefix("body weight")
    case .heightCm: name.hasPrefix("height") || name.hasPrefix("body height")
    case .creatinineMgPerDl: name.hasPrefix("creatinine") && !name.contains("clearance")
    case .eGFR: name.hasPrefix("egfr")
    case .creatinineClearance: name.hasPrefix("creatinine clearance")
    case .childPughScore: name.hasPrefix("child")
    case .smoking: name.hasPrefix("smok")
    case .targetINR: name.contains("inr")
    case .hasThrombosis: name.contains("thrombo") || name.contains("embol")
    case .ancestry: name.contains("ancestry") || name.hasPrefix("race")
    case .cigarettesPerDay, .isPregnant, .isBreastfeeding, .drinksAlcohol, .takesGrapefruit,
      .takesStJohnsWort, .takesCaffeine, .eatsCharcoalGrilled, .dementia, .tonsilsRemoved,
      .nearTerm, .rheumatoidArthritis, .alcoholism, .alcoholWithdrawal:
      false
    }
  }
}
