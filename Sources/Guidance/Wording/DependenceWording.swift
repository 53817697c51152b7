import Knowledge
import StarAlleles

/// Whether the advice depends on what the data leave open, in sentences.
public struct DependenceWording {
  /// The sentences; empty where nothing is open.
  public let text: String

  /// Makes the wording; `place` names a position for a reader.
  public init(
    _ dependence: GuidanceDependence, place: (GuidanceDependence.DecidingPosition) -> String
  ) {
    if dependence.isIncomplete {
      text = "Too many combinations of results fit to tell whether the advice would be the same."
    } else if dependence.branches.isEmpty {
      text = ""
    } else if dependence.agrees {
      text = "Several diplotypes fit the data; the advice is the same for all of them."
    } else {
      let branches = dependence.branches.map { branch in
        "\(Self.condition(branch, dependence.openGenes)): \(branch.state.word.lowercased())"
      }
      let settling = dependence.deciding.prefix(3).map(place)
      text =
        "The advice depends on which of the fitting diplotypes is true. "
        + branches.joined(separator: "; ").sentenceCased + "."
        + (settling.isEmpty ? "" : " A genotype at \(settling.listed("and")) would settle it.")
    }
  }

  /// The results of the open genes that lead to a branch: `if CYP2C9 poor metaboliser or …`.
  private static func condition(
    _ branch: GuidanceDependence.Branch, _ open: [String]
  ) -> String {
    let cases = branch.cases.map { parts in parts.filter { open.contains($0.gene) } }
    let words: [String]
    if open.count == 1 {
      words = cases.flatMap { $0 }.map(result).distinct
    } else {
      words =
        cases.map { parts in
          parts.map { "\($0.gene) \(result($0))" }.joined(separator: " with ")
        }.distinct
    }
    let rest = words.count > 4 ? " or \(words.count - 4) more" : ""
    let subject = open.count == 1 ? "\(open[0]) " : ""
    return "if \(subject)\(words.prefix(4).joined(separator: " or "))\(rest)"
  }

  private static func result(_ part: GuidanceDependence.Case) -> String {
    guard !part.terms.isEmpty else { return "without result" }
    let terms = part.terms.map(PhenotypeWording.plain).joined(separator: ", ")
    return part.activityScore.map { "\(terms) (score \($0))" } ?? terms
  }
}

extension AnswerState {
  /// The word a reader sees.
  public var word: String {
    switch self {
    case .stop: "Stop or avoid"
    case .change: "Change"
    case .caution: "Caution"
    case .noChange: "No change"
    case .notAssessed: "Not assessed"
    }
  }
}
