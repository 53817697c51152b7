public import Knowledge

/// The English of a rule, generated from its structure.
///
/// The text is one to four short sentences, the main action first; the headline is at most
/// `headlineLimit` characters and does not name the drug, which stands beside it.
public struct GuidanceWording {
  /// The most characters a headline has.
  public static let headlineLimit = 60

  let rule: GuidanceRule
  private let drug: String
  private let alternatives: [String]
  private let excluded: [String]

  /// Makes the wording of a rule for a drug; `names` maps drug ids to printed names.
  public init(rule: GuidanceRule, drug: String, names: [String: String] = [:]) {
    self.rule = rule
    self.drug = drug
    alternatives = rule.alternatives.map { Self.name($0, names) }
    excluded = rule.excludedAlternatives.map { Self.name($0, names) }
  }

  /// The printed name of a drug id: the one given, else the id with spaces for hyphens.
  public static func name(_ id: String, _ names: [String: String]) -> String {
    names[id] ?? id.replacing("-", with: " ")
  }

  /// The advice in full sentences; never empty.
  public var text: String {
    var sentences: [String]
    switch rule.action {
    case .avoid, .useAlternative: sentences = replacement
    case .reduceDose, .increaseDose, .adjustDose, .monitor, .test, .standard, .noRecommendation:
      sentences = continuation
    }
    let titration = rule.titration.words
    if !titration.isEmpty {
      sentences.append(replaces ? "if it must be used, \(titration)" : titration)
    }
    if !excluded.isEmpty { sentences.append("Do not change to \(excluded.listed("or"))") }
    if let remark = rule.remark?.trimmed, !remark.isEmpty { sentences.append(remark) }
    return sentences.map { $0.sentenceCased.closed }.joined(separator: " ")
  }

  /// The advice in at most `headlineLimit` characters.
  public var headline: String {
    headlines.first { $0.count <= Self.headlineLimit } ?? shortest
  }

  // MARK: Parts

  private var also: [Action] {
    var seen: Set<Action> = [rule.action]
    return rule.alsoActions.filter { seen.insert($0).inserted }
  }

  /// Whether the drug is avoided or replaced.
  private var replaces: Bool { rule.action == .avoid || rule.action == .useAlternative }

  /// What to test, as the object of "test"; nil if the source names nothing.
  private var tested: String? {
    rule.tests.isEmpty ? nil : rule.tests.map(\.words).listed("and")
  }

  /// The advice to test further.
  private var testing: String {
    tested.map { "test \($0) before deciding" } ?? "do a further test before deciding"
  }

  private var monitored: String { rule.monitoring.map(\.words).listed("and") }

  /// The rule avoids or replaces the drug: that first, then what to do if it must be given.
  private var replacement: [String] {
    var sentences: [String] = []
    let wantsAnother = also.contains(.useAlternative) || !which.isEmpty
    if rule.isContraindicated {
      let bars = "\(drug) is contraindicated for this result"
      sentences.append(bars + (wantsAnother ? "; choose another drug\(which)" : ""))
    } else if rule.action == .avoid {
      let verb = rule.isConsideration ? "consider avoiding" : "avoid"
      let another = rule.isConsideration ? "and choosing another drug" : "and choose another drug"
      sentences.append("\(verb) \(drug)" + (wantsAnother ? " \(another)\(which)" : ""))
    } else {
      sentences.append("\(rule.isConsideration ? "consider" : "choose") another drug\(which)")
      if also.contains(.avoid) { sentences.append("avoid \(drug)") }
    }
    let fallback = steps(also.filter { $0 != .avoid && $0 != .useAlternative && $0 != .test })
    if !fallback.isEmpty {
      sentences.append("if it must be used, \(fallback.map(\.command).listed("and"))")
    }
    if also.contains(.test) || tested != nil { sentences.append(testing) }
    return sentences
  }

  /// The drug is given, in some dose or with something to watch.
  private var continuation: [String] {
    var sentences: [String] = []
    let isTest = rule.action == .test
    if rule.action == .noRecommendation {
      sentences.append("the source looked at this result and makes no recommendation")
    }
    let main = rule.action == .noRecommendation ? [] : steps([rule.action])
    if !main.isEmpty {
      let said =
        rule.isConsideration
        ? "consider \(main.map(\.considered).listed("and"))"
        : main.map(\.command).listed("and")
      sentences.append(said)
    }
    let rest = also.filter { $0 != .avoid && $0 != .useAlternative && $0 != .test }
    let told = Set(main)
    let further = steps(rest).filter { !told.contains($0) }
    if !further.isEmpty {
      let lead = rest.contains(where: \.changesDose) ? "if needed, " : ""
      sentences.append(lead + further.map(\.command).listed("and"))
    }
    if also.contains(.test) || tested != nil, !isTest { sentences.append(testing) }
    let wantsAnother = also.contains(.useAlternative)
    if wantsAnother || !alternatives.isEmpty || rule.alternativeKind != nil {
      sentences.append("if that is not enough or not possible, choose another drug\(which)")
    }
    if also.contains(.avoid) {
      sentences.append(wantsAnother ? "otherwise avoid \(drug)" : "if not possible, avoid \(drug)")
    }
    return sentences
  }

  /// The named alternatives and what they should be like, to follow "another drug" or the drug.
  private var which: String {
    let kind = rule.alternativeKind?.trimmed ?? ""
    switch (alternatives.isEmpty, kind.isEmpty) {
    case (true, true): return ""
    case (false, true): return ": \(alternatives.listed("or"))"
    case (true, false): return " (\(kind))"
    case (false, false): return " (\(kind)): \(alternatives.listed("or"))"
    }
  }

