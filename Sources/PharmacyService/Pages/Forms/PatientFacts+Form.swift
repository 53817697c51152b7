package import Guidance

extension PatientFacts {
  /// Reads the facts form: an empty field is not known, a field that was not sent stays as it was.
  ///
  /// Decimal commas are taken.
  ///
  /// - Throws: `FactsFormError` for the first field that is no number, out of range or no choice.
  package init(form: FormFields, keeping old: PatientFacts) throws(FactsFormError) {
    self = old
    for field in FactField.allCases {
      guard let sent = form[field.rawValue] else { continue }
      let text = sent.trimmed
      try set(field, text.isEmpty ? nil : text)
    }
  }

  private mutating func set(_ field: FactField, _ text: String?) throws(FactsFormError) {
    if field.range != nil {
      set(
        field,
        number: try text.map { text throws(FactsFormError) in
          try Self.number(field, text)
        })
      return
    }
    if let text, !field.choices.contains(where: { $0.value == text }) {
      throw FactsFormError(field, found: text)
    }
    let holds = text.map { $0 == "yes" }
    switch field {
    case .sex: sex = text.flatMap(Sex.init)
    case .smoking: smoking = text.flatMap(Smoking.init)
    case .ancestry: ancestry = text.flatMap(Ancestry.init)
    case .isPregnant: isPregnant = holds
    case .isBreastfeeding: isBreastfeeding = holds
    case .drinksAlcohol: drinksAlcohol = holds
    case .takesGrapefruit: takesGrapefruit = holds
    case .takesStJohnsWort: takesStJohnsWort = holds
    case .takesCaffeine: takesCaffeine = holds
    case .eatsCharcoalGrilled: eatsCharcoalGrilled = holds
    case .hasThrombosis: hasThrombosis = holds
    case .dementia, .tonsilsRemoved, .nearTerm, .rheumatoidArthritis, .alcoholism,
      .alcoholWithdrawal:
      guard let condition = field.condition else { break }
      var stated = conditions ?? [:]
      stated[condition] = holds
      conditions = stated.isEmpty ? nil : stated
    case .ageYears, .weightKg, .heightCm, .creatinineMgPerDl, .eGFR, .creatinineClearance,
      .childPughScore, .cigarettesPerDay, .targetINR:
      break
    }
  }

  private mutating func set(_ field: FactField, number: Double?) {
    switch field {
    case .ageYears: ageYears = number.map { Int($0) }
    case .weightKg: weightKg = number
    case .heightCm: heightCm = number
    case .creatinineMgPerDl: creatinineMgPerDl = number
    case .eGFR: eGFR = number
    case .creatinineClearance: creatinineClearance = number
    case .childPughScore: childPughScore = number.map { Int($0) }
    case .cigarettesPerDay: cigarettesPerDay = number.map { Int($0) }
    case .targetINR: targetINR = number
    default: break
    }
  }

  private static func number(_ field: FactField, _ text: String) throws(FactsFormError) -> Double {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard isPlain, let number = Double(text.replacing(",", with: ".")),
      let range = field.range, range.contains(number),
      !field.isWhole || number == number.rounded()
    else { throw FactsFormError(field, found: text) }
    return number
  }
}
