public import Knowledge

/// A rule in plain words for the person who takes the medicine, generated from its structure.
///
/// Short sentences, in this order: what the body does with the medicine, what the doctor may do, what
/// is checked. The last two always say not to change a medicine alone. Remarks and populations are
/// written for professionals and stay out.
public struct PatientWording {
  /// The words every text ends with.
  public static let closing =
    "Do not stop or change a medicine on your own. Talk to your doctor or pharmacist first."

  private let rule: GuidanceRule
  private let also: [Action]
  private let other: String
  private let excluded: String

  /// Makes the wording of a rule; `names` maps drug ids to printed names.
  public init(rule: GuidanceRule, names: [String: String] = [:]) {
    self.rule = rule
    var seen: Set<Action> = [rule.action]
    also = rule.alsoActions.filter { seen.insert($0).inserted }
    let alternatives = rule.alternatives.map { GuidanceWording.name($0, names) }
    other = alternatives.isEmpty ? "" : ", such as \(alternatives.listed("or"))"
    excluded = rule.excludedAlternatives.map { GuidanceWording.name($0, names) }.listed("and")
  }

  /// The advice in full sentences; never empty.
  public var text: String {
    let effects = PatientEffects(rule.implications.map(\.effect))
    var sentences = effects.sentences
    switch rule.action {
    case .avoid, .useAlternative: sentences += replacement
    default: sentences += mainAdvice(isWarned: effects.isWarning) + furtherAdvice
    }
    if !excluded.isEmpty { sentences.append("\(excluded) may not suit you either") }
    if let titration = rule.titration.patientWords {
      sentences.append("to find your dose, your doctor may \(titration)")
    }
    sentences += checks
    if effects.isWarning, rule.action == .standard, rule.monitoring.isEmpty {
      sentences.append("tell your doctor if you feel unwell")
    }
    return sentences.map { "\($0.sentenceCased). " }.joined() + Self.closing
  }

  // MARK: Parts

  /// What a source says firmly is likely; a remark means that there is more to it.
  private var verb: String {
    rule.isConsideration || rule.remark != nil ? "may" : "is likely to"
  }

  /// What is tested, to follow "test"; empty if nothing is said.
  private var test: String {
    rule.tests.isEmpty ? "" : ": \(rule.tests.map(\.patientWords).distinct.listed("and"))"
  }

  /// The medicine is not the first choice: another one, and what if it must be this one.
  private var replacement: [String] {
    var sentences: [String] = []
    let wantsAnother = rule.action == .useAlternative || also.contains(.useAlternative)
    if rule.isContraindicated {
      sentences.append("you should not have this medicine")
    } else if rule.action == .avoid || also.contains(.avoid) {
      sentences.append(
        rule.isConsideration
          ? "this medicine may not be the best choice for you"
          : "this medicine is not a good choice for you")
    }
    if wantsAnother || !other.isEmpty {
      sentences.append("your doctor \(verb) choose another medicine\(other)")
    } else {
      sentences.append("your doctor can look for a better way to treat you")
    }
    if also.contains(.test) || !rule.tests.isEmpty {
      sentences.append("you may need one more test first\(test)")
    }
    let steps = also.compactMap(fallback)
    if !steps.isEmpty {
      sentences.append("if you have to take this one, your doctor may \(steps.listed("and"))")
    }
    return sentences
  }

  /// What the doctor may do if there is no way round the medicine.
  private func fallback(_ action: Action) -> String? {
    switch action {
    case .reduceDose: "give you a lower dose\(PatientDose(rule.doses).share)"
    case .increaseDose: "give you a higher dose\(PatientDose(rule.doses).share)"
    case .adjustDose: "find your dose step by step"
    case .avoid, .useAlternative, .monitor, .test, .standard, .noRecommendation: nil
    }
  }

  /// The medicine can be given: how.
  private func mainAdvice(isWarned: Bool) -> [String] {
    let dose = PatientDose(rule.doses)
    switch rule.action {
    case .reduceDose:
      return dose.isLimit
        ? ["your doctor \(verb) set a limit that your dose should not pass"]
        : ["your doctor \(verb) \(dose.verb) you \(dose.link) lower dose\(dose.share)"]
    case .increaseDose:
      return ["your doctor \(verb) \(dose.verb) you \(dose.link) higher dose\(dose.share)"]
    case .adjustDose: return ["your doctor \(verb) find your dose step by step"]
    case .monitor: return ["your doctor may still give you this medicine"]
    case .test: return ["your doctor \(verb) ask for one more test before deciding\(test)"]
    case .standard:
      return [
        isWarned
          ? "your doctor may still give you the usual dose"
          : "the usual dose of this medicine should suit you"
      ]
    case .noRecommendation:
      return ["there is no set advice for your result", "your doctor can decide with you"]
    case .avoid, .useAlternative: return []
    }
  }

  /// What may follow if the first step is not enough, or besides it.
  private var furtherAdvice: [String] {
    let changesDose = rule.action == .reduceDose || rule.action == .increaseDose
    var sentences: [String] =
      rule.isContraindicated ? ["in some cases, you should not have this medicine"] : []
    sentences += also.compactMap { action in
      let share = changesDose ? "" : PatientDose(rule.doses).target
      return switch action {
      case .reduceDose: "in some cases, your doctor may lower your dose\(share)"
      case .increaseDose: "in some cases, your doctor may raise your dose\(share)"
      case .adjustDose: "your doctor may change the dose step by step"
      case .test: "you may also need one more test\(test)"
      case .avoid, .useAlternative, .monitor, .standard, .noRecommendation: nil
      }
    }
    if !rule.tests.isEmpty, rule.action != .test, !also.contains(.test) {
      sentences.append("you may also need one more test\(test)")
    }
    if also.contains(.useAlternative) || !other.isEmpty {
      sentences.append("if it does not suit you, your doctor may choose another medicine\(other)")
    }
    if also.contains(.avoid), !rule.isContraindicated {
      sentences.append("in some cases, your doctor may decide against this medicine")
    }
    return sentences
  }

  /// What the doctor looks at, three things in a sentence.
  private var checks: [String] {
    let watches = rule.action == .monitor || also.contains(.monitor)
    let items = rule.monitoring.map(\.patientWords).distinct
    guard !items.isEmpty else { return watches ? ["your doctor may watch you more closely"] : [] }
    var sentences = stride(from: 0, to: items.count, by: 3).map { start in
      let part = items[start..<min(start + 3, items.count)]
      return "your doctor may \(start == 0 ? "" : "also ")check \(part.listed("and"))"
    }
    if rule.monitoring.contains(.skinReaction) {
      sentences.append("tell your doctor at once if you get a rash")
    }
    return sentences
  }
}
