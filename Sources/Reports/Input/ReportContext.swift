import Guidance
import Knowledge

/// What the words of one sample's report need at hand.
struct ReportContext {
  /// The report's input.
  let input: ReportInput
  /// The words for missing answers.
  let notAssessed: NotAssessedWording
  /// The answer for each drug of the report, by id: an alternative may itself need care.
  let states: [String: AnswerState]
  private let genes: [String: CallWording]

  init(_ input: ReportInput) {
    self.input = input
    let assembly = input.provenance.assembly
    notAssessed = NotAssessedWording(genes: input.genes, assembly: assembly)
    states = Dictionary(
      input.drugs.map { ($0.drug.id, $0.state) }, uniquingKeysWith: { first, _ in first })
    genes = Dictionary(
      input.genes.map { ($0.gene.symbol, CallWording(gene: $0.gene, assembly: assembly)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The words for one gene's call; nil for a gene that has no result entry.
  func wording(_ gene: String) -> CallWording? { genes[gene] }

  /// The words for what the reads of a gene show.
  func reads(_ result: GeneResult) -> ReadWording {
    ReadWording(
      result, disagreements: input.disagreements[result.gene.symbol] ?? [],
      assembly: input.provenance.assembly)
  }

  /// The gene results that some guideline looks at; all, if that is not known.
  var guided: [GeneResult] {
    input.genes.filter { input.provenance.isGuided($0.gene.symbol) }
  }

  /// The gene results from which no advice follows.
  var callOnly: [GeneResult] {
    input.genes.filter { !input.provenance.isGuided($0.gene.symbol) }
  }

  /// The printed name of a drug id.
  func name(_ drug: String) -> String { GuidanceWording.name(drug, input.provenance.drugNames) }
}
