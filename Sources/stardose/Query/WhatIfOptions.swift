internal import ArgumentParser
internal import Guidance
internal import Reports

/// What is asked to be changed, to see what follows.
struct WhatIfOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show what changes if this medicine is added (may be repeated).", valueName: "medicine"))
  var add: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show what changes if this medicine of the list is stopped (may be repeated).",
      valueName: "medicine"))
  var stop: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Show what changes if this becomes so (may be repeated).",
      discussion: """
        smoking, stopped-smoking, never-smoked, pregnant, breastfeeding, grapefruit, st-johns-wort, \
        alcohol, caffeine, or a name that --condition takes, each with 'no-' before it for the opposite; or age, weight, height, \
        creatinine, egfr, crcl, child-pugh, inr-target, cigarettes with '=' and a number.
        """,
      valueName: "fact"))
  var whatIf: [String] = []

  /// Whether anything is asked to be changed.
  var isEmpty: Bool { add.isEmpty && stop.isEmpty && whatIf.isEmpty }

  /// The facts that are asked to be changed.
  func facts() throws -> PatientFacts {
    try whatIf.reduce(into: PatientFacts()) { facts, text in
      try Self.state(text, in: &facts)
    }
  }

  private static func state(_ text: String, in facts: inout PatientFacts) throws {
    if let mark = text.firstIndex(of: "=") {
      return try state(
        String(text[..<mark]), number: String(text[text.index(after: mark)...]), in: &facts)
    }
    let isSo = !text.hasPrefix("no-")
    switch isSo ? text : String(text.dropFirst(3)) {
    case "smoking", "smoker": facts.smoking = isSo ? .current : .justStopped
    case "stopped-smoking" where isSo: facts.smoking = .justStopped
    case "former-smoker" where isSo: facts.smoking = .former
    case "never-smoked" where isSo: facts.smoking = .never
    case "pregnant": facts.isPregnant = isSo
    case "breastfeeding": facts.isBreastfeeding = isSo
    case "grapefruit": facts.takesGrapefruit = isSo
    case "st-johns-wort": facts.takesStJohnsWort = isSo
    case "alcohol": facts.drinksAlcohol = isSo
    case "caffeine": facts.takesCaffeine = isSo
    default: guard facts.state(condition: text) else { throw unknown(text) }
    }
  }

  private static func state(
    _ name: String, number text: String, in facts: inout PatientFacts
  ) throws {
    guard let number = Double(text), number.isFinite else {
      throw RequestError("--what-if \(name) is '\(text)'; write a number after '='")
    }
    let whole = {
      guard let whole = Int(exactly: number) else {
        throw RequestError("--what-if \(name) is '\(text)'; write a whole number after '='")
      }
      return whole
    }
    switch name {
    case "age": facts.ageYears = try whole()
    case "weight": facts.weightKg = number
    case "height": facts.heightCm = number
    case "creatinine": facts.creatinineMgPerDl = number
    case "egfr": facts.eGFR = number
    case "crcl": facts.creatinineClearance = number
    case "child-pugh": facts.childPughScore = try whole()
    case "inr-target": facts.targetINR = number
    case "cigarettes": facts.cigarettesPerDay = try whole()
    default: throw unknown("\(name)=\(text)")
    }
  }

  private static func unknown(_ text: String) -> RequestError {
    RequestError(
      "--what-if '\(text)' is no fact that can be changed; 'stardose help query' lists them")
  }
}
