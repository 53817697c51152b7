package import Guidance
import Reports

extension PageSet {
  /// One A4 page for the clinician: each medicine's answer in a row, the genes, the QR passport.
  ///
  /// - Parameter printedOn: The day as `yyyy-mm-dd`.
  package func clinicianSheet(
    _ patient: PatientHeader, review: MedicationReview, results: [GeneResult],
    passport: Passport, printedOn: String
  ) -> String {
    let rows = review.answers.map { answer in row(answer, patient) }
    let missed: Markup =
      review.notRecognised.isEmpty
      ? ""
      : """
      <p class="unknown"><strong>✗ Not recognised, not checked: \
      \(review.notRecognised.map(\.text).joined(separator: "; ")).</strong></p>
      """
    let conversions = review.conversions.map { conversion -> Markup in
      "<li>\(conversion.sentence.text)</li>"
    }
    let converted: Markup =
      conversions.isEmpty
      ? ""
      : "<h2>Genes as the other medicines leave them</h2><ul class=\"small\">\(conversions)</ul>"
    return sheet(
      "Clinician sheet, \(patient.title)", kind: "clinician", patient: patient,
      """
      <div class="pages">\(running(patient, printedOn))<div class="content"><div class="head"><div><h1>Medicines and genes: \
      \(patient.title)</h1>
      <p class="small">\(identity(patient)). Printed \(printedOn). For prescribers and pharmacists; it supports a \
      decision and does not make one.</p></div>\(code(passport))</div>
      \(missed)<div class="scroll" tabindex="0" role="region" aria-label="Answers"><table class="answers"><thead><tr><th scope="col">Answer</th><th scope="col">Medicine</th>\
      <th scope="col">What to do, and why</th><th scope="col">Instead</th><th scope="col">Source</th>\
      </tr></thead><tbody>
      \(rows)</tbody></table></div>
      \(converted)\(geneLines(results))
      <p class="small soft">“Not assessed” is not “no change”. \(madeWith)</p></div></div>
      """)
  }

  private func row(_ answer: MedicationAnswer, _ patient: PatientHeader) -> Markup {
    var short = answer
    short.alternatives = Array(answer.alternatives.prefix(3))
    let card = AnswerMarkup(answer: short, patient: patient)
    let action = answer.action.text.lowercased()
    let doses = answer.dose.prefix(2).map(\.text).filter { text in
      !action.contains(String(text.lowercased().dropLast()))
    }
    let dose = doses.map { $0.brief(150) }.joined(separator: " ")
    let why = answer.why.prefix(1).map { $0.text.brief(150) }.joined()
    let open =
      answer.state == .notAssessed
      ? answer.notTested.prefix(1).map { $0.text.brief(150) }.joined() : ""
    let rest = [why, open].filter { !$0.isEmpty }.joined(separator: " ")
    return """
      <tr><th scope="row">\(answer.state.badge)</th><td><strong>\(answer.text)</strong></td>\
      <td><strong>\(answer.action.text)</strong> \(dose)\
      \(rest.isEmpty ? "" : "<br><span class=\"small\">\(rest)</span>" as Markup)</td>\
      <td>\(card.alternatives)</td><td class="small">\(card.source)</td></tr>

      """
  }

  private func geneLines(_ results: [GeneResult]) -> Markup {
    let summaries = guided(results).map(GeneSummary.init)
    let known = summaries.filter(\.hasResult).map { summary -> Markup in
      """
      <li><strong>\(summary.symbol)</strong> \(summary.shownDiplotypes): \
      \(summary.meaning)\(summary.score.map { ", \($0)" } ?? "")</li>

      """
    }
    let unknown = summaries.filter { !$0.hasResult }.map(\.symbol)
    let rest: Markup =
      unknown.isEmpty
      ? ""
      : "<p class=\"small\"><strong>Without a result:</strong> \(unknown.joined(separator: ", ")).</p>"
    return "<h2>Gene results</h2><ul class=\"columns small\">\(known)</ul>\(rest)"
  }

  /// What stands at the head of every printed page.
  func running(_ patient: PatientHeader, _ printedOn: String) -> Markup {
    """
    <div class="running" aria-hidden="true"><p>\(patient.title) · \(identity(patient)) · printed \
    \(printedOn) · knowledge base \(frame.knowledgeVersion)</p></div>

    """
  }

  /// Birth date and id.
  func identity(_ patient: PatientHeader) -> String {
    [patient.birthDate.map { "born \($0)" }, "id \(patient.id)"].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// The passport as a code; a sentence where it holds more than a code can.
  func code(_ passport: Passport) -> Markup {
    QRCode(passport.text)?.svg(title: "QR code with the gene results")
      ?? "<p class=\"small\">The gene results are too long for a QR code.</p>"
  }
}
