public import Knowledge

/// What all sources say of one drug for one sample.
public struct DrugGuidance: Sendable, Hashable {
  /// The drug.
  public var drug: Drug
  /// The answers, the most urgent first.
  public var entries: [GuidanceEntry]
  /// Whether the answers would be the same for every diplotype the evidence leaves open.
  public var dependence: GuidanceDependence
  /// The number of this answer in a `GuidanceBook`, the same for all samples it is given to; nil
  /// outside one.
  package var page: Int?

  /// The answer for the drug as a whole: the most urgent of any source.
  ///
  /// Where the most urgent answer is "no change" but another source could not be asked, because a
  /// gene has no result or an indeterminate one or because its guideline is no look-up, the drug
  /// counts as not assessed. So it does where another diplotype fits the data and would ask for
  /// something to be done.
  public var state: AnswerState {
    let spoken = entries.map(\.state).filter { $0 != .notAssessed }
    guard let worst = spoken.min() else { return .notAssessed }
    return worst == .noChange && (isPartlyAssessed || dependence.mayNeedAction)
      ? .notAssessed : worst
  }

  /// Whether a source that speaks of the drug could not be asked.
  ///
  /// A regulator's listing without rules does not count where a guideline speaks: it names genes
  /// more often than it advises.
  public var isPartlyAssessed: Bool {
    entries.contains { entry in
      switch entry.reason {
      case .noResult, .indeterminate: true
      case .noRules: !entry.guideline.isRegulatorListing
      case .noRuleForResult, nil: false
      }
    }
  }

  /// The genes without which some source could not be asked, each once.
  public var missingGenes: [String] {
    entries.flatMap { entry -> [String] in
      switch entry.reason {
      case .noResult(let gaps): gaps.map(\.gene)
      case .indeterminate(let genes): genes
      default: []
      }
    }.distinct
  }
}

extension DrugGuidance {
  /// Answers in the order of a report: the most urgent first, then by the drug's name.
  static func ranked(_ answers: [(state: AnswerState, guidance: DrugGuidance)]) -> [DrugGuidance] {
    // Places are moved about instead of the answers, which are large.
    answers.indices.sorted { left, right in
      answers[left].state != answers[right].state
        ? answers[left].state < answers[right].state
        : answers[left].guidance.drug.name < answers[right].guidance.drug.name
    }.map { answers[$0].guidance }
  }
}

extension Guideline {
  /// Whether the source lists what drug labels say, rather than giving guidelines.
  package var isRegulatorListing: Bool { source.hasPrefix("FDA-") }
}
