internal import Analysis
internal import Evidence
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
  private let knowledge: KnowledgeBase
  private let analysis: SampleAnalysis
  let genes: [String: Gene]
  private let outside: [[OutsideCall]]
  private let outsideRemarks: [OutsideCallRemark]
  private let book: GuidanceBook?
  private let caller: PhenotypeCaller
  private let risks: RiskMatcher
  /// The genes that the guidelines of the medicines asked for look at; of all medicines for calls.
  private let askedGenes: Set<String>
  let provenance: ReportProvenance

  /// Reads the input.
  ///
  /// - Parameters:
  ///   - input: what the user chose.
  ///   - drugNames: the drugs to report on; empty for all, nil for none.
  init(_ input: InputOptions, drugNames: [String]?) throws {
    let knowledge = try input.knowledge.open()
    self.knowledge = knowledge
    let all = try knowledge.allGenes()
    let allDrugs = try knowledge.allDrugs()
    let guided = Set(allDrugs.lazy.flatMap(\.guidelines).flatMap(\.genes))
    let wanted = try input.genes(among: all, guided: guided)
    genes = Dictionary(wanted.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one })
    let stated = try input.outsideCallFile(
      genes: Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { one, _ in one }))
    let selection = try drugNames.map { try DrugSelection($0, among: allDrugs, in: knowledge) }
    let drugs = selection?.drugs ?? []
    askedGenes = selection.map { Set($0.drugs.flatMap(\.guidelines).flatMap(\.genes)) } ?? guided
    book = drugs.isEmpty ? nil : GuidanceBook(drugs: drugs)
    risks =
      try selection.map { try Self.risks(in: knowledge, about: $0.medicines) }
      ?? RiskMatcher(risks: [])
    var options = try input.analysisOptions()
    options.reads?.facts = try StructureFacts(knowledge, genes: wanted)
    analysis = try SampleAnalysis(variants: input.variants, genes: wanted, options: options)
    if input.sex != nil, analysis.samples.count > 1 {
      throw RequestError(
        "--sex is for one sample and there are \(analysis.samples.count); choose one with --sample")
    }
    samples = analysis.samples
    let divided = try input.divided(stated, among: samples)
    outside = divided.calls
    outsideRemarks = stated.remarks + divided.remarks
    caller = PhenotypeCaller(genes: genes)
    provenance = ReportProvenance(
      engine: "stardose \(Edition.version)", knowledgeIdentity: knowledge.identity,
      knowledgeVersion: knowledge.version, sources: knowledge.sources,
      inputName: input.inputName,
      assembly: analysis.assembly, assemblyBasis: analysis.assemblyBasis,
      options: input.choices, notes: analysis.notes,
      guidedGenes: guided,
      drugNames: Dictionary(
        drugs.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one }))
  }

  /// The risks to look for: all, or those of some medicines.
  private static func risks(in knowledge: KnowledgeBase, about medicines: Set<String>?) throws
    -> RiskMatcher
  {
    let all = try knowledge.allRisks()
    guard let medicines else { return RiskMatcher(risks: all) }
    return RiskMatcher(risks: all.filter { !medicines.isDisjoint(with: $0.medicines) })
  }

  /// Remarks on the input for standard error, one sentence each.
  var remarks: [String] {
    analysis.notes + outsideRemarks.map { String(describing: $0) }
  }

  /// How common a gene's alleles are; nil if nothing is known.
  func frequencies(of gene: String) throws -> GeneFrequencies? {
    try knowledge.frequencies(of: gene)
  }

  /// The report of one sample.
  ///
  /// - Parameters:
  ///   - index: the sample's index in `samples`.
  ///   - isChecked: whether it states what the sample is worth; a table does not.
  func report(_ index: Int, isChecked: Bool = true) -> ReportInput {
    let findings = analysis.findings(sample: index)
    let results = caller.results(for: findings.calls, outside: outside[index])
    return ReportInput(
      sampleID: samples[index], genes: results,
      drugs: book?.guidance(for: results) ?? [], risks: risks.findings(for: results),
      provenance: provenance,
      check: isChecked ? check(index, findings) : nil,
      disagreements: findings.disagreements)
  }

  /// Ends the process with success, its output being complete.
  ///
  /// What a cohort left in memory goes with it; to free it piece by piece first takes a noticeable part of a run.
  func endProcess() -> Never {
    withExtendedLifetime(self) { Foundation.exit(ExitStatus.complete.rawValue) }
  }

  /// The check of one sample.
  func check(_ index: Int) -> SampleCheck { check(index, analysis.findings(sample: index)) }

  /// A sample is checked for the genes that the guidelines of the medicines asked for look at and that
  /// no laboratory has stated.
  private func check(_ index: Int, _ findings: SampleFindings) -> SampleCheck {
    analysis.check(
      sample: index, findings: findings,
      decisiveGenes: askedGenes.subtracting(outside[index].map(\.gene)))
  }
}
