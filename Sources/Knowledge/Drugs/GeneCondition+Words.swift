extension GeneCondition.Requirement {
  /// What is required, within a sentence.
  public var words: String {
    switch self {
    case .phenotypes(let names): names.joined(separator: " or ")
    case .diplotypes(let names): names.joined(separator: " or ")
    case .carries(let names): "carrying \(names.joined(separator: " or "))"
    case .noScore: "without an activity score"
    case .scores(let ranges): ranges.map(\.words).joined(separator: " or ")
    }
  }
}

extension ScoreRange {
  /// The range within a sentence: `score 1.0`, `score 0.25 to 1.0`, `score 2.5 and more`.
  public var words: String {
    let low = ActivityScore(hundredths: lowest)
    guard let highest else { return "score \(low) and more" }
    let high = ActivityScore(hundredths: highest)
    return low == high ? "score \(low)" : "score \(low) to \(high)"
  }
}
