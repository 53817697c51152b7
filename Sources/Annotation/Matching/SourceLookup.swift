internal import GenomeFiles
internal import MappedIndex

/// Walks along one source as records go by and finds the rows that speak of them; one per task.
struct SourceLookup {
  /// What was resolved for the whole run.
  let source: AnnotationSource
  /// The block last looked at.
  private(set) var block: IndexBlock
  /// Counts for the statistics.
  var tally: SourceStatistics
  /// How many rows were found last.
  private(set) var rowCount = 0
  /// The rows found last, those of one allele after those of the one before it; more may follow,
  /// as overwriting costs less than emptying and filling again for each record.
  private var rowStore: [RowReference] = []
  /// The rows found last.
  var rows: ArraySlice<RowReference> { rowStore[..<rowCount] }
  /// Where the rows of each allele end among those found.
  private(set) var rowEnds: [Int] = []
  /// Whether the source knows the place, with whichever alleles, and REF is the same.
  private(set) var knowsPlace = false
  private var blocks: Range<Int> = 0..<0
  /// The start looked for last on this contig, and that of the first row not before it.
  private var lastStart = UInt32.max
  private var nextStart: UInt32 = 0
  private var hint = 0
  /// The fields to write.
  let fields: [AnnotationSource.Field]
  /// For each field whether its key is declared, so that records may have it already.
  private let isDeclared: [Bool]
  /// For each field whether records of the text at hand may have its key already; nil if nobody
  /// has asked yet.
  private var mayExist: [Bool?]
  /// Whether texts are as INFO values have to be.
  let isEncoded: Bool

  /// Starts before the first record.
  ///
  /// - Parameter declared: the INFO keys to be written that the input's header declares.
  init(_ source: AnnotationSource, declared: Set<String> = []) {
    self.source = source
    fields = source.fields
    isDeclared = source.fields.map { declared.contains($0.output.target) }
    mayExist = source.fields.map { _ in nil }
    isEncoded = source.index.description.isEncoded
    isExact = source.match == .exact
    block = IndexBlock(index: source.index)
    tally = source.emptyStatistics
  }

  /// Turns to a contig as the query names it; false if the source does not have it.
  mutating func enter(contig name: String) -> Bool {
    (lastStart, nextStart) = (.max, 0)
    guard let number = source.index.contigNumber(named: name) else {
      blocks = 0..<0
      return false
    }
    blocks = source.index.blocks(ofContig: number)
    return true
  }

  /// Turns to another text.
  mutating func beginText() {
    for index in mayExist.indices { mayExist[index] = nil }
  }

  /// Whether records of a text may have a field's key already: it is declared or stands somewhere.
  mutating func mayExist(_ field: Int, in text: [UInt8]) -> Bool {
    if let known = mayExist[field] { return known }
    let found = isDeclared[field] || text.contains(word: fields[field].key)
    mayExist[field] = found
    return found
  }

  /// Whether rows are found allele by allele.
  let isExact: Bool
  /// Whether the contig last entered has no row.
  var isEmpty: Bool { blocks.isEmpty }

  /// Whether it is known without a search that no row begins at bases of a record or right behind
  /// them, which is where an event that is not rolled to the left begins.
  func hasNothing(from position: UInt32, through end: UInt32) -> Bool {
    blocks.isEmpty || isExact && position > lastStart && nextStart > end &+ 1
  }

  /// Finds the rows that speak of a record: allele by allele for exact matching, else all at once.
  mutating func find(_ query: borrowing QueryRecord) throws(MappedIndexError) {
    rowCount = 0
    knowsPlace = false
    if isExact {
      let count = query.keys.count
      for allele in 0..<count {
        let key = query.keys[allele]
        if key != 0 { try findExact(key, spelling: query.spelling(allele)) }
        // Overwriting costs less than emptying and filling again for each record.
        if allele < rowEnds.count {
          rowEnds[allele] = rowCount
        } else {
          rowEnds.append(rowCount)
        }
      }
      if rowEnds.count > count { rowEnds.removeLast(rowEnds.count - count) }
      return
    }
    rowEnds.removeAll(keepingCapacity: true)
    switch source.match {
    case .exact: break
    case .position:
      try findAtPosition(query)
      rowEnds.append(rowCount)
    case .overlap:
      try findOverlapping(query, share: nil)
      rowEnds.append(rowCount)
    case .reciprocal(let share):
      try findOverlapping(query, share: share)
      rowEnds.append(rowCount)
    }
  }

