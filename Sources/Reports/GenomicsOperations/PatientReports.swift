import Genome
public import Guidance
public import Knowledge

/// Makes the input of a report from gene results that are held already; make it once.
public struct PatientReports: Sendable {
  /// The drugs with guidance, by id.
  let drugs: [Drug]
  private let risks: RiskMatcher
  private let provenance: ReportProvenance

  /// Lays out the drugs of a knowledge base.
  ///
  /// - Parameter engine: the program and its edition, such as `stardose 0.1.0`.
  /// - Throws: `KnowledgeError` if it can't be read.
  public init(_ knowledge: KnowledgeBase, engine: String) throws(KnowledgeError) {
    drugs = try knowledge.allDrugs()
    risks = RiskMatcher(risks: try knowledge.allRisks())
    provenance = ReportProvenance(
      engine: engine, knowledgeIdentity: knowledge.identity, knowledgeVersion: knowledge.version,
      sources: knowledge.sources, inputName: "", assembly: .grch38,
      guidedGenes: Set(drugs.flatMap(\.guidelines).flatMap(\.genes)),
      drugNames: Dictionary(
        drugs.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The report of one patient on all medicines with guidance.
  public func input(results: [GeneResult], patientID: String) -> ReportInput {
    input(results: results, patientID: patientID, drugs: drugs)
  }

  /// The report of one patient on some medicines.
  func input(results: [GeneResult], patientID: String, drugs: [Drug]) -> ReportInput {
    ReportInput(
      sampleID: patientID, genes: results,
      drugs: GuidanceMatcher(results: results).guidance(for: drugs),
      risks: risks.findings(for: results), provenance: provenance)
  }
}
