public import Guidance

/// All that a written review of one patient's medicines is made from.
public struct ReviewInput: Sendable, Hashable {
  /// The review.
  public var review: MedicationReview
  /// The medication list in its order, as typed and as understood.
  public var medications: [ListedMedication]
  /// The gene results it was made with, ordered by symbol.
  public var results: [GeneResult]
  /// What the patient is known by; nil to leave it out.
  public var patientID: String?
  /// Remarks on the input, one sentence each.
  public var remarks: [String]
  /// The program and its edition, such as `stardose 0.1.0`.
  public var engine: String
  /// The hash that names the knowledge base's content.
  public var knowledgeIdentity: String
  /// The date of the newest source in the knowledge base.
  public var knowledgeVersion: String

  /// Makes the input of a written review.
  public init(
    review: MedicationReview, medications: [ListedMedication], results: [GeneResult] = [],
    patientID: String? = nil, remarks: [String] = [], engine: String, knowledgeIdentity: String,
    knowledgeVersion: String
  ) {
    self.review = review
    self.medications = medications
    self.results = results
    self.patientID = patientID
    self.remarks = remarks
    self.engine = engine
    self.knowledgeIdentity = knowledgeIdentity
    self.knowledgeVersion = knowledgeVersion
  }
}
