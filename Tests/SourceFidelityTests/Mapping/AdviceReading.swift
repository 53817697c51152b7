import Knowledge

/// What a source's text says, read by keywords and without our readings of it.
struct AdviceReading {
  /// What the recommendation itself asks for.
  let stated: Set<Advice>
  /// Every kind of advice that any of its words could mean, considerations included.
  let mentioned: Set<Advice>
  /// Whether it says that there is no advice, for the usual result: then giving as usual is meant.
  let isUsualResult: Bool

  init(_ text: PlainText) {
    stated = Self.advice(in: Self.cleared(text.advice))
    mentioned = Self.advice(in: Self.cleared(text.whole))
    isUsualResult =
      stated.contains(.none) && AdviceWords.usualResult.contains { $0.matches(text.whole) }
  }

  /// Whether the words tell anything that a rule could be held against.
  var isClear: Bool { !stated.isEmpty }

  /// Where a rule says less or other than the text; empty if they agree.
  func disagreements(with rule: GuidanceRule) -> [String] {
    var ours = Set(([rule.action] + rule.alsoActions).map { Advice($0) })
    var main = Advice(rule.action)
    if isUsualResult, main == .standard {
      main = .none
      ours = ours.subtracting([.standard]).union([.none])
    }
    var covered = ours
    if ours.contains(.adjust) { covered.formUnion([.reduce, .increase]) }
    if !rule.alternatives.isEmpty || rule.alternativeKind != nil { covered.insert(.alternative) }
    let silent = stated.filter(\.isChange).subtracting(covered)
    let held = ours.filter { $0.isChange || $0 == .none || $0 == .standard }.union([main])
    let unsaid = held.subtracting(mentioned)
    return silent.sorted().map { "the text says \($0), the rule does not" }
      + unsaid.sorted().map { "the rule says \($0), the text does not" }
  }

  private static func cleared(_ text: String) -> String {
    AdviceWords.misleading.reduce(text) { $1.pattern.replacing($0, with: $1.readAs) }
  }

  private static func advice(in text: String) -> Set<Advice> {
    Set(
      AdviceWords.signs.filter { sign in sign.patterns.contains { $0.matches(text) } }.map(\.advice)
    )
  }
}
