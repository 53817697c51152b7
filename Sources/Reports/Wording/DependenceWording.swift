package import Guidance
import StarAlleles

/// Whether the advice depends on what the data leave open, in sentences.
struct DependenceWording {
  /// The sentences; empty where nothing is open.
  let text: String

  init(_ dependence: GuidanceDependence, _ context: ReportContext) {
    if dependence.isIncomplete {
      text = "Too many combinations of results fit to tell whether the advice would be the same."
    } else if dependence.branches.isEmpty {
      text = ""
    } else if dependence.agrees {
      text = "Several diplotypes fit the data; the advice is the same for all of them."
    } else {
      let branches = dependence.branches.map { branch in
        "\(Self.condition(branch)): \(branch.state.word.lowercased())"
      }
      let settling = dependence.deciding.prefix(3).map { position in
        context.wording(position.gene)?.place(position.position) ?? position.gene
      }
      text =
        "The advice depends on which of the fitting diplotypes is true. "
        + branches.joined(separator: "; ").sentenceCased + "."
        + (settling.isEmpty ? "" : " A genotype at \(settling.listed("and")) would settle it.")
    }
  }

  private static func condition(_ branch: GuidanceDependence.Branch) -> String {
    let cases = branch.cases.prefix(3).map { parts in
      parts.map { "\($0.gene) \($0.terms.map(PhenotypeWording.plain).joined(separator: ", "))" }
        .joined(separator: " with ")
    }.filter { !$0.isEmpty }
    let rest = branch.cases.count > 3 ? " or \(branch.cases.count - 3) more" : ""
    return "if " + (cases.isEmpty ? "none of these" : cases.joined(separator: " or ")) + rest
  }
}

extension AnswerState {
  /// The word a reader sees.
  package var word: String {
    switch self {
    case .stop: "Stop or avoid"
    case .change: "Change"
    case .caution: "Caution"
    case .noChange: "No change"
    case .notAssessed: "Not assessed"
    }
  }
}
