public import Evidence
public import Guidance

/// All that a report of one sample is made from.
public struct ReportInput: Sendable {
  /// The sample's name in the input.
  public var sampleID: String
  /// The gene results, ordered by symbol.
  public var genes: [GeneResult]
  /// The guidance, the most urgent drugs first; empty for a report of calls alone.
  public var drugs: [DrugGuidance]
  /// The side-effect risks the genes raise, the worst first.
  public var risks: [RiskFinding]
  /// What the run was made with.
  public var provenance: ReportProvenance
  /// What the sample's data are worth; nil if that was not looked at.
  public var check: SampleCheck?
  /// Where the reads do not say what the records say, by gene.
  public var disagreements: [String: [ReadDisagreement]]

  /// Makes the input of a report; all but sample, genes, drugs and provenance default to none.
  public init(
    sampleID: String, genes: [GeneResult], drugs: [DrugGuidance], risks: [RiskFinding] = [],
    provenance: ReportProvenance, check: SampleCheck? = nil,
    disagreements: [String: [ReadDisagreement]] = [:]
  ) {
    self.sampleID = sampleID
    self.genes = genes
    self.drugs = drugs
    self.risks = risks
    self.provenance = provenance
    self.check = check
    self.disagreements = disagreements
  }
}
