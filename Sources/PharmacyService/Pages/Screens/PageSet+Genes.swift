package import Guidance
import Knowledge
import Reports
import StarAlleles

extension PageSet {
  /// Every gene's result, those without one too, and what the test can't show.
  ///
  /// - Parameter limits: The limits of this test, as sentences.
  package func genes(_ patient: PatientHeader, results: [GeneResult], limits: [String]) -> String {
    let looked = guided(results)
    let found = looked.filter { !$0.lookups.isEmpty }
    let absent = looked.filter { $0.lookups.isEmpty }
    let without: Markup =
      absent.isEmpty
      ? ""
      : """
      <h2 id="absent">Without a result: \(absent.count)</h2>
      <p>Nothing can be said of a medicine that depends on one of these.</p>
      \(GeneTableMarkup(results: absent, assembly: patient.assembly, label: "absent").markup)
      """
    let limited: Markup =
      limits.isEmpty
      ? ""
      : """
      <section class="panel"><h2>Limits of this test</h2>
      <ul>\(limits.map { "<li>\($0)</li>" as Markup })</ul></section>
      """
    return screen(
      patient, tab: .genes, title: "Genes",
      """
      <h2 id="found">With a result: \(found.count)</h2>
      \(GeneTableMarkup(results: found, assembly: patient.assembly, label: "found").markup)\
      \(without)\(limited)\(others(results, patient))
      """)
  }

  /// The genes that no guideline looks at: called for their own sake.
  private func others(_ results: [GeneResult], _ patient: PatientHeader) -> Markup {
    let rest = results.filter { result in
      !frame.guidedGenes.isEmpty && !frame.guidedGenes.contains(result.gene.symbol)
    }
    let found = rest.filter { !$0.lookups.isEmpty || !$0.call.diplotypes.isEmpty }
    let absent = rest.filter { result in !found.contains(result) }.map(\.gene.symbol)
    guard !rest.isEmpty else { return .empty }
    let table: Markup =
      found.isEmpty
      ? ""
      : GeneTableMarkup(results: found, assembly: patient.assembly, label: "others").markup
    let missing: Markup =
      absent.isEmpty
      ? "" : "<p class=\"small\">Without a result: \(absent.joined(separator: ", ")).</p>"
    return """
      <section><h2 id="others">Other genes: no guideline looks at them</h2>
      \(table)\(missing)</section>
      """
  }
}
