/// How firmly a source stands behind a rule, the firmest first.
///
/// Guidelines grade their advice and come before FDA's kinds of statement; what no one graded comes
/// last.
enum GuidanceGrade: String, Sendable, CaseIterable, Comparable {
  case strong
  case moderate
  case optional
  case testingRequired = "testing_required"
  case testingRecommended = "testing_recommended"
  case therapeuticManagement = "therapeutic_management"
  case actionable
  case safetyOrResponse = "safety_or_response"
  case pharmacokineticsOnly = "pharmacokinetics_only"
  case informative
  case noRecommendation = "no_recommendation"
  case ungraded

  /// Reads a source's words, such as `Strong` or `moderate, grade B`.
  init(_ strength: String) {
    let word = strength.lowercased().prefix { $0 != "," }
    let spelled = word.split(whereSeparator: \.isWhitespace).joined(separator: "_")
    // `conditional` is what other bodies say for advice that hangs on the patient's choice.
    self = spelled == "conditional" ? .optional : Self(rawValue: spelled) ?? .ungraded
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether the left one is firmer.
  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The firmest of the rules that ask for anything but usual treatment, or of all if none does.
  static func firmest(of rules: some Sequence<(grade: GuidanceGrade, isUsual: Bool)>) -> Self {
    rules.min { ($0.isUsual ? 1 : 0, $0.grade) < ($1.isUsual ? 1 : 0, $1.grade) }?.grade
      ?? .ungraded
  }
}
