import Knowledge

/// What all guidelines of a drug say for one combination of results, compared by the advice rather
/// than by rule: two rules that ask for the same are one outcome.
struct Outcome: Hashable {
  /// The rules that fit, by id.
  let ids: [String]
  /// The most urgent answer.
  let state: AnswerState
  private let advice: [[GuidanceRule]]

  init(_ evaluations: [GuidelineEvaluation], _ keys: [String: LookupKey]) {
    let rules = evaluations.map { evaluation in
      evaluation.hits(keys).map { evaluation.guideline.rules[$0.rule] }
    }
    ids = rules.flatMap { $0 }.map(\.id)
    state = rules.flatMap { $0 }.map(AnswerState.init).min() ?? .notAssessed
    advice = rules.map { $0.map(\.advice) }
  }

  static func == (left: Outcome, right: Outcome) -> Bool { left.advice == right.advice }

  func hash(into hasher: inout Hasher) { hasher.combine(advice) }
}

extension GuidanceRule {
  /// The rule without what identifies it and whom it fits: what it asks for.
  fileprivate var advice: GuidanceRule {
    var bare = self
    bare.id = ""
    bare.conditions = []
    bare.implications = []
    bare.sourceRows = []
    bare.strength = ""
    return bare
  }
}
