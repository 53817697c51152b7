package import Guidance
import Reports

extension PageSet {
  /// Where every sentence of an answer comes from: its trace, and the chain of each gene behind it.
  ///
  /// - Returns: nil if the medicine is not on the reviewed list.
  package func basis(
    _ patient: PatientHeader, review: MedicationReview, medicine: String, results: [GeneResult]
  ) -> String? {
    guard let answer = review.answers.first(where: { $0.medicine == medicine }) else { return nil }
    let genes = answer.genes(among: results)
    let parts = answer.parts.map { part -> Markup in
      """
      <section class="panel"><h3>\(part.title)</h3>
      \(part.sentences.map { TraceMarkup($0).markup })</section>

      """
    }
    let chains = genes.map { chain($0, patient) }
    let title: Markup =
      chains.isEmpty ? "" : "<h2>From record to phenotype: the genes behind it</h2>\n"
    return screen(
      patient, tab: nil, title: "Basis of \(answer.name)",
      """
      <p class="small"><a href="\(patient.path(medicine: medicine))">Back to \(answer.name)</a></p>
      <h2>Where each sentence on \(answer.name) comes from</h2>
      <p class="small">Record, allele, diplotype, score, phenotype, rule, sentence. \(madeWith) \
      The same patient and the same knowledge base give the same answer, byte for byte.</p>
      \(parts)\(title)\(chains)
      """)
  }

  private func chain(_ result: GeneResult, _ patient: PatientHeader) -> Markup {
    let explained = GeneExplanation(result, assembly: patient.assembly)
    let links = explained.sections.map { section -> Markup in
      """
      <li><h4>\(section.title)</h4>\
      <ul class="plain small">\(section.lines.map { "<li>\($0)</li>" as Markup })</ul></li>

      """
    }
    let reason: Markup = explained.noResult.map { "<p>\($0)</p>\n" } ?? ""
    return """
      <section class="panel"><h3>\(explained.headline)</h3>
      \(reason)<ol class="chain">\(links)</ol></section>

      """
  }
}