  // MARK: Exact

  private mutating func findExact(_ key: UInt64, spelling: [UInt8]) throws(MappedIndexError) {
    guard var row = try seek(key) else { return }
    let before = rowCount
    while block.keys[row] == key {
      try consider(row, spelling: spelling)
      if row + 1 < block.count {
        row += 1
      } else {
        guard block.number + 1 < blocks.upperBound else { break }
        try block.load(block.number + 1, of: source.index)
        (row, hint) = (0, 0)
      }
    }
    if rowCount > before {
      knowsPlace = true
      tally.referenceAgreements += 1
    } else {
      try explainMiss(of: EventKey(packed: key))
    }
  }

  private mutating func consider(_ row: Int, spelling: [UInt8]) throws(MappedIndexError) {
    if !spelling.isEmpty, !block.hasSpelling(spelling, row: row) {
      return reject(row, .spelling)
    }
    accept(row)
  }

  /// Moves to the first row not below a key; nil past the last row of the contig.
  private mutating func seek(_ key: UInt64) throws(MappedIndexError) -> Int? {
    guard !blocks.isEmpty else { return nil }
    let start = UInt32(truncatingIfNeeded: key >> 32)
    (lastStart, nextStart) = (start, .max)
    if !blocks.contains(block.number) || block.keys[0] >= key && block.number > blocks.lowerBound
      || block.keys[block.count - 1] < key
    {
      try block.load(blockToSearch(from: start), of: source.index)
      hint = 0
    }
    var row = block.firstRow(notBelow: key, near: hint)
    while row == block.count {
      guard block.number + 1 < blocks.upperBound else {
        hint = row
        return nil
      }
      try block.load(block.number + 1, of: source.index)
      row = block.firstRow(notBelow: key, near: 0)
    }
    hint = row
    nextStart = EventKey(packed: block.keys[row]).start
    return row
  }

  /// The last block that begins before a start, or the first of the contig.
  private func blockToSearch(from start: UInt32) -> Int {
    let starts = source.index.blockStarts
    // Most often it is the block after the one at hand.
    let next = block.number + 1
    if blocks.contains(block.number), blocks.contains(next), starts[next] < start,
      next + 1 == blocks.upperBound || starts[next + 1] >= start
    {
      return next
    }
    var low = blocks.lowerBound
    var high = blocks.upperBound
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < start { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, blocks.lowerBound)
  }

  /// Looks at the rows that begin where an allele does, none of which is it.
  private mutating func explainMiss(of key: EventKey) throws(MappedIndexError) {
    guard block.count > 0 else { return }
    // The search ended at the first key above; rows with the same start lie on both sides of it.
    var row = min(hint, block.count - 1)
    while row > 0, EventKey(packed: block.keys[row - 1]).start == key.start { row -= 1 }
    while row < block.count, EventKey(packed: block.keys[row]).start <= key.start {
      let other = EventKey(packed: block.keys[row])
      if other.start == key.start, other.packed != key.packed {
        if EventCode.disagreeInReference(key.code, other.code) {
          tally.referenceDisagreements += 1
          reject(row, .reference)
        } else {
          if EventCode.firstDeleted(key.code) != nil, EventCode.firstDeleted(other.code) != nil {
            tally.referenceAgreements += 1
          }
          knowsPlace = true
          reject(row, .allele)
        }
      }
      row += 1
    }
  }

  // MARK: Places

