/// A row of an index that someone is told about.
struct ExplainedRow: Sendable, Hashable {
  /// Where it stands.
  let reference: RowReference
  let key: EventKey
  /// Its spelling, where the key needs one.
  let spelling: [UInt8]
  /// POS of the row's record, 1-based.
  let position: UInt32
  /// The last base of the row's record, 1-based.
  let end: UInt32
  /// The texts of its columns.
  let values: [[UInt8]?]

  /// The bases that go, and those that come; nil for symbolic alleles, breakends and sites.
  var bases: (deleted: [UInt8], inserted: [UInt8])? { Self.bases(key, spelling) }

  /// The bases of an event, from its code or its spelling.
  static func bases(
    _ key: EventKey, _ spelling: [UInt8]
  ) -> (deleted: [UInt8], inserted: [UInt8])? {
    if let found = EventCode.bases(key.code) { return found }
    guard key.code >> 30 == 1, let sign = spelling.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    return (Array(spelling[..<sign]), Array(spelling[(sign + 1)...]))
  }
}
