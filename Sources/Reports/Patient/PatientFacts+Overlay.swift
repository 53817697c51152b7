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
    if let added = other.conditions {
      facts.conditions = (conditions ?? [:]).merging(added) { _, new in new }
    }
    if let added = other.indications {
      facts.indications = (indications ?? [:]).merging(added) { _, new in new }
    }
    return facts
  }

  /// The facts in which these differ from others; what is the same, or not known any more, is left open.
  func differing(from other: PatientFacts) -> PatientFacts {
    var facts = self
    if ageYears == other.ageYears { facts.ageYears = nil }
    if sex == other.sex { facts.sex = nil }
    if weightKg == other.weightKg { facts.weightKg = nil }
    if heightCm == other.heightCm { facts.heightCm = nil }
    if creatinineMgPerDl == other.creatinineMgPerDl { facts.creatinineMgPerDl = nil }
    if eGFR == other.eGFR { facts.eGFR = nil }
    if creatinineClearance == other.creatinineClearance { facts.creatinineClearance = nil }
    if childPughScore == other.childPughScore { facts.childPughScore = nil }
    if isPregnant == other.isPregnant { facts.isPregnant = nil }
    if isBreastfeeding == other.isBreastfeeding { facts.isBreastfeeding = nil }
    if smoking == other.smoking { facts.smoking = nil }
    if cigarettesPerDay == other.cigarettesPerDay { facts.cigarettesPerDay = nil }
    if takesGrapefruit == other.takesGrapefruit { facts.takesGrapefruit = nil }
    if takesStJohnsWort == other.takesStJohnsWort { facts.takesStJohnsWort = nil }
    if drinksAlcohol == other.drinksAlcohol { facts.drinksAlcohol = nil }
    if takesCaffeine == other.takesCaffeine { facts.takesCaffeine = nil }
    if eatsCharcoalGrilled == other.eatsCharcoalGrilled { facts.eatsCharcoalGrilled = nil }
    if targetINR == other.targetINR { facts.targetINR = nil }
    if hasThrombosis == other.hasThrombosis { facts.hasThrombosis = nil }
    if ancestry == other.ancestry { facts.ancestry = nil }
    if conditions == other.conditions { facts.conditions = nil }
    if indications == other.indications { facts.indications = nil }
    return facts
  }
}