  private mutating func findAtPosition(_ query: borrowing QueryRecord) throws(MappedIndexError) {
    let range = source.index.leadRange
    let first = UInt32(clamping: Int64(query.position) + range.lowerBound)
    let last = UInt32(clamping: Int64(query.position) + range.upperBound)
    guard var row = try seek(UInt64(first) << 32) else { return }
    while true {
      let start = EventKey(packed: block.keys[row]).start
      if start > last { return }
      if block.placed().positions[row] == query.position {
        accept(row)
      } else if start == query.position {
        reject(row, .position)
      }
      row += 1
      if row == block.count {
        guard block.number + 1 < blocks.upperBound else { return }
        try block.load(block.number + 1, of: source.index)
        (row, hint) = (0, 0)
      }
    }
  }

  private mutating func findOverlapping(
    _ query: borrowing QueryRecord, share: Double?
  ) throws(MappedIndexError) {
    guard !blocks.isEmpty else { return }
    let index = source.index
    // Starts lie up to the greatest lead behind the first base, so look that much further.
    let reach = Int64(query.end) + max(index.leadRange.upperBound, 0)
    var number = lastBlock(startingAtOrBefore: UInt32(clamping: reach))
    var found: [RowReference] = []
    while number >= blocks.lowerBound, index.runningEnds[number] >= query.position {
      if index.blockEnds[number] >= query.position {
        try block.load(number, of: index)
        hint = 0
        let spans = block.placed()
        var row = block.firstRow(notBelow: UInt64(clamping: reach + 1) << 32, near: hint) - 1
        while row >= 0, spans.runningEnds[row] >= query.position {
          if spans.positions[row] <= query.end, spans.ends[row] >= query.position,
            isOverlapEnough(row, spans, query, share)
          {
            found.append(RowReference(block: number, row: row))
          }
          row -= 1
        }
      }
      number -= 1
    }
    for reference in found.reversed() {
      try block.load(reference.block, of: index)
      accept(reference.row)
    }
  }

  private mutating func isOverlapEnough(
    _ row: Int, _ spans: RowSpans, _ query: borrowing QueryRecord, _ share: Double?
  ) -> Bool {
    guard let share else { return true }
    let shared =
      Double(min(spans.ends[row], query.end)) - Double(max(spans.positions[row], query.position))
      + 1
    let own = Double(query.end - query.position) + 1
    let other = Double(spans.ends[row] - spans.positions[row]) + 1
    guard shared >= share * own, shared >= share * other else {
      reject(row, .overlapFraction)
      return false
    }
    if EventCode.needsSpelling(EventKey(packed: block.keys[row]).code),
      let type = QueryRecord.symbolicType(block.spelling(row: row))
    {
      let types = query.keys.indices.compactMap { QueryRecord.symbolicType(query.spelling($0)) }
      if !types.isEmpty, !types.contains(type) {
        reject(row, .type)
        return false
      }
    }
    return true
  }

  private func lastBlock(startingAtOrBefore start: UInt32) -> Int {
    let starts = source.index.blockStarts
    if blocks.contains(block.number), starts[block.number] <= start,
      block.number + 1 == blocks.upperBound || starts[block.number + 1] > start
    {
      return block.number
    }
    var low = blocks.lowerBound
    var high = blocks.upperBound
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= start { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  // MARK: Verdicts

  private mutating func accept(_ row: Int) {
    if let filter = source.filter {
      let admits = filter.admits { block.text(row: row, column: $0) }
      if !admits { return reject(row, .filter) }
    }
    let reference = RowReference(block: block.number, row: row)
    if rowCount < rowStore.count {
      rowStore[rowCount] = reference
    } else {
      rowStore.append(reference)
    }
    rowCount += 1
  }

  private mutating func reject(_ row: Int, _ reason: Rejection) {
    tally.reject(reason)
  }

  /// Adds the text of a found row's value to `output`; false, adding nothing, where it is missing.
  mutating func append(
    row number: Int, column: Int, to output: inout ByteScratch
  ) throws(MappedIndexError) -> Bool {
    let reference = rowStore[number]
    if reference.block != block.number { try block.load(reference.block, of: source.index) }
    return block.append(row: reference.row, column: column, to: &output)
  }

  /// Where in the file's bulk the look-up is, so that what lies far behind can be let go.
  var offset: Int { block.number < 0 ? 0 : source.index.offset(ofBlock: block.number) }
}
