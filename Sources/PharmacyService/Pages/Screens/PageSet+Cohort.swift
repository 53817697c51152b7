import Guidance
import Reports

extension PageSet {
  /// Who takes a medicine and is at risk, for analysts: counts only, small ones suppressed.
  ///
  /// - Parameter query: The medicine as typed.
  package func cohort(_ answer: CohortAnswer?, query: String = "") -> String {
    screen(
      "Cohort", place: .cohort,
      """
      <h1>Cohort: who takes it, and is at risk?</h1>
      <form class="find" method="post" action="/cohort" role="search" aria-label="Cohort">\(token)
      <label for="add">Medicine</label>
      <input id="add" name="medicine" type="text" value="\(query)" autocomplete="off" \
      spellcheck="false" required data-suggest="/medicines/suggest" aria-describedby="add-hint" \
      autofocus>
      <button class="first">Count</button>
      <p class="hint" id="add-hint">Generic name, brand or RxCUI.</p></form>
      \(answer.map(table) ?? "")
      """)
  }

  private func table(_ answer: CohortAnswer) -> Markup {
    let few = "fewer than \(answer.smallestCell)"
    let rows = answer.rows.map { row -> Markup in
      let names: Markup =
        row.pseudonyms.isEmpty
        ? ""
        : """
        <details><summary>Pseudonyms</summary>\
        <span class="hash">\(row.pseudonyms.joined(separator: " "))</span></details>
        """
      return """
        <tr><th scope="row">\(row.state.badge)</th><td>\(row.phenotype)</td>\
        <td class="num">\(row.count.map { "\($0)" } ?? few)\(names)</td></tr>

        """
    }
    let table: Markup =
      rows.isEmpty
      ? "<p>Nobody who may be counted takes it.</p>"
      : """
      <div class="scroll" tabindex="0" role="region" aria-labelledby="counted"><table><thead><tr>\
      <th scope="col">Answer</th><th scope="col">Genes</th><th scope="col" class="num">Patients</th>\
      </tr></thead><tbody>
      \(rows)</tbody></table></div>
      """
    return """
      <section><h2 id="counted">\(answer.medicine.sentenceCased): taken by \
      \(answer.patients.map { $0.of("patient") } ?? few + " patients")</h2>
      \(table)
      <p class="small soft">Only patients whose consent covers it are counted. A number below \
      \(answer.smallestCell) is not shown. Genotypes identify people even without a name.</p></section>
      """
  }

  /// What was done, by whom, for auditors: no genotype and no medicine.
  ///
  /// - Parameters:
  ///   - verdict: What the check of the chain found, as a sentence.
  ///   - from: The number of the newest record shown.
  ///   - older: The record to page back to; nil at the end. `newer` likewise.
  package func audit(
    _ rows: [AuditRow], verdict: String, isIntact: Bool, from: Int, older: Int?, newer: Int?
  ) -> String {
    let lines = rows.map { row -> Markup in
      """
      <tr><th scope="row" class="num">\(row.sequence)</th><td class="n">\(row.time)</td>\
      <td>\(row.actor)</td><td>\(row.role)</td><td>\(row.action)</td>\
      <td class="hash">\(row.subject)</td><td>\(row.purpose)</td><td>\(row.outcome)</td>\
      <td class="hash">\(row.hash.prefix(12).description)</td></tr>

      """
    }
    let pages: Markup = """
      \(newer.map { "<a href=\"/audit?before=\($0)\">Newer</a> " as Markup } ?? "")\
      \(older.map { "<a href=\"/audit?before=\($0)\">Older</a>" as Markup } ?? "")
      """
    return screen(
      "Audit", place: .audit,
      """
      <h1 id="log">Audit log, from record \(from)</h1>
      <p class="notice \(isIntact ? "done" : "error")" role="status"><strong>\
      \(isIntact ? "The chain holds." : "The chain is broken.")</strong> \(verdict)</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="log"><table class="small"><thead>\
      <tr><th scope="col" class="num">No.</th><th scope="col">Time</th><th scope="col">Who</th>\
      <th scope="col">Role</th><th scope="col">Did</th><th scope="col">To whom (pseudonym)</th>\
      <th scope="col">Purpose</th><th scope="col">Outcome</th><th scope="col">Hash</th></tr></thead>\
      <tbody>
      \(lines)</tbody></table></div>
      <p class="more">\(pages)</p>
      """)
  }
}
