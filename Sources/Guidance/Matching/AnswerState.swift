public import Knowledge

/// The five answers a prescriber can get, the most urgent first.
///
/// `notAssessed` is not a mild `noChange`: nothing is known, and every report must show it so.
public enum AnswerState: String, Sendable, Hashable, CaseIterable {
  /// Do not give the drug.
  case stop
  /// Give another drug or another dose.
  case change
  /// Give it, but watch, titrate, test, or think of a change.
  case caution
  /// Give as usual.
  case noChange
  /// Nothing can be said, and why is said beside it.
  case notAssessed

  /// The state a rule's structure stands for.
  ///
  /// | action | firm | "consider" |
  /// | --- | --- | --- |
  /// | avoid | stop | change |
  /// | useAlternative, reduceDose, increaseDose | change | caution |
  /// | adjustDose, monitor, test | caution | caution |
  /// | standard | no change | no change |
  /// | noRecommendation | not assessed | not assessed |
  ///
  /// A standard dose with another dose, another drug or a test to think of is a caution. Watching
  /// what is watched in everyone is not.
  public init(_ rule: GuidanceRule) {
    switch rule.action {
    case .avoid: self = rule.isConsideration ? .change : .stop
    case .useAlternative, .reduceDose, .increaseDose:
      self = rule.isConsideration ? .caution : .change
    case .adjustDose, .monitor, .test: self = .caution
    case .standard:
      let isWeighty = rule.alsoActions.contains { action in
        switch action {
        case .avoid, .useAlternative, .reduceDose, .increaseDose, .test: true
        case .adjustDose, .monitor, .standard, .noRecommendation: false
        }
      }
      self = isWeighty ? .caution : .noChange
    case .noRecommendation: self = .notAssessed
    }
  }

  /// The place in the order of urgency.
  var rank: Int {
    switch self {
    case .stop: 0
    case .change: 1
    case .caution: 2
    case .noChange: 3
    case .notAssessed: 4
    }
  }
}

extension AnswerState: Comparable {
  /// Whether one state is more urgent than another.
  public static func < (left: AnswerState, right: AnswerState) -> Bool { left.rank < right.rank }
}
