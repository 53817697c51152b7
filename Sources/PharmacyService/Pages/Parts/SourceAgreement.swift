import Guidance
import Reports

/// Whether the sources that speak of a medicine say the same.
enum SourceAgreement: Hashable {
  /// One source, or none, speaks.
  case alone
  /// All that speak give the same answer; their names.
  case agree([String])
  /// They differ: each with its answer.
  case differ([String])

  /// A badge for a row.
  var markup: Markup {
    switch self {
    case .alone: .empty
    case .agree(let names):
      """
      <span class="badge">\(names.listed("and")) \(names.count == 1 ? "agrees" : "agree")</span>
      """
    case .differ: "<span class=\"badge differ\">The sources differ</span>"
    }
  }
}

extension MedicationAnswer {
  /// The source that leads: the first with the answer's own state, or the first.
  var lead: SourceOpinion? { sources.first { $0.state == state } ?? sources.first }

  /// Whether the sources that speak say the same; one that says nothing is no party.
  var agreement: SourceAgreement {
    var named: [(source: String, state: AnswerState)] = []
    for opinion in sources where opinion.state != .notAssessed {
      if let index = named.firstIndex(where: { $0.source == opinion.source }) {
        named[index].state = min(named[index].state, opinion.state)
      } else {
        named.append((opinion.source, opinion.state))
      }
    }
    guard named.count > 1, let lead else { return .alone }
    if Set(named.map(\.state)).count > 1 {
      return .differ(named.map { "\($0.source): \($0.state.word.lowercased())" })
    }
    return .agree(named.map(\.source).filter { $0 != lead.source })
  }
}
