public import Guidance

extension PatientFacts {
  /// These facts with those of another that are known in place of their own.
  public func overlaid(with other: PatientFacts) -> PatientFacts {
    var facts = self
    facts.ageYears = other.ageYears ?? ageYears
    facts.sex = other.sex ?? sex
    facts.weightKg = other.weightKg ?? weightKg
    facts.heightCm = other.heightCm ?? heightCm
    facts.creatinineMgPerDl = other.creatinineMgPerDl ?? creatinineMgPerDl
    facts.eGFR = other.eGFR ?? eGFR
    facts.creatinineClearance = other.creatinineClearance ?? creatinineClearance
    facts.childPughScore = other.childPughScore ?? childPughScore
    facts.isPregnant = other.isPregnant ?? isPregnant
    facts.isBreastfeeding = other.isBreastfeeding ?? isBreastfeeding
    facts.smoking = other.smoking ?? smoking
    facts.cigarettesPerDay = other.cigarettesPerDay ?? cigarettesPerDay
    if let smoking = other.smoking, smoking != .current, other.cigarettesPerDay == nil {
      facts.cigarettesPerDay = nil
    }
    facts.takesGrapefruit = other.takesGrapefruit ?? takesGrapefruit
    facts.takesStJohnsWort = other.takesStJohnsWort ?? takesStJohnsWort
    facts.drinksAlcohol = other.drinksAlcohol ?? drinksAlcohol
    facts.takesCaffeine = other.takesCaffeine ?? takesCaffeine
    facts.eatsCharcoalGrilled = other.eatsCharcoalGrilled ?? eatsCharcoalGrilled
    facts.targetINR = other.targetINR ?? targetINR
    facts.hasThrombosis = other.hasThrombosis ?? hasThrombosis
    facts.ancestry = other.ancestry ?? ancestry
    if let added = other.indications {
      facts.indications = (indications ?? [:]).merging(added) { _, new in new }
    }
    return facts
  }
}
