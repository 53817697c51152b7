import Guidance
import Reports

/// Every source that speaks of a medicine, side by side, and whether they agree.
struct SourcesMarkup {
  let answer: MedicationAnswer

  var markup: Markup {
    guard !answer.sources.isEmpty else {
      return """
        <section aria-labelledby="sources"><h2 id="sources">Sources side by side</h2>
        <p>No source of the knowledge base speaks of it for this person.</p></section>

        """
    }
    var names: [String] = []
    for opinion in answer.sources where !names.contains(opinion.source) {
      names.append(opinion.source)
    }
    let columns = names.map { name in
      column(name, answer.sources.filter { $0.source == name })
    }
    return """
      <section aria-labelledby="sources"><h2 id="sources">Sources side by side</h2>
      \(disagreement)<div class="sides">
      \(columns)</div></section>

      """
  }

  private var disagreement: Markup {
    switch answer.agreement {
    case .alone: .empty
    case .agree: "<p class=\"small\">The sources that speak give the same answer.</p>\n"
    case .differ(let words):
      """
      <p class="split"><strong>The sources differ.</strong> \(words.joined(separator: "; ")). \
      The strictest leads.</p>

      """
    }
  }

  private func column(_ name: String, _ opinions: [SourceOpinion]) -> Markup {
    let said = opinions.map { opinion -> Markup in
      let meta = [opinion.population, opinion.strength, opinion.version]
        .filter { !$0.isEmpty }.joined(separator: "; ")
      return """
        <div class="opinion">\(opinion.state.badge)<p>\(opinion.sentence.text)</p>\
        <p class="small soft">\(meta)\(meta.isEmpty || opinion.url.isEmpty ? "" : " · ")\
        \(opinion.url.isEmpty ? .empty : Markup.link(opinion.url, "\(name): the page"))</p></div>

        """
    }
    return "<article class=\"panel\"><h3>\(name)</h3>\n\(said)</article>\n"
  }
}
