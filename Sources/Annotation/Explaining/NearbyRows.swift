internal import MappedIndex

/// The rows of a source that lie at a record's place, else those nearest to it.
struct NearbyRows: Sendable {
  /// More rows than this at one place are not listed.
  static let limit = 200

  /// The rows that share a base with the record or begin where one of its alleles does.
  private(set) var here: [ExplainedRow] = []
  /// Whether there are more than are listed.
  private(set) var isCut = false
  /// The nearest row that begins before the place, and the one that begins behind it.
  private(set) var before: ExplainedRow?
  private(set) var after: ExplainedRow?

  /// Looks at all blocks that may have such rows.
  init(
    _ query: borrowing QueryRecord, on contig: Int, of index: AnnotationIndex
  ) throws(MappedIndexError) {
    let blocks = index.blocks(ofContig: contig)
    let starts = query.keys.filter { $0 != 0 }.map { EventKey(packed: $0).start }
    let position = query.position
    let low = min(position, starts.min() ?? position)
    let high = max(query.end, starts.max() ?? query.end)
    // An insertion begins behind the base that its record covers.
    let reach = Int64(high) + max(index.leadRange.upperBound, 0)
    var block = IndexBlock(index: index)
    for number in blocks
    where Int64(index.blockStarts[number]) <= reach
      && Int64(index.runningEnds[number]) >= Int64(low) - 1
    {
      try block.load(number, of: index)
      let spans = block.placed()
      for row in 0..<block.count {
        let start = EventKey(packed: block.keys[row]).start
        let isHere =
          starts.contains(start)
          || spans.positions[row] <= query.end && spans.ends[row] >= position
        guard isHere else { continue }
        guard here.count < Self.limit else {
          isCut = true
          return
        }
        here.append(Self.row(row, &block, index))
      }
    }
    if here.isEmpty { try findNeighbours(of: high, blocks, &block, index) }
  }

  /// Rows are sorted by where they begin, and none that is not here begins at the place.
  private mutating func findNeighbours(
    of place: UInt32, _ blocks: Range<Int>, _ block: inout IndexBlock, _ index: AnnotationIndex
  ) throws(MappedIndexError) {
    let next = blocks.first { index.blockStarts[$0] > place } ?? blocks.upperBound
    if next > blocks.lowerBound {
      try block.load(next - 1, of: index)
      let row = block.firstRow(notBelow: (UInt64(place) + 1) << 32, near: 0)
      if row > 0 { before = Self.row(row - 1, &block, index) }
      if row < block.count { after = Self.row(row, &block, index) }
    }
    if after == nil, next < blocks.upperBound {
      try block.load(next, of: index)
      after = Self.row(0, &block, index)
    }
  }

  private static func row(
    _ row: Int, _ block: inout IndexBlock, _ index: AnnotationIndex
  ) -> ExplainedRow {
    let spans = block.placed()
    let key = EventKey(packed: block.keys[row])
    let columns = index.description.fields.reduce(0) { $0 + $1.columnCount }
    return ExplainedRow(
      reference: RowReference(block: block.number, row: row), key: key,
      spelling: EventCode.needsSpelling(key.code) ? block.spelling(row: row) : [],
      position: spans.positions[row], end: spans.ends[row],
      values: (0..<columns).map { block.text(row: row, column: $0) })
  }
}
