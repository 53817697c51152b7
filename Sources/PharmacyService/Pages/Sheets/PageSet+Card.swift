package import Guidance
import Reports

extension PageSet {
  /// A card for the wallet, to fold: who it is and the QR passport outside, the genes inside.
  ///
  /// - Parameter printedOn: The day as `yyyy-mm-dd`.
  package func walletCard(
    _ patient: PatientHeader, results: [GeneResult], passport: Passport, printedOn: String
  ) -> String {
    let summaries = guided(results).map(GeneSummary.init)
    let known = summaries.filter(\.hasResult).map { summary -> Markup in
      let terms = summary.terms.map(Passport.short).joined(separator: "; ")
      let names = summary.shortDiplotypes
      return """
        <li><strong>\(summary.symbol)</strong> \([names, terms].filter { !$0.isEmpty }
        .joined(separator: " "))</li>

        """
    }
    let unknown = summaries.filter { !$0.hasResult }.map(\.symbol)
    let rest: Markup =
      unknown.isEmpty
      ? "" : "<p><strong>Not tested or no result:</strong> \(unknown.joined(separator: ", ")).</p>"
    return sheet(
      "Card, \(patient.title)", kind: "wallet", patient: patient,
      """
      <h1 class="screen-only">Card for the wallet: cut out, fold in the middle</h1>
      <div class="card">
      <section class="face" aria-label="Outside"><div><h2>My genes and medicines</h2>
      <p class="strong">\(patient.title)</p>
      <p>\(patient.birthDate.map { "Born \($0)" } ?? "")</p><p>Id \(patient.id)</p>
      <p>Printed \(printedOn)</p>
      <p>Show this before you get a new medicine. The code holds the results; no network is needed.</p>\
      </div>\(code(passport))</section>
      <section class="face inside" aria-label="Inside"><ul class="plain genes">\(known)</ul>
      \(rest)<p class="soft">\(legend(summaries)) Knowledge base \(frame.knowledgeVersion).</p></section>
      </div>
      """)
  }

  /// What the initials stand for.
  private func legend(_ summaries: [GeneSummary]) -> String {
    let terms = summaries.flatMap(\.terms).distinct.filter { Passport.short($0) != $0 }
    let words = terms.map { "\(Passport.short($0)) \(PhenotypeWording.plain($0))" }.distinct
    return words.isEmpty ? "" : "\(words.joined(separator: ", "))."
  }
}
