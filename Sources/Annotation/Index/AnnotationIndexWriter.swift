internal import Foundation
package import MappedIndex

/// Writes an annotation index row by row, in bounded memory; the file appears whole or not at all.
///
/// Rows come contig by contig, within one sorted by key, those of one key in the source's order.
package struct AnnotationIndexWriter: ~Copyable {
  private var file: BulkIndexWriter
  private var encoder: BlockEncoder
  private var contigs: [String] = []
  private var firstBlocks: [UInt32] = []
  private var rowCounts: [UInt64] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var offsets: [UInt64] = []
  private var sizes: [UInt32] = []
  private var checksums: [UInt64] = []
  private var lastKey = EventKey(packed: 0)

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - path: where the index will appear.
  ///   - fields: what each row's payload holds, in order.
  package init(path: String, fields: [IndexField]) throws(MappedIndexError) {
    file = try BulkIndexWriter(path: path)
    encoder = BlockEncoder(columnCount: fields.reduce(0) { $0 + $1.columnCount })
  }

  /// Starts an index that stays in memory, see `finishInMemory`.
  package init(fields: [IndexField]) {
    file = BulkIndexWriter()
    encoder = BlockEncoder(columnCount: fields.reduce(0) { $0 + $1.columnCount })
  }

  /// Turns to a contig that has not been begun before, named as in the source.
  package mutating func begin(contig: String) throws(MappedIndexError) {
    try close()
    precondition(!contigs.contains(contig), "contig '\(contig)' is begun twice")
    contigs.append(contig)
    firstBlocks.append(UInt32(starts.count))
    rowCounts.append(0)
    lastKey = EventKey(packed: 0)
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
    precondition(lastKey <= key && !contigs.isEmpty, "rows must be sorted within a contig")
    lastKey = key
    encoder.append(key: key, position: position, length: length, payload: payload)
    rowCounts[rowCounts.count - 1] += 1
    if encoder.isFull { try close() }
  }

  /// Completes the file and gives it its name; `description.rows` is set to what was written.
  package consuming func finish(description: IndexDescription) throws(MappedIndexError) {
    try close()
    let sections = sections(description)
    try file.finish(sections: sections)
  }

  /// Completes an index that was begun without a path, and opens it; `name` stands for its path.
  package consuming func finishInMemory(
    description: IndexDescription, name: String
  ) throws(MappedIndexError) -> AnnotationIndex {
    try close()
    let sections = sections(description)
    return try AnnotationIndex(bytes: file.finishInMemory(sections: sections), name: name)
  }

  private func sections(_ description: IndexDescription) -> IndexWriter {
    var description = description
    description.rows = Int(rowCounts.reduce(0, +))
    var sections = IndexWriter(
      kind: AnnotationIndex.fileKind, version: AnnotationIndex.contentVersion)
    sections.addPool("contigs", contigs.map { Array($0.utf8) })
    sections.addColumn("contig.blocks", firstBlocks + [UInt32(starts.count)])
    sections.addColumn("contig.rows", rowCounts)
    sections.addColumn("block.start", starts)
    sections.addColumn("block.end", ends)
    sections.addColumn("block.offset", offsets)
    sections.addColumn("block.size", sizes)
    sections.addColumn("block.checksum", checksums)
    sections.addColumn("leads", [encoder.leadRange.lowerBound, encoder.leadRange.upperBound])
    sections.addPool("description", [description.encoded()])
    return sections
  }

  /// Writes out the rows gathered since the last block.
  private mutating func close() throws(MappedIndexError) {
    guard !encoder.isEmpty else { return }
    starts.append(encoder.starts[0])
    ends.append(encoder.lastEnd)
    let piece = try file.append(encoder.finish())
    offsets.append(UInt64(piece.range.lowerBound))
    sizes.append(UInt32(piece.range.count))
    checksums.append(piece.checksum)
  }
}
