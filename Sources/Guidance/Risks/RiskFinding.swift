public import Knowledge

/// A side-effect risk that a sample's genes raise.
public struct RiskFinding: Sendable, Hashable {
  /// The risk.
  public var risk: SideEffectRisk
  /// Whether the genes surely raise it.
  public var certainty: Certainty
  /// The gene results that led to it.
  public var matchedGenes: [MatchedGene]

  /// Whether the genes surely raise a risk.
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// Every result that fits the data has the state.
    case present
    /// Some results that fit the data have the state, others don't.
    case possible
  }
}