  /// The clauses of actions that give the drug.
  ///
  /// Doses belong to the first action that changes or states a dose; what is watched is said once.
  private func steps(_ actions: [Action]) -> [Clause] {
    var clauses: [Clause] = []
    let dosing: Set<Action> = [.reduceDose, .increaseDose, .standard, .adjustDose]
    let relative = rule.doses.contains { $0.quantity != .amount && $0.quantity != .maximum }
    let carrier =
      also.first { rule.action == .standard && relative && $0.changesDose }
      ?? ([rule.action] + also).first { dosing.contains($0) }
    let orphan = carrier == nil && !rule.doses.isEmpty
    for action in actions {
      let doses = action == carrier ? DoseWording.clauses(rule.doses) : []
      switch action {
      case .reduceDose:
        clauses += doses.isEmpty ? [Clause("lower", "lowering", "the dose")] : doses
      case .increaseDose:
        clauses += doses.isEmpty ? [Clause("raise", "raising", "the dose")] : doses
      case .adjustDose:
        let isSaid = rule.action == .monitor && !monitored.isEmpty
        let basis =
          isSaid ? "accordingly" : monitored.isEmpty ? "by titration" : "by \(monitored)"
        clauses += doses + [Clause("adjust", "adjusting", "the dose \(basis)")]
      case .standard:
        clauses += [Clause("give", "giving", "as usual")] + doses
      case .test:
        clauses.append(
          tested.map { Clause("test", "testing", "\($0) before deciding") }
            ?? Clause("do", "doing", "a further test before deciding"))
      case .monitor:
        let isSaid = also.contains(.adjustDose) || rule.action == .adjustDose
        if isSaid && rule.action != .monitor && !monitored.isEmpty { continue }
        if rule.action == .monitor { clauses.append(Clause("give", "giving", "as usual")) }
        clauses.append(
          monitored.isEmpty
            ? Clause("watch", "watching", "more closely than usual")
            : Clause("monitor", "monitoring", monitored))
      case .avoid, .useAlternative, .noRecommendation: break
      }
    }
    if orphan, !actions.isEmpty || rule.action == .avoid || rule.action == .useAlternative {
      clauses = DoseWording.clauses(rule.doses) + clauses
    }
    let saysMonitoring = ([rule.action] + also).contains { $0 == .monitor || $0 == .adjustDose }
    let isLast = actions.contains { $0 == ([rule.action] + also).last } || also.isEmpty
    if !saysMonitoring, !monitored.isEmpty, isLast {
      clauses.append(Clause("monitor", "monitoring", monitored))
    }
    return clauses
  }

  // MARK: Headline

  /// Headlines from the richest to the shortest.
  private var headlines: [String] {
    let names = alternatives.listed("or")
    switch rule.action {
    case .avoid:
      let verb =
        rule.isContraindicated
        ? "Contraindicated" : rule.isConsideration ? "Consider avoiding" : "Avoid"
      return (names.isEmpty ? [] : ["\(verb): use \(names)"]) + [shortest]
    case .useAlternative:
      let verb = rule.isConsideration ? "Consider" : "Use"
      return (names.isEmpty ? [] : ["\(verb) \(names) instead"]) + [shortest]
    case .noRecommendation: return [shortest]
    case .reduceDose, .increaseDose, .adjustDose, .monitor, .test, .standard:
      let main = steps([rule.action])
      let said = { (clauses: ArraySlice<Clause>) -> String in
        rule.isConsideration
          ? "Consider " + clauses.map(\.considered).listed("and")
          : clauses.map(\.command).listed("and").sentenceCased
      }
      var rich = [said(main[...])]
      if let besides = qualification { rich.insert("Give as usual; \(besides)", at: 0) }
      if rule.action == .standard, qualification == nil, !monitored.isEmpty {
        rich.insert("Give as usual and monitor \(monitored)", at: 0)
      }
      return rich + (main.isEmpty ? [] : [said(main.prefix(1))]) + [shortest]
    }
  }

  /// What makes a standard dose a caution, in a few words.
  private var qualification: String? {
    guard rule.action == .standard else { return nil }
    let words: [(Action, String)] = [
      (.avoid, "in some cases avoid it"), (.test, "a further test is advised"),
      (.useAlternative, "if that fails, another drug"),
      (.reduceDose, "a lower dose may be needed"), (.increaseDose, "a higher dose may be needed"),
    ]
    return words.first { also.contains($0.0) }?.1
  }

  private var shortest: String {
    let consider = rule.isConsideration
    switch rule.action {
    case .avoid:
      return rule.isContraindicated ? "Contraindicated" : consider ? "Consider avoiding" : "Avoid"
    case .useAlternative: return consider ? "Consider another drug" : "Choose another drug"
    case .reduceDose: return consider ? "Consider a lower dose" : "Give a lower dose"
    case .increaseDose: return consider ? "Consider a higher dose" : "Give a higher dose"
    case .adjustDose: return consider ? "Consider adjusting the dose" : "Adjust the dose"
    case .monitor: return consider ? "Consider closer monitoring" : "Monitor more closely"
    case .test: return consider ? "Consider a further test" : "Test further before deciding"
    case .standard: return "Give as usual"
    case .noRecommendation: return "No recommendation for this result"
    }
  }
}

extension Action {
  /// Whether it gives less or more.
  fileprivate var changesDose: Bool { self == .reduceDose || self == .increaseDose }
}
