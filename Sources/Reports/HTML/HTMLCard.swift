import Guidance
import Knowledge

/// A medicine that needs something done: what, instead of what, why, who says so.
struct HTMLCard {
  private let guidance: DrugGuidance
  private let context: ReportContext

  init(_ guidance: DrugGuidance, _ context: ReportContext) {
    self.guidance = guidance
    self.context = context
  }

  var markup: Markup {
    guard let lead = guidance.lead else { return .empty }
    let said = EntryWording(lead, drug: guidance.drug, context)
    let forWhom: Markup =
      lead.population == "general" || lead.population.isEmpty
      ? "" : " <span class=\"say\">\(lead.population)</span>"
    let spoken = guidance.entries.filter { $0.state != .notAssessed }
    let isSplit = Set(spoken.map(\.state)).count > 1
    return """
      <article class="card \(guidance.state.rawValue)" id="d-\(guidance.drug.id)">
      <div class="top"><h3>\(guidance.drug.name)</h3> <span class="do">\(said.headline)</span>\
      \(forWhom)<span class="state">\(guidance.state.mark)\(guidance.state.word)</span></div>
      <p>\(said.text)</p>
      <dl>\(rows(lead, said, isSplit))</dl>
      \(sources(lead))</article>

      """
  }

  private func rows(_ lead: GuidanceEntry, _ said: EntryWording, _ isSplit: Bool) -> Markup {
    var rows = Markup.empty
    if let rule = lead.rule, !rule.alternatives.isEmpty {
      let named = rule.alternatives.map(alternative)
      rows += "<dt>Instead</dt><dd>\(named.separated(by: ", "))</dd>\n"
    }
    let why =
      said.implications.isEmpty
      ? [lead.matchedGenes.map(\.words).joined(separator: "; ") + "."] : said.implications
    let genes = lead.matchedGenes.compactMap { gene in
      gene.diplotype.map { "\(gene.gene) \($0)" + (gene.score.map { ", score \($0)" } ?? "") }
    }
    let basis: Markup =
      said.implications.isEmpty || genes.isEmpty
      ? "" : " <span class=\"soft\">(\(genes.joined(separator: "; ")))</span>"
    rows += "<dt>Why</dt><dd>\(why.joined(separator: " "))\(basis)</dd>\n"
    let origin = [guidance.label(lead), lead.rule?.strength ?? "", lead.guideline.version]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    rows += "<dt>Source</dt><dd>\(Markup.link(lead.guideline.url, origin))</dd>\n"
    var limits = said.limits
    if isSplit { limits.append("The sources differ; the stricter leads.") }
    let open = DependenceWording(guidance.dependence, context).text
    if !open.isEmpty { limits.append(open) }
    if !limits.isEmpty {
      rows += "<dt>Note</dt><dd>\(limits.joined(separator: " "))</dd>\n"
    }
    return rows
  }

  private func alternative(_ id: String) -> Markup {
    let name = context.name(id)
    guard let state = context.states[id], state != .noChange else { return "\(name)" }
    return """
      \(name) <span class="say \(state.rawValue)">\(state.mark)\(state.word) for this person</span>
      """
  }

  /// All answers side by side, where there is more than the leading one.
  private func sources(_ lead: GuidanceEntry) -> Markup {
    let others = guidance.entries.filter { $0 != lead }
    guard !others.isEmpty else { return .empty }
    let rows = others.map { entry -> Markup in
      let said = EntryWording(entry, drug: guidance.drug, context)
      let meta = [
        entry.population == "general" ? "" : entry.population, entry.rule?.strength ?? "",
      ].filter { !$0.isEmpty }.joined(separator: "; ")
      let advice = ([said.text] + said.limits).joined(separator: " ")
      return """
        <tr class="\(entry.state.rawValue)"><th scope="row">\(entry.state.mark)\
        \(Markup.link(entry.guideline.url, guidance.label(entry)))\
        <div class="soft meta">\(meta)</div></th><td>\(advice)</td></tr>

        """
    }
    return """
      <table class="sources"><thead><tr><th scope="col">Also</th>\
      <th scope="col">Advice</th></tr></thead><tbody>
      \(rows)</tbody></table>
      """
  }
}

extension MatchedGene {
  /// The activity score as text.
  var score: String? { activityScore?.description }
}
