/// One figure of a side-effect risk, and where it was read.
public struct RiskEstimate: Sendable, Hashable {
  /// What the figure is.
  public var measure: Measure
  /// The figure, in percent where the measure is one; nil where only a range is stated.
  public var value: Double?
  /// The ends of its interval or range; nil if none is stated.
  public var interval: ClosedNumbers?
  /// In whom it was found, in our words.
  public var population: String
  /// The paper, guideline or label.
  public var source: String
  /// What kind of text it was read in.
  public var basis: Basis

  /// What a figure can be.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    case oddsRatio, relativeRisk, hazardRatio
    case positivePredictiveValue, negativePredictiveValue, sensitivity, specificity
    case carrierRisk, baselineRisk, incidence, carrierFrequency
    case numberNeededToTest, foldExposure, per100PersonYears

    /// Whether the figure is a percentage.
    public var isPercentage: Bool {
      switch self {
      case .positivePredictiveValue, .negativePredictiveValue, .sensitivity, .specificity,
        .carrierRisk, .baselineRisk, .incidence, .carrierFrequency:
        true
      case .oddsRatio, .relativeRisk, .hazardRatio, .numberNeededToTest, .foldExposure,
        .per100PersonYears:
        false
      }
    }
  }

  /// What kind of text a figure was read in.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case published, guideline, label
  }

  /// Makes an estimate.
  public init(
    measure: Measure, value: Double?, interval: ClosedNumbers?, population: String, source: String,
    basis: Basis
  ) {
    self.measure = measure
    self.value = value
    self.interval = interval
    self.population = population
    self.source = source
    self.basis = basis
  }
}
