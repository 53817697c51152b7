package import Guidance
import Knowledge
import Reports

extension PageSet {
  /// One medicine in full: the seven parts, each source beside the others, what acts on its genes.
  ///
  /// - Returns: nil if the medicine is not on the reviewed list.
  package func detail(
    _ patient: PatientHeader, review: MedicationReview, medicine: String, results: [GeneResult]
  ) -> String? {
    guard let answer = review.answers.first(where: { $0.medicine == medicine }) else { return nil }
    let genes = answer.genes(among: results)
    let symbols = Set(genes.map(\.gene.symbol)).union(answer.findings.flatMap(\.genes))
    let conversions = review.conversions.filter { conversion in
      symbols.contains(conversion.gene) || conversion.causes.contains(medicine)
    }
    let basis = patient.path(medicine: medicine, "/basis")
    return screen(
      patient, tab: nil, title: answer.name,
      """
      <p class="small"><a href="\(patient.path())">Back to all medicines</a></p>
      \(AnswerMarkup(answer: answer, patient: patient, isWhole: true).card(level: 2, links: false))\
      <p class="more"><a href="\(basis)">Where each sentence comes from</a> \
      <a href="\(patient.path("/what-if"))">What if it were stopped, or another added?</a></p>
      \(SourcesMarkup(answer: answer).markup)\
      \(converted(conversions, review))\
      \(found(answer))\
      \(looked(genes, patient))
      """)
  }

  private func converted(_ conversions: [Phenoconversion], _ review: MedicationReview) -> Markup {
    guard !conversions.isEmpty else { return .empty }
    return """
      <section aria-labelledby="converted"><h2 id="converted">Genes as the other medicines leave \
      them</h2>
      \(conversions.map { ConversionMarkup($0, in: review).markup })</section>

      """
  }

  /// Everything found, by urgency.
  private func found(_ answer: MedicationAnswer) -> Markup {
    guard !answer.findings.isEmpty else { return .empty }
    let rows = answer.findings.map { finding -> Markup in
      let with = (finding.genes + finding.partners).joined(separator: ", ")
      return """
        <tr><th scope="row">\(finding.state.badge)</th><td>\(finding.kind.word)</td><td>\(with)</td>\
        <td>\(finding.sentence.text)</td></tr>

        """
    }
    return """
      <section><h2 id="found">Everything found</h2>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="found"><table><thead><tr>\
      <th scope="col">Answer</th><th scope="col">Kind</th><th scope="col">With</th>\
      <th scope="col">What it says</th></tr></thead><tbody>
      \(rows)</tbody></table></div></section>

      """
  }

  /// The gene results the answer looks at.
  private func looked(_ genes: [GeneResult], _ patient: PatientHeader) -> Markup {
    guard !genes.isEmpty else { return .empty }
    return """
      <section><h2 id="looked">Gene results it looks at</h2>
      \(GeneTableMarkup(results: genes, assembly: patient.assembly, label: "looked").markup)</section>

      """
  }
}

extension MedicationAnswer {
  /// Every sentence of the answer with the part it stands in, in the order of the parts.
  var parts: [(title: String, sentences: [Sentence])] {
    [
      ("What to do", [action]),
      ("Instead", alternatives.map(\.note)),
      ("Dose", dose),
      ("Why", why),
      ("Sources", sources.map(\.sentence)),
      ("What would change it", wouldChange),
      ("Not tested", notTested),
    ].map { (title: $0.0, sentences: $0.1.filter { !$0.text.isEmpty }) }
      .filter { !$0.sentences.isEmpty }
  }

  /// The gene results that the answer names, in their order.
  func genes(among results: [GeneResult]) -> [GeneResult] {
    let named = Set(findings.flatMap(\.genes))
    let inputs = (parts.flatMap(\.sentences) + findings.map(\.sentence))
      .flatMap { $0.trace.inputs.map(\.name) + $0.trace.missing }
    return results.filter { result in
      let symbol = result.gene.symbol
      return named.contains(symbol)
        || inputs.contains { $0 == symbol || $0.hasPrefix("\(symbol) ") }
    }
  }
}

extension ReviewFinding.Kind {
  /// The kind in words.
  var word: String {
    switch self {
    case .gene: "gene"
    case .phenoconversion: "gene as other medicines leave it"
    case .interaction: "two medicines"
    case .factor: "life and labs"
    case .risk: "side effect"
    case .doseEquation: "dose equation"
    }
  }
}
