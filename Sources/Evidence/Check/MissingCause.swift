/// The kinds of reasons for which positions have no data, for counting.
public enum MissingCause: String, Sendable, Hashable, CaseIterable {
  /// No record, block or region covers it, and no reads were looked at.
  case absent
  /// The genotype is missing.
  case noCall
  /// Depth or genotype quality is too low.
  case lowQuality
  /// The record failed a filter.
  case filtered
  /// REF is not the assembly's.
  case referenceMismatch
  /// A deletion or symbolic allele hides it.
  case hiddenByStructure
  /// Records contradict each other, or their own depths.
  case conflict
  /// The assembly lacks it.
  case notOnAssembly
  /// The reads were aligned to another sequence there.
  case foreignContig
  /// No read, or too few, reach it.
  case tooFewReads
  /// Reads reach it but do not tell.
  case unclearReads
  /// The reads contradict the record.
  case readsContradictRecord

  /// The kind of a reason.
  public init(_ reason: NoDataReason) {
    self =
      switch reason {
      case .absent: .absent
      case .noCall: .noCall
      case .lowQuality: .lowQuality
      case .filtered: .filtered
      case .referenceMismatch: .referenceMismatch
      case .hiddenByStructure: .hiddenByStructure
      case .alleleDepthConflict, .conflictingRecords: .conflict
      case .notOnAssembly: .notOnAssembly
      case .foreignContig: .foreignContig
      case .reads(.noReads, _), .reads(.tooFew, _): .tooFewReads
      case .reads: .unclearReads
      case .readsContradictRecord: .readsContradictRecord
      }
  }
}
