import Knowledge

/// What a text asks for, read from its words alone.
enum Advice: String, CaseIterable, Comparable {
  case avoid, alternative, reduce, increase, adjust, monitor, test, standard, none

  static func < (left: Advice, right: Advice) -> Bool { left.rawValue < right.rawValue }

  /// Whether our rule must say it where the text does: the medicine or its dose changes.
  var isChange: Bool { [.avoid, .alternative, .reduce, .increase].contains(self) }

  init(_ action: Action) {
    switch action {
    case .avoid: self = .avoid
    case .useAlternative: self = .alternative
    case .reduceDose: self = .reduce
    case .increaseDose: self = .increase
    case .adjustDose: self = .adjust
    case .monitor: self = .monitor
    case .test: self = .test
    case .standard: self = .standard
    case .noRecommendation: self = .none
    }
  }
}
