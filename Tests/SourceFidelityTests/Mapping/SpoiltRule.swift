import Knowledge

/// A rule made wrong in one way, to see whether the check would find it.
enum SpoiltRule: String, CaseIterable, Sendable {
  case otherDirection, asUsual, changed, otherDose, otherGrade

  /// The rule made wrong; nil where it can't be in this way.
  func spoil(_ rule: GuidanceRule) -> GuidanceRule? {
    var spoilt = rule
    switch self {
    case .otherDirection:
      spoilt.action = Self.opposite(rule.action)
      spoilt.alsoActions = rule.alsoActions.map(Self.opposite)
    case .asUsual:
      guard rule.action == .avoid || rule.action == .useAlternative else { return nil }
      spoilt.action = .standard
      spoilt.alsoActions = []
      spoilt.alternatives = []
      spoilt.alternativeKind = nil
    case .changed:
      guard rule.action == .standard, rule.alsoActions.isEmpty else { return nil }
      spoilt.action = .avoid
    case .otherDose:
      for index in rule.doses.indices {
        spoilt.doses[index].low += rule.doses[index].low / 8
        spoilt.doses[index].high = rule.doses[index].high.map { $0 + $0 / 8 }
      }
    case .otherGrade:
      spoilt.strength = rule.strength == "Strong" ? "Optional" : "Strong"
    }
    return spoilt == rule ? nil : spoilt
  }

  private static func opposite(_ action: Action) -> Action {
    switch action {
    case .reduceDose: .increaseDose
    case .increaseDose: .reduceDose
    default: action
    }
  }
}
