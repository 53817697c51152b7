/// Rows of an index to be, held in memory in two arrays: no allocation a row.
struct RowBatch: ~Copyable {
  /// One row; its payload lies in the batch.
  struct Row {
    var key: EventKey
    var position: UInt32
    var length: UInt32
    /// The contig's number in order of appearance.
    var contig: UInt32
    var count: UInt32
    /// Where the payload begins, which also tells the order in the source.
    var start: Int

    /// Whether a row comes before another: by contig, key and the order in the source.
    static func precedes(_ left: Row, _ right: Row) -> Bool {
      if left.contig != right.contig { return left.contig < right.contig }
      if left.key != right.key { return left.key < right.key }
      return left.start < right.start
    }
  }

  var rows: [Row] = []
  /// The payloads one after another; what lies behind `end` means nothing.
  private(set) var payload: [UInt8]
  private(set) var end = 0
  /// How many bytes of rows make it full.
  var capacity: Int
  /// The rows ever added.
  private(set) var total = 0
  private var rowStart = 0

  init(capacity: Int) {
    self.capacity = capacity
    payload = [UInt8](repeating: 0, count: max(1 << 16, capacity / 2))
  }

  /// How much memory the rows take.
  var byteCount: Int { rows.count * MemoryLayout<Row>.stride + end }

  /// Whether it is time to hand the rows on.
  var isFull: Bool { byteCount >= capacity }

  /// Begins a row with the spelling to be compared; empty where the key says all.
  mutating func begin(spelling: [UInt8] = []) {
    rowStart = end
    reserve(10 + spelling.count)
    append(number: spelling.count)
    for byte in spelling {
      payload[end] = byte
      end += 1
    }
  }

  /// Adds a value that is missing.
  mutating func appendMissing() {
    reserve(1)
    payload[end] = 0
    end += 1
  }

  /// Adds a flag that is set.
  mutating func appendFlag() {
    reserve(1)
    payload[end] = 1
    end += 1
  }

  /// Adds a value as spelled in the source; `.` and nothing at all are missing.
  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, !(range.count == 1 && text[range.lowerBound] == UInt8(ascii: ".")) else {
      return appendMissing()
    }
    reserve(10 + range.count)
    append(number: range.count + 1)
    var target = end
    var bytes = payload.mutableSpan
    for index in range {
      bytes[target] = text[index]
      target += 1
    }
    end = target
  }

  /// Completes the row that was begun.
  mutating func finish(contig: UInt32, key: EventKey, position: UInt32, length: UInt32) {
    total += 1
    rows.append(
      Row(
        key: key, position: position, length: length, contig: contig,
        count: UInt32(end - rowStart), start: rowStart))
  }

  /// Brings the rows into the index's order.
  mutating func sort() {
    for index in rows.indices.dropFirst() where Row.precedes(rows[index], rows[index - 1]) {
      rows.sort(by: Row.precedes)
      return
    }
  }

  /// Forgets all rows before an index.
  mutating func keep(from first: Int) {
    var kept: [UInt8] = []
    for index in first..<rows.count {
      let row = rows[index]
      rows[index].start = kept.count
      kept += payload[row.start..<row.start + Int(row.count)]
    }
    rows.removeFirst(first)
    for (index, byte) in kept.enumerated() { payload[index] = byte }
    end = kept.count
  }

  private mutating func append(number: Int) {
    var rest = number
    while rest >= 128 {
      payload[end] = UInt8(truncatingIfNeeded: rest) | 128
      end += 1
      rest >>= 7
    }
    payload[end] = UInt8(truncatingIfNeeded: rest)
    end += 1
  }

  private mutating func reserve(_ count: Int) {
    guard payload.count - end < count else { return }
    payload += [UInt8](repeating: 0, count: max(count, payload.count))
  }
}
