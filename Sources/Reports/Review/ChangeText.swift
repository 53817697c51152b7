import Guidance

/// A what-if for a terminal: only what differs, the most urgent first.
public struct ChangeText {
  private static let margin = 10
  private let input: ChangeInput

  /// Makes the text of a what-if.
  public init(_ input: ChangeInput) { self.input = input }

  /// The whole text, at most 88 columns wide, long names apart.
  public var document: String {
    let review = ReviewText(input.after)
    var lines = review.identity
    lines += TextLayout.wrapped("If \(asked)", hanging: 3)
    lines += review.notRecognised + review.readings + review.notes
    let changes = input.changes
    lines += ["", headline(changes)]
    for change in changes { lines += self.lines(change) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var asked: String {
    let facts = FactsWording(input.newFacts).known
    let parts =
      input.added.map { "\($0) is added" } + input.stopped.map { "\($0) is stopped" }
      + (facts.isEmpty ? [] : ["the patient is or has: \(facts)"])
    return (parts.isEmpty ? ["nothing is changed"] : parts).joined(separator: "; ")
  }

  private func headline(_ changes: [ReviewChange]) -> String {
    let same = input.after.review.answers.count - changes.filter { $0.after != nil }.count
    let rest = same == 0 ? "" : "; \(same) stay\(same == 1 ? "s" : "") the same"
    switch changes.count {
    case 0: return "Nothing changes: \(same) answer\(same == 1 ? "" : "s") the same"
    case 1: return "1 answer changes\(rest)"
    default: return "\(changes.count) answers change\(rest)"
    }
  }

  private func lines(_ change: ReviewChange) -> [String] {
    let name = change.name.uppercased()
    let title =
      switch (change.before, change.after) {
      case (nil, let after?): "\(after.state.sign) \(name)  New: \(after.state.word.lowercased())"
      case (let before?, nil):
        "\(before.state.sign) \(name)  Gone; it was: \(before.state.word.lowercased())"
      case (let before?, let after?):
        before.state == after.state
          ? "\(after.state.sign) \(name)  Still \(after.state.word.lowercased()), said otherwise"
          : "\(after.state.sign) \(name)  \(after.state.word), was: \(before.state.sign) "
            + before.state.word.lowercased()
      case (nil, nil): name
      }
    return ["", title] + part("Was", change.before) + part("Now", change.after)
  }

  private func part(_ title: String, _ shown: ReviewChange.Shown?) -> [String] {
    guard let shown else { return [] }
    let label = "    \(title)"
    let space = String(repeating: " ", count: Self.margin)
    var lines = TextLayout.wrapped(space + shown.action.text, hanging: Self.margin)
    lines[0] = label + lines[0].dropFirst(label.count)
    return lines
  }
}
