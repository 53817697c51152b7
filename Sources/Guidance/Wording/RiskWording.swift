public import Knowledge

/// The English of a side-effect risk, generated from its structure.
public struct RiskWording {
  private let risk: SideEffectRisk

  /// Makes the wording of a risk.
  public init(_ risk: SideEffectRisk) { self.risk = risk }

  /// The state of the genes that raises the risk, such as `HLA-B carrying *57:01`.
  public var state: String {
    if let unassessed = risk.unassessed { return "\(unassessed.gene) \(unassessed.state)" }
    return risk.conditions.map { "\($0.gene) \($0.requirement.words)" }.listed("and")
  }

  /// The harm and who is at risk, then what to do, then the figures, each with its source.
  public var text: String {
    sentences.map { $0.sentenceCased.closed }.joined(separator: " ")
  }

  /// The harm, how bad it is and when it sets in.
  public var headline: String {
    let onset = risk.onset.map { ", \($0)" } ?? ""
    return "\(risk.reaction) (\(risk.severity.words)\(onset))"
  }

  /// The figures, each in a few words with its population and source.
  public var figures: [String] { risk.estimates.map(\.words) }

  private var sentences: [String] {
    var sentences = ["\(headline): likelier with \(state)"]
    switch risk.riskClass {
    case .high: sentences.append("ranked as a high-risk medicine for this state")
    case .medium: sentences.append("ranked as a medium-risk medicine for this state")
    case .lowToNone:
      sentences = ["\(risk.reaction): low to no risk at usual doses with \(state)"]
    case .noRecommendation:
      sentences = ["\(risk.reaction): the source makes no recommendation for \(state)"]
    case nil: break
    }
    sentences += orders
    if !figures.isEmpty { sentences.append(figures.joined(separator: "; ")) }
    if let remark = risk.remark { sentences.append(remark) }
    return sentences
  }

  /// What to do and what else to know, in full sentences; nil if nothing is said.
  public var advice: String? {
    let said = orders + [risk.remark].compactMap(\.self)
    return said.isEmpty ? nil : said.map { $0.sentenceCased.closed }.joined(separator: " ")
  }

  private var orders: [String] {
    var orders: [String] = []
    if risk.isContraindicated { orders.append("contraindicated") }
    if !risk.monitoring.isEmpty {
      orders.append("watch \(risk.monitoring.map(\.words).listed("and"))")
    }
    return orders
  }
}

extension RiskEstimate {
  /// The figure in a few words.
  fileprivate var words: String {
    let unit = measure.isPercentage ? " %" : ""
    var figure = value.map { "\(DoseWording.plain($0))\(unit)" } ?? ""
    if let interval {
      let low = DoseWording.plain(interval.low)
      let ends = interval.high.map { "\(low)–\(DoseWording.plain($0))\(unit)" } ?? "from \(low)"
      figure += figure.isEmpty ? ends : " (\(ends))"
    }
    let whom = [population, source].filter { !$0.isEmpty }.joined(separator: "; ")
    return "\(measure.words) \(figure)" + (whom.isEmpty ? "" : " [\(whom)]")
  }
}

extension RiskEstimate.Measure {
  fileprivate var words: String {
    switch self {
    case .oddsRatio: "odds ratio"
    case .relativeRisk: "relative risk"
    case .hazardRatio: "hazard ratio"
    case .positivePredictiveValue: "share of carriers who react"
    case .negativePredictiveValue: "share of others who do not react"
    case .sensitivity: "share of those who reacted that carry it"
    case .specificity: "share of those who did not react that lack it"
    case .carrierRisk: "risk with it"
    case .baselineRisk: "risk without it"
    case .incidence: "incidence"
    case .carrierFrequency: "people who carry it"
    case .numberNeededToTest: "people to test to prevent one case:"
    case .foldExposure: "times the usual exposure:"
    case .per100PersonYears: "cases per 100 person-years:"
    }
  }
}
