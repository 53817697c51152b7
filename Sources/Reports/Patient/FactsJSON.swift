import Guidance
import Knowledge

/// Writes the facts of a patient, by the names `PatientFacts` has; what is not known is left out.
struct FactsJSON {
  private let facts: PatientFacts

  init(_ facts: PatientFacts) { self.facts = facts }

  func write(_ key: String, to json: inout JSONWriter) {
    json.object(key) { json in members(&json) }
  }

  private func members(_ json: inout JSONWriter) {
    json.number("ageYears", ifAny: facts.ageYears.map(Double.init))
    json.string("sex", ifAny: facts.sex?.rawValue)
    json.number("weightKg", ifAny: facts.weightKg)
    json.number("heightCm", ifAny: facts.heightCm)
    json.number("creatinineMgPerDl", ifAny: facts.creatinineMgPerDl)
    json.number("eGFR", ifAny: facts.eGFR)
    json.number("creatinineClearance", ifAny: facts.creatinineClearance)
    json.number("childPughScore", ifAny: facts.childPughScore.map(Double.init))
    json.flag("isPregnant", ifAny: facts.isPregnant)
    json.flag("isBreastfeeding", ifAny: facts.isBreastfeeding)
    json.string("smoking", ifAny: facts.smoking?.rawValue)
    json.number("cigarettesPerDay", ifAny: facts.cigarettesPerDay.map(Double.init))
    json.flag("takesGrapefruit", ifAny: facts.takesGrapefruit)
    json.flag("takesStJohnsWort", ifAny: facts.takesStJohnsWort)
    json.flag("drinksAlcohol", ifAny: facts.drinksAlcohol)
    json.flag("takesCaffeine", ifAny: facts.takesCaffeine)
    json.flag("eatsCharcoalGrilled", ifAny: facts.eatsCharcoalGrilled)
    json.number("targetINR", ifAny: facts.targetINR)
    json.flag("hasThrombosis", ifAny: facts.hasThrombosis)
    json.string("ancestry", ifAny: facts.ancestry?.rawValue)
    if let conditions = facts.conditions, !conditions.isEmpty {
      json.object("conditions") { json in
        for condition in PatientCondition.allCases {
          json.flag(condition.rawValue, ifAny: conditions[condition])
        }
      }
    }
    if let indications = facts.indications, !indications.isEmpty {
      json.object("indications") { json in
        for (medicine, indication) in indications.sorted(by: { $0.key < $1.key }) {
          json.string(medicine, indication)
        }
      }
    }
  }
}
