internal import Analysis
internal import Foundation
internal import Genome
internal import GenomeFiles
internal import Guidance
internal import Knowledge
internal import Reports
internal import StarAlleles

/// One run over one file: read once, then a report for each sample on demand.
struct SampleRun {
  let samples: [String]
  private let analysis: VariantFileAnalysis
  let genes: [String: Gene]
  private let outside: OutsideCallFile
  private let book: GuidanceBook?
  private let caller: PhenotypeCaller
  let provenance: ReportProvenance

  /// Reads the input.
  ///
  /// - Parameters:
  ///   - input: what the user chose.
  ///   - drugNames: the drugs to report on; empty for all, nil for none.
  init(_ input: InputOptions, drugNames: [String]?) throws {
    let knowledge = try input.openKnowledge()
    let all = try knowledge.allGenes()
    let wanted = try input.genes(among: all)
    genes = Dictionary(wanted.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one })
    outside = try input.outsideCallFile(
      genes: Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one }))
    let drugs = try drugNames.map { try DrugSelection(knowledge).drugs(named: $0) } ?? []
    book = drugs.isEmpty ? nil : GuidanceBook(drugs: drugs)
    analysis = try VariantFileAnalysis(
      path: input.variants, genes: wanted, options: input.analysisOptions())
    samples = analysis.samples
    caller = PhenotypeCaller(genes: genes)
    provenance = ReportProvenance(
      engine: "stardose \(Edition.version)", knowledgeIdentity: knowledge.identity,
      knowledgeVersion: knowledge.version, sources: knowledge.sources,
      inputName: input.variants == "-"
        ? "standard input" : URL(fileURLWithPath: input.variants).lastPathComponent,
      assembly: analysis.assembly, assemblyBasis: analysis.assemblyBasis,
      options: input.choices, notes: analysis.notes,
      drugNames: Dictionary(
        drugs.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one }))
  }

  /// Remarks on the input for standard error, one sentence each.
  var remarks: [String] {
    analysis.notes + outside.remarks.map { String(describing: $0) }
  }

  /// The report of one sample.
  func report(_ index: Int) -> ReportInput {
    let results = caller.results(for: analysis.calls(sample: index), outside: outside.calls)
    return ReportInput(
      sampleID: samples[index], genes: results,
      drugs: book?.guidance(for: results) ?? [],
      provenance: provenance)
  }
}
