/// What checking an audit log found.
public struct AuditVerdict: Sendable, Hashable {
  /// How many good records there are before the first bad one, or in all.
  public let records: Int
  /// The number of the first bad record, counted from 1; nil if the log is whole.
  public let firstBad: Int?
  /// One sentence that says so.
  public let sentence: String

  /// Whether the log is whole.
  public var isWhole: Bool { firstBad == nil }
}
