import Guidance
import Knowledge

/// Reads the facts of a patient out of JSON, by the names `PatientFacts` has.
struct FactsReader {
  let file: String

  /// The keys, in the order they are written.
  static let keys = [
    "ageYears", "sex", "weightKg", "heightCm", "creatinineMgPerDl", "eGFR", "creatinineClearance",
    "childPughScore", "isPregnant", "isBreastfeeding", "smoking", "cigarettesPerDay",
    "takesGrapefruit", "takesStJohnsWort", "drinksAlcohol", "takesCaffeine", "eatsCharcoalGrilled",
    "targetINR", "hasThrombosis", "ancestry", "conditions", "indications",
  ]

  /// The facts of an object; null and absent keys are not known.
  func read(_ value: JSONValue, line: Int) throws(PatientDocumentError) -> PatientFacts {
    let object = try JSONObject(value, "facts", Self.keys, file: file, line: line)
    var facts = PatientFacts()
    facts.ageYears = try object.integer("ageYears")
    facts.sex = try object.choice("sex")
    facts.weightKg = try object.number("weightKg")
    facts.heightCm = try object.number("heightCm")
    facts.creatinineMgPerDl = try object.number("creatinineMgPerDl")
    facts.eGFR = try object.number("eGFR")
    facts.creatinineClearance = try object.number("creatinineClearance")
    facts.childPughScore = try object.integer("childPughScore")
    facts.isPregnant = try object.flag("isPregnant")
    facts.isBreastfeeding = try object.flag("isBreastfeeding")
    facts.smoking = try object.choice("smoking")
    facts.cigarettesPerDay = try object.integer("cigarettesPerDay")
    facts.takesGrapefruit = try object.flag("takesGrapefruit")
    facts.takesStJohnsWort = try object.flag("takesStJohnsWort")
    facts.drinksAlcohol = try object.flag("drinksAlcohol")
    facts.takesCaffeine = try object.flag("takesCaffeine")
    facts.eatsCharcoalGrilled = try object.flag("eatsCharcoalGrilled")
    facts.targetINR = try object.number("targetINR")
    facts.hasThrombosis = try object.flag("hasThrombosis")
    facts.ancestry = try object.choice("ancestry")
    facts.conditions = try conditions(object)
    facts.indications = try indications(object)
    if let impossible = facts.firstImpossible {
      throw PatientDocumentError(
        .impossible(impossible), file: file, line: object.line(of: impossible.field))
    }
    return facts
  }

  private func conditions(
    _ object: JSONObject
  ) throws(PatientDocumentError) -> [PatientCondition: Bool]? {
    guard let member = object.member("conditions") else { return nil }
    let inner = try JSONObject(
      member.value, "conditions", PatientCondition.allCases.map(\.rawValue), file: file,
      line: member.line)
    var conditions: [PatientCondition: Bool] = [:]
    for condition in PatientCondition.allCases {
      conditions[condition] = try inner.flag(condition.rawValue)
    }
    return conditions.isEmpty ? nil : conditions
  }

  private func indications(
    _ object: JSONObject
  ) throws(PatientDocumentError) -> [String: String]? {
    guard let member = object.member("indications") else { return nil }
    guard case .object(let members) = member.value else {
      throw object.wrongKind(member, "an object of medicine ids and indications")
    }
    var indications: [String: String] = [:]
    for inner in members {
      guard let text = inner.value.text, !text.trimmed.isEmpty else {
        throw object.wrongKind(inner, "the indication in quotes")
      }
      guard indications.updateValue(text, forKey: inner.name) == nil else {
        throw PatientDocumentError(.repeatedKey(inner.name), file: file, line: inner.line)
      }
    }
    return indications.isEmpty ? nil : indications
  }
}
