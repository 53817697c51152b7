package import Guidance
import Knowledge

/// The top of the HTML report: how many medicines in each state, and which to act on.
struct HTMLSummary {
  let drugs: [AnswerState: [DrugGuidance]]

  var markup: Markup {
    let tiles = AnswerState.allCases.map { state -> Markup in
      let count = drugs[state]?.count ?? 0
      return """
        <li class="tile \(state.rawValue)"><b>\(count)</b><span class="word">\(state.mark)\
        \(state.word)</span></li>

        """
    }
    let states: [AnswerState] = [.stop, .change, .caution]
    let rows = states.compactMap { state -> Markup? in
      guard let listed = drugs[state], !listed.isEmpty else { return nil }
      let names = listed.map { guidance -> Markup in
        "<a href=\"#d-\(guidance.drug.id)\">\(guidance.drug.name)</a>"
      }
      return """
        <tr class="\(state.rawValue)"><th scope="row">\(state.mark)\(state.word)</th>\
        <td>\(names.separated(by: ", "))</td></tr>

        """
    }
    let table: Markup =
      rows.isEmpty ? "" : "<table class=\"first\"><tbody>\(rows)</tbody></table>\n"
    return """
      <section id="summary" aria-label="Summary">
      <ul class="tiles">
      \(tiles)</ul>
      \(table)<p class="small soft">“Not assessed” is not “no change”: no answer can be given \
      for those medicines, and their list says why.</p>
      </section>

      """
  }
}

extension AnswerState {
  /// The state's shape.
  ///
  /// The word beside it says the same, so it is hidden from screen readers.
  package var mark: Markup {
    "<svg class=\"mark\" aria-hidden=\"true\"><use href=\"#m-\(rawValue)\"/></svg>"
  }
}

extension Array where Element == Markup {
  /// The pieces with a separator between them.
  package func separated(by separator: Markup) -> Markup {
    var whole = Markup.empty
    for (index, piece) in enumerated() {
      if index > 0 { whole += separator }
      whole += piece
    }
    return whole
  }
}
