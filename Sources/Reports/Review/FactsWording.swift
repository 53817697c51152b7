import Guidance
import Knowledge

/// What is known of a patient, and what that matters often is not, in a few words.
struct FactsWording {
  private let facts: PatientFacts

  init(_ facts: PatientFacts) { self.facts = facts }

  /// `67 years, female, 70 kg, eGFR 45 mL/min/1.73 m², smokes`; empty where nothing is known.
  var known: String {
    var words: [String] = []
    if let age = facts.ageYears { words.append("\(age) year\(age == 1 ? "" : "s")") }
    if let sex = facts.sex { words.append(sex.rawValue) }
    add(facts.weightKg, "", "kg", &words)
    add(facts.heightCm, "", "cm", &words)
    add(facts.creatinineMgPerDl, "creatinine", "mg/dL", &words)
    add(facts.eGFR, "eGFR", "mL/min/1.73 m²", &words)
    add(facts.creatinineClearance, "creatinine clearance", "mL/min", &words)
    if let score = facts.childPughScore { words.append("Child–Pugh \(score)") }
    add(facts.isPregnant, "pregnant", "not pregnant", &words)
    add(facts.isBreastfeeding, "breastfeeding", "not breastfeeding", &words)
    if let smoking = facts.smoking { words.append(Self.words(smoking, facts.cigarettesPerDay)) }
    add(facts.takesGrapefruit, "takes grapefruit", "no grapefruit", &words)
    add(facts.takesStJohnsWort, "takes St John's wort", "no St John's wort", &words)
    add(facts.drinksAlcohol, "drinks alcohol regularly", "no regular alcohol", &words)
    add(facts.takesCaffeine, "takes much caffeine", "little caffeine", &words)
    add(facts.eatsCharcoalGrilled, "often eats charcoal-grilled food", "", &words)
    add(facts.targetINR, "target INR", "", &words)
    add(facts.hasThrombosis, "treated for thrombosis", "", &words)
    if let ancestry = facts.ancestry { words.append("\(ancestry.rawValue) (dose equation)") }
    for condition in PatientCondition.allCases {
      add(facts.conditions?[condition], condition.words, "no \(condition.words)", &words)
    }
    for (medicine, indication) in (facts.indications ?? [:]).sorted(by: { $0.key < $1.key }) {
      words.append("\(medicine) for \(indication)")
    }
    return words.joined(separator: ", ")
  }

  /// `weight, kidney function, smoking`; empty where all of these are known.
  var unknown: String {
    var words: [String] = []
    if facts.ageYears == nil { words.append("age") }
    if facts.weightKg == nil { words.append("weight") }
    if facts.eGFR == nil, facts.creatinineClearance == nil, facts.creatinineMgPerDl == nil {
      words.append("kidney function")
    }
    if facts.childPughScore == nil { words.append("liver function") }
    if facts.smoking == nil { words.append("smoking") }
    if facts.isPregnant == nil, facts.sex != .male { words.append("pregnancy") }
    return words.joined(separator: ", ")
  }

  private func add(_ value: Double?, _ name: String, _ unit: String, _ words: inout [String]) {
    guard let value else { return }
    words.append(
      [name, JSONWriter.spelled(value), unit].filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func add(_ value: Bool?, _ yes: String, _ no: String, _ words: inout [String]) {
    guard let word = value.map({ $0 ? yes : no }), !word.isEmpty else { return }
    words.append(word)
  }

  private static func words(_ smoking: PatientFacts.Smoking, _ cigarettes: Int?) -> String {
    switch smoking {
    case .never: "never smoked"
    case .current: cigarettes.map { "smokes \($0) a day" } ?? "smokes"
    case .justStopped: "has just stopped smoking"
    case .former: "stopped smoking long ago"
    }
  }
}
