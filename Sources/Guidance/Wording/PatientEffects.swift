import Knowledge

/// What a gene result does to the medicine in the body, in plain words for the patient.
struct PatientEffects {
  private let effects: Set<Implication.Effect>

  init(_ effects: [Implication.Effect]) { self.effects = Set(effects) }

  /// Whether something speaks for care.
  var isWarning: Bool {
    has(.higherRisk, .muchHigherRisk, .lowerEfficacy, .muchHigherExposure, .muchLowerExposure)
      || has(.muchLowerActiveMetabolite, .muchHigherActiveMetabolite)
  }

  /// What the body does, then what comes of it.
  var sentences: [String] {
    var found = [exposure, activeForm].compactMap { $0 } + results
    if found.isEmpty { found = usual }
    return found
  }

  private func has(_ wanted: Implication.Effect...) -> Bool {
    wanted.contains { effects.contains($0) }
  }

  private var isMore: Bool { has(.higherExposure, .muchHigherExposure) }
  private var isLess: Bool { has(.lowerExposure, .muchLowerExposure) }
  private var isLessActive: Bool { has(.lowerActiveMetabolite, .muchLowerActiveMetabolite) }
  private var isMoreActive: Bool { has(.higherActiveMetabolite, .muchHigherActiveMetabolite) }

  private var exposure: String? {
    if isMore && isLess {
      return "one of your genes may raise the level of this medicine in your blood, and one may "
        + "lower it"
    }
    let amount = has(.muchHigherExposure, .muchLowerExposure) ? "much " : ""
    if isMore { return "your blood may hold \(amount)more of this medicine than most people's" }
    if isLess { return "your blood may hold \(amount)less of this medicine than most people's" }
    return nil
  }

  private var activeForm: String? {
    if isLessActive && isMoreActive {
      return "your genes may change how much of this medicine becomes active"
    }
    let amount = has(.muchLowerActiveMetabolite, .muchHigherActiveMetabolite) ? "much " : ""
    if isLessActive {
      return
        "your body turns \(amount)less of this medicine into its active form than most people's"
    }
    if isMoreActive {
      return
        "your body turns \(amount)more of this medicine into its active form than most people's"
    }
    return nil
  }

  /// What may happen: side effects of too much, or a reaction that no dose explains.
  private var harm: String {
    isMore || isMoreActive || has(.lowerDoseNeed) ? "side effects are" : "a bad reaction is"
  }

  /// What the patient may notice, and what is known of the need.
  private var results: [String] {
    var found: [String] = []
    let isTooLittle = (isLess || isLessActive) && !isMore && !isMoreActive
    let isRisk = has(.higherRisk, .muchHigherRisk)
    if has(.lowerEfficacy) || (isRisk && isTooLittle) {
      found.append("it may not work well enough for you")
    } else if has(.higherEfficacy) {
      found.append("it may work more strongly for you")
    }
    if isRisk, !isTooLittle {
      found.append(
        "\(harm) \(has(.muchHigherRisk) ? "much more" : "more") likely for you than for most people"
      )
    } else if has(.lowerRisk) {
      found.append("\(harm) less likely for you than for most people")
    }
    if has(.lowerDoseNeed) { found.append("you may need less of it than most people") }
    if has(.higherDoseNeed) { found.append("you may need more of it than most people") }
    if found.isEmpty, isMore || isLess || isMoreActive || isLessActive {
      if has(.normalEfficacy) { found.append("it should still work for you as usual") }
      if has(.normalRisk) { found.append("even so, your risk should be no higher than usual") }
    }
    return found
  }

  /// For a result that changes nothing, or of which nothing is known.
  private var usual: [String] {
    if has(.unknown) { return ["it is not yet known what your result means for this medicine"] }
    if has(.normalActiveMetabolite) {
      return ["your body makes the active form of this medicine as most people's do"]
    }
    if has(.normalExposure) { return ["your body handles this medicine as most people's do"] }
    if has(.normalEfficacy, .normalDoseNeed) {
      return ["this medicine should work for you as for most people"]
    }
    if has(.normalRisk) { return ["your risk with this medicine is the same as most people's"] }
    return []
  }
}
