import Genome
import Guidance
import Knowledge
import StarAlleles

/// One edition of the knowledge base, ready to look stored samples up in.
struct StoredLookup {
  private let genes: [String: Gene]
  private let caller: PhenotypeCaller
  private let book: GuidanceBook
  private let edition: KnowledgeEdition
  private let risks: RiskMatcher
  private let guidedGenes: Set<String>
  private let drugNames: [String: String]

  init(_ edition: KnowledgeEdition) {
    self.edition = edition
    let content = edition.content
    risks = RiskMatcher(risks: content.risks)
    guidedGenes = Set(content.drugs.flatMap(\.guidelines).flatMap(\.genes))
    genes = Dictionary(content.genes.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one })
    caller = PhenotypeCaller(genes: genes)
    book = GuidanceBook(drugs: content.drugs)
    drugNames = Dictionary(
      content.drugs.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
  }

  /// The gene with a symbol.
  func gene(_ symbol: String) -> Gene? { genes[symbol] }

  /// What this edition says of a sample, from the diplotypes stored.
  func report(of sample: StoredSample, in report: StoredReport) -> ReportInput {
    let results = sample.results(in: genes, by: caller, on: report.assembly)
    return ReportInput(
      sampleID: sample.id, genes: results, drugs: book.guidance(for: results),
      risks: risks.findings(for: results),
      provenance: ReportProvenance(
        engine: "", knowledgeIdentity: edition.identity, knowledgeVersion: edition.version,
        sources: [], inputName: report.file, assembly: report.assembly, guidedGenes: guidedGenes,
        drugNames: drugNames))
  }
}
