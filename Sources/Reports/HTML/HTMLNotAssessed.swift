import Guidance
import Knowledge
import StarAlleles

/// The medicines nothing can be said of, grouped by what is missing.
struct HTMLNotAssessed {
  private let groups: NotAssessedGroups
  private let context: ReportContext

  init(drugs: [DrugGuidance], context: ReportContext) {
    groups = NotAssessedGroups(drugs, context)
    self.context = context
  }

  var markup: Markup {
    guard !groups.all.isEmpty else { return .empty }
    let rows = groups.all.map { group -> Markup in
      let names = group.drugs.map { drug -> Markup in
        drug.said.isEmpty
          ? "\(drug.name)" : "\(drug.name) <span class=\"soft\">(\(drug.said))</span>"
      }
      return """
        <tr><th scope="row">\(group.title)</th><td>\(names.separated(by: ", "))</td>\
        <td>\(group.reason)\(group.remedy.isEmpty ? "" : " ")<strong>\(group.remedy)</strong></td></tr>

        """
    }
    return """
      <section id="not-assessed"><h2>\(AnswerState.notAssessed.mark)Not assessed: no answer for \
      these</h2>
      <table class="groups"><thead><tr><th scope="col">What is missing</th><th scope="col">Medicines</th>\
      <th scope="col">Why, and what would answer it</th></tr></thead><tbody>
      \(rows)</tbody></table></section>

      """
  }
}
