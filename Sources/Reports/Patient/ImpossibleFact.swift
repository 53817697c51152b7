public import Guidance

/// A fact that no patient has, or two that exclude each other.
public struct ImpossibleFact: Sendable, Hashable {
  /// The field, as `PatientFacts` spells it.
  public var field: String
  /// One clause: the value found, what is possible, and what to do.
  public var sentence: String

  init(_ field: String, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

extension PatientFacts {
  /// The first fact that can't be true; nil where all can.
  ///
  /// The bounds are those of what is humanly possible and of the scores' own definitions (Child–Pugh is
  /// a sum of five items worth 1 to 3 points), not of what is healthy.
  public var firstImpossible: ImpossibleFact? {
    let found =
      Self.check("ageYears", "age", ageYears.map(Double.init), 0...120, "years")
      ?? Self.check("weightKg", "weight", weightKg, 0.3...500, "kg")
      ?? Self.check("heightCm", "height", heightCm, 20...260, "cm")
      ?? Self.check("creatinineMgPerDl", "creatinine", creatinineMgPerDl, 0.1...40, "mg/dL")
    return found
      ?? Self.check("eGFR", "eGFR", eGFR, 0...250, "mL/min/1.73 m²")
      ?? Self.check(
        "creatinineClearance", "creatinine clearance", creatinineClearance, 0...400, "mL/min")
      ?? Self.check(
        "childPughScore", "Child–Pugh score", childPughScore.map(Double.init), 5...15, "points")
      ?? Self.check(
        "cigarettesPerDay", "number of cigarettes a day", cigarettesPerDay.map(Double.init),
        0...200,
        "")
      ?? Self.check("targetINR", "target INR", targetINR, 1...6, "")
      ?? contradiction
  }

  private var contradiction: ImpossibleFact? {
    if sex == .male, isPregnant == true {
      return ImpossibleFact(
        "isPregnant", "the patient is stated to be male and pregnant; correct one")
    }
    if sex == .male, isBreastfeeding == true {
      return ImpossibleFact(
        "isBreastfeeding", "the patient is stated to be male and breastfeeding; correct one")
    }
    if let count = cigarettesPerDay, count > 0, let smoking, smoking != .current {
      return ImpossibleFact(
        "cigarettesPerDay",
        "\(count) cigarettes a day are stated of a patient who does not smoke; correct one")
    }
    return nil
  }

  private static func check(
    _ field: String, _ name: String, _ value: Double?, _ range: ClosedRange<Double>,
    _ unit: String
  ) -> ImpossibleFact? {
    guard let value, !range.contains(value) else { return nil }
    let unit = unit.isEmpty ? "" : " \(unit)"
    return ImpossibleFact(
      field,
      "the \(name) is \(JSONWriter.spelled(value))\(unit), and possible are "
        + "\(JSONWriter.spelled(range.lowerBound)) to \(JSONWriter.spelled(range.upperBound))\(unit); "
        + "check number and unit")
  }
}
