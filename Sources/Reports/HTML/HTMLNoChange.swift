import Guidance
import Knowledge

extension DrugGuidance {
  /// An entry's source; with its genes where the source has several guidelines for the drug.
  func label(_ entry: GuidanceEntry) -> String {
    let source = entry.guideline.source
    let ids = Set(drug.guidelines.filter { $0.source == source }.map(\.id))
    return ids.count > 1 ? "\(source) \(entry.guideline.genes.listed("and"))" : source
  }
}

/// The medicines that are given as usual, in a compact table.
struct HTMLNoChange {
  let drugs: [DrugGuidance]
  let context: ReportContext

  var markup: Markup {
    guard !drugs.isEmpty else {
      return """
        <section id="no-change"><h2>No change</h2><p>For no medicine could this be said.</p></section>

        """
    }
    let rows = drugs.map { guidance -> Markup in
      let entries = guidance.entries.filter { $0.state == .noChange }
      let why = entries.flatMap(\.matchedGenes).map(\.words).distinct.joined(separator: "; ")
      let sources = entries.map { Markup.link($0.guideline.url, guidance.label($0)) }
      let texts = entries.map { EntryWording($0, drug: guidance.drug, context).text }.distinct
        .map { $0.hasPrefix("Give as usual. ") ? String($0.dropFirst(15)) : $0 }
      let open = DependenceWording(guidance.dependence, context).text
      let remarks = (texts.filter { $0 != "Give as usual." } + [open]).filter { !$0.isEmpty }
      return """
        <tr><th scope="row">\(guidance.drug.name)</th><td>\(why)</td>\
        <td>\(remarks.joined(separator: " "))</td><td class="n">\(sources.separated(by: ", "))</td></tr>

        """
    }
    return """
      <section id="no-change"><h2>\(AnswerState.noChange.mark)No change: give as usual</h2>
      <table><thead><tr><th scope="col">Medicine</th><th scope="col">Because</th>\
      <th scope="col">Remark</th><th scope="col">Source</th></tr></thead><tbody>
      \(rows)</tbody></table></section>

      """
  }
}
