/// A known position at which reads and records do not say the same, and what became of it.
public struct ReadDisagreement: Sendable, Hashable {
  /// The index into the gene's positions.
  public var position: Int
  /// What became of the position.
  public var outcome: Outcome
  /// The record or block; nil where there was none.
  public var record: RecordTrace?
  /// What the reads show.
  public var reads: ReadSupport

  /// What became of a position at which reads and records disagree.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// Both are sure, so the position has no data.
    case setAside
    /// The record is weak, so the reads' genotype was taken.
    case readsTaken
    /// The reads are not sure enough to speak against the record, which was kept.
    case recordKept
    /// No record was taken for reference, but the reads show something else, which was taken.
    case absenceRefuted
    /// No record was taken for reference, but the reads can't confirm it, so there is no data.
    case absenceUnconfirmed
  }

  /// Makes a disagreement.
  public init(position: Int, outcome: Outcome, record: RecordTrace?, reads: ReadSupport) {
    self.position = position
    self.outcome = outcome
    self.record = record
    self.reads = reads
  }
}
