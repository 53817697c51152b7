internal import GenomeFiles
internal import MappedIndex

/// A block of an index, decoded for looking up: keys at once, everything else when first asked for.
struct IndexBlock {
  /// The block's number in the index; -1 before the first is loaded.
  private(set) var number = -1
  /// The packed keys of the rows, ascending.
  private(set) var keys: [UInt64] = []
  private var bulk: BulkBytes
  private var offset = 0
  private var shapes: [(width: Int, base: Int64, offset: Int)] = []
  private var spellingEnds = 0
  private var spellingBytes = 0
  private var columns: [BlockColumn]
  private var scratch: [Int64] = []
  private var gaps: [Int64] = []
  private var spans: RowSpans?

  init(index: AnnotationIndex) {
    bulk = index.bulk
    let count = index.description.fields.reduce(0) { $0 + $1.columnCount }
    columns = Array(repeating: BlockColumn(), count: count)
  }

  var count: Int { keys.count }

  /// Loads a block unless it is the one held.
  mutating func load(_ number: Int, of index: AnnotationIndex) throws(MappedIndexError) {
    guard number != self.number else { return }
    offset = try index.checkedRange(ofBlock: number).lowerBound
    self.number = number
    spans = nil
    let count = Int(bulk.word32(at: offset) & 0xFFFF)
    shapes.removeAll(keepingCapacity: true)
    for array in 0..<4 {
      let at = offset + 8 + array * 9
      shapes.append((Int(bulk.byte(at: at)), Int64(bitPattern: bulk.word64(at: at + 1)), 0))
    }
    let escapes = Int(bulk.word32(at: offset + 44))
    let spellings = Int(bulk.word32(at: offset + 48))
    spellingEnds = offset + 52
    var next = spellingEnds + 4 * spellings
    for array in 0..<4 {
      shapes[array].offset = next
      next += (count * shapes[array].width + 7) / 8
    }
    decodeKeys(count: count, escapesAt: next)
    spellingBytes = next + 4 * escapes
    let spellingSize = spellings > 0 ? Int(bulk.word32(at: spellingEnds + 4 * (spellings - 1))) : 0
    next = spellingBytes + spellingSize
    var column = next + 4 * columns.count
    for index in columns.indices {
      columns[index].place(at: column, rows: count)
      column += Int(bulk.word32(at: next + 4 * index))
    }
  }

  private mutating func decodeKeys(count: Int, escapesAt escapes: Int) {
    unpack(0, count: count, into: &gaps)
    unpack(1, count: count, into: &scratch)
    if keys.count != count { keys = [UInt64](repeating: 0, count: count) }
    var start = UInt64(bulk.word32(at: offset + 4))
    var escape = escapes
    let long = BlockEncoder.longCodes
    let (bulk, gaps, codes) = (self.bulk, self.gaps, scratch)
    var output = keys.mutableSpan
    for row in output.indices {
      start &+= UInt64(bitPattern: gaps[row])
      let short = codes[row]
      let code: UInt32
      if short == BlockEncoder.escapeCode {
        code = bulk.word32(at: escape)
        escape += 4
      } else {
        code = long[Int(short)]
      }
      output[row] = start << 32 | UInt64(code)
    }
  }

  private func unpack(_ array: Int, count: Int, into numbers: inout [Int64]) {
    bulk.unpack(
      at: shapes[array].offset, width: shapes[array].width, base: shapes[array].base, count: count,
      into: &numbers)
  }

  /// The first row whose key is not below one, beginning near a row where it is likely to be.
  func firstRow(notBelow key: UInt64, near hint: Int) -> Int {
    var low = 0
    var high = keys.count
    if hint < high, keys[hint] < key {
      low = hint + 1
      var step = 1
      while low + step < high, keys[low + step - 1] < key {
        low += step
        step *= 2
      }
      if low + step < high { high = low + step }
    } else if hint < high {
      if hint == 0 || keys[hint - 1] < key { return hint }
      high = hint
    }
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the spelling of a row, which has one, is the given one.
  func hasSpelling(_ spelling: [UInt8], row: Int) -> Bool {
    bulk.isEqual(spellingRange(row: row), to: spelling)
  }

  /// The spelling of a row that has one.
  func spelling(row: Int) -> [UInt8] {
    var text: [UInt8] = []
    bulk.append(spellingRange(row: row), to: &text)
    return text
  }

  private func spellingRange(row: Int) -> Range<Int> {
    var ordinal = 0
    for earlier in 0..<row
    where EventCode.needsSpelling(UInt32(truncatingIfNeeded: keys[earlier])) {
      ordinal += 1
    }
    let start = ordinal == 0 ? 0 : Int(bulk.word32(at: spellingEnds + 4 * (ordinal - 1)))
    let end = Int(bulk.word32(at: spellingEnds + 4 * ordinal))
    return spellingBytes + start..<spellingBytes + end
  }

  /// The records' places of all rows.
  mutating func placed() -> RowSpans {
    if let spans { return spans }
    var leads: [Int64] = []
    var trails: [Int64] = []
    unpack(2, count: count, into: &leads)
    unpack(3, count: count, into: &trails)
    let made = RowSpans(keys: keys, leads: leads, trails: trails)
    spans = made
    return made
  }

  /// Adds the text of a value to `output`; false, adding nothing, where it is missing.
  mutating func append(row: Int, column: Int, to output: inout ByteScratch) -> Bool {
    columns[column].append(row: row, of: bulk, to: &output)
  }

  /// The text of a value, or nil where it is missing.
  mutating func text(row: Int, column: Int) -> [UInt8]? {
    var text = ByteScratch(capacity: 64)
    return append(row: row, column: column, to: &text) ? text.copied(0..<text.count) : nil
  }
}
