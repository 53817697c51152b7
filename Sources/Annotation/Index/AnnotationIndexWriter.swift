package import MappedIndex

/// Writes an annotation index row by row, in bounded memory; the file appears whole or not at all.
///
/// Rows come contig by contig, within one sorted by key, those of one key in the source's order.
package struct AnnotationIndexWriter: ~Copyable {
  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: where the index will appear.
  ///   - fields: what each row's payload holds, in order.
  package init(path: String, fields: [IndexField]) throws(MappedIndexError) {
    fatalError()
  }

  /// Turns to a contig that has not been begun before, named as in the source.
  package mutating func begin(contig: String) throws(MappedIndexError) {
    fatalError()
  }

  /// Adds a row to the contig begun last.
  ///
  /// - Parameters:
  ///   - key: not below the previous row's.
  ///   - position: POS of the record, 1-based, or the first base of an interval.
  ///   - length: the bases of the reference that the record covers, from `position`; at least 1.
  ///   - payload: the spelling and the values, see `RowPayload`.
  package mutating func append(
    key: EventKey, position: UInt32, length: UInt32, payload: Span<UInt8>
  ) throws(MappedIndexError) {
    fatalError()
  }

  /// Completes the file and gives it its name; `description.rows` is set to what was written.
  package consuming func finish(description: IndexDescription) throws(MappedIndexError) {
    fatalError()
  }
}
