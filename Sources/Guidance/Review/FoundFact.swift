import Knowledge

/// A finding with all that its answer is worded and ranked from.
struct FoundFact {
  /// The finding as a reader gets it.
  var finding: ReviewFinding
  /// 0 for contraindicated to 3 for minor.
  var severity: Int
  /// 0 for the strongest evidence.
  var evidence: Int
  /// How many times the exposure changes, as far as it is stated; 1 if not.
  var exposure = 1.0
  /// The place among findings of one kind that have an order of their own.
  var place = 0
  /// What to do, in a sentence that names the medicine.
  var order: String
  /// The doses it gives, as sentences.
  var doses: [String] = []
  /// Whether it asks for another dose and for nothing else.
  var isDoseOnly = false
  /// The ids of medicines it names instead.
  var alternatives: [String] = []
  /// What it would take for it to go away; nil if nothing is told.
  var wouldChange: Sentence?
  /// What its sources say, for the list of sources.
  var opinions: [SourceOpinion] = []

  /// Whether one comes before another in an answer.
  ///
  /// | rank | by | the first |
  /// | --- | --- | --- |
  /// | 1 | state | stop, change, caution, no change, not assessed |
  /// | 2 | severity | contraindicated, major, moderate, minor |
  /// | 3 | evidence | strong or required, moderate or actionable, the rest, likely only |
  /// | 4 | exposure | the largest stated change |
  /// | 5 | kind | gene, phenoconversion, interaction, factor, risk, dose equation |
  /// | 6 | rule | by its id; dose equations as they come |
  static func precedes(_ left: FoundFact, _ right: FoundFact) -> Bool {
    let (one, other) = (left.finding, right.finding)
    if one.state != other.state { return one.state < other.state }
    if left.severity != right.severity { return left.severity < right.severity }
    if left.evidence != right.evidence { return left.evidence < right.evidence }
    if left.exposure != right.exposure { return left.exposure > right.exposure }
    if one.kind != other.kind { return one.kind.rank < other.kind.rank }
    if left.place != right.place { return left.place < right.place }
    return one.sentence.trace.rule < other.sentence.trace.rule
  }
}

extension ReviewFinding.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension GuidanceRule {
  /// 0 for the strongest grade; sources without grades stand with the moderate ones.
  var evidenceRank: Int {
    let grade = strength.lowercased()
    if grade.contains("strong") || grade.contains("required") || grade.contains("level a")
      || grade.contains("therapeutic management")
    {
      return 0
    }
    let isWeak =
      grade.contains("optional") || grade.contains("conditional") || grade.contains("informative")
      || grade.contains("pharmacokinetics") || grade.contains("no recommendation")
    return isWeak ? 2 : 1
  }

  /// 0 for contraindicated to 3 for minor.
  var severityRank: Int {
    if isContraindicated { return 0 }
    switch AnswerState(self) {
    case .stop: return 1
    case .change: return 1
    case .caution: return 2
    case .noChange, .notAssessed: return 3
    }
  }
}

extension InteractionSeverity {
  /// 0 for contraindicated to 3 for minor.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 3 }
}

extension AnswerState {
  /// The state of what a factor or another medicine asks for.
  ///
  /// | action | contraindicated | major | moderate | minor |
  /// | --- | --- | --- | --- | --- |
  /// | avoid | stop | stop | change | caution |
  /// | avoid something that can be left out | stop | change | caution | no change |
  /// | another medicine, less, more | stop | change | caution | no change |
  /// | adjust, watch, test | stop | caution | caution | no change |
  /// | nothing | no change | no change | no change | no change |
  init(
    _ action: Action, _ severity: InteractionSeverity, isContraindicated: Bool, canBeLeftOut: Bool
  ) {
    if isContraindicated {
      self = .stop
      return
    }
    switch (action, severity) {
    case (.standard, _), (.noRecommendation, _): self = .noChange
    case (.avoid, .contraindicated): self = .stop
    case (.avoid, .major): self = canBeLeftOut ? .change : .stop
    case (.avoid, .moderate): self = canBeLeftOut ? .caution : .change
    case (.avoid, .minor): self = canBeLeftOut ? .noChange : .caution
    case (.useAlternative, .contraindicated), (.reduceDose, .contraindicated),
      (.increaseDose, .contraindicated):
      self = .stop
    case (.useAlternative, .major), (.reduceDose, .major), (.increaseDose, .major): self = .change
    case (.useAlternative, .moderate), (.reduceDose, .moderate), (.increaseDose, .moderate):
      self = .caution
    case (_, .minor): self = .noChange
    case (.adjustDose, _), (.monitor, _), (.test, _): self = .caution
    }
  }
}
