public import Guidance

/// What is known of a patient's genes, and what has to be said about how it was read.
public struct PatientResults: Sendable, Hashable {
  /// The gene results, ordered by symbol.
  public var genes: [GeneResult]
  /// Remarks, one sentence each: names read otherwise than written, alleles that are not known.
  public var remarks: [String]

  /// Makes results.
  public init(genes: [GeneResult], remarks: [String]) {
    self.genes = genes
    self.remarks = remarks
  }
}
