/// The rows of one outside-call file, and what the parser has to say of them.
public struct OutsideCallFile: Sendable, Hashable {
  /// The rows in file order; several rows for one gene are alternatives.
  public var calls: [OutsideCall]
  /// What was done to rows, or left out.
  public var remarks: [OutsideCallRemark]

  /// Makes the content of a file.
  public init(calls: [OutsideCall], remarks: [OutsideCallRemark]) {
    self.calls = calls
    self.remarks = remarks
  }

  /// The rows of two files one after the other; those for one gene are alternatives.
  public static func + (left: OutsideCallFile, right: OutsideCallFile) -> OutsideCallFile {
    OutsideCallFile(calls: left.calls + right.calls, remarks: left.remarks + right.remarks)
  }
}
