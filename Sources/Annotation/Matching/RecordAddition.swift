internal import GenomeFiles

/// What is written of one record, put together source by source.
struct RecordAddition: ~Copyable {
  /// What is added to INFO, each key with a `;` before it.
  var info = ByteScratch()
  /// What takes the place of keys that the record has: where in the text, and what.
  var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The new ID, if one is written.
  var identifier: [UInt8]?
  /// The values of each field, allele by allele, where a table is asked for.
  var table: [[[UInt8]?]] = []
  /// Whether a table is asked for.
  let wantsTables: Bool

  init(wantsTables: Bool) { self.wantsTables = wantsTables }

  /// Whether the record stays as it is.
  var isEmpty: Bool { info.isEmpty && replacements.isEmpty && identifier == nil }

  /// Begins the next record.
  mutating func clear() {
    info.truncate(to: 0)
    if !replacements.isEmpty { replacements.removeAll(keepingCapacity: true) }
    identifier = nil
    if wantsTables { table.removeAll(keepingCapacity: true) }
  }

  /// Leaves the table's columns of a source without values.
  mutating func addEmptyColumns(_ count: Int) {
    if wantsTables { table += Array(repeating: [], count: count) }
  }
}
