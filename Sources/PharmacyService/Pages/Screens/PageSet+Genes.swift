package import Guidance
import Reports

extension PageSet {
  /// Every gene's result, those without one too, and what the test can't show.
  ///
  /// - Parameter limits: The limits of this test, as sentences.
  package func genes(_ patient: PatientHeader, results: [GeneResult], limits: [String]) -> String {
    let found = results.filter { !$0.lookups.isEmpty }
    let absent = results.filter { $0.lookups.isEmpty }
    let without: Markup =
      absent.isEmpty
      ? ""
      : """
      <h2 id="absent">Without a result: \(absent.count)</h2>
      <p>Nothing can be said of a medicine that depends on one of these.</p>
      \(GeneTableMarkup(results: absent, assembly: patient.assembly, label: "absent").markup)
      """
    let rest: Markup =
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
      \(without)\(rest)
      """)
  }
}
