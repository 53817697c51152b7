internal import MappedIndex

/// Goes through one sorted run of a scratch file, row by row, with a buffer of its own.
struct RunCursor {
  /// The row it stands at; `start` is where its payload lies in the buffer.
  private(set) var row = RowBatch.Row(
    key: EventKey(packed: 0), position: 0, length: 0, contig: 0, count: 0, start: 0)
  private var buffer: [UInt8]
  private var head = 0
  private var tail = 0
  private var next: Int
  private let end: Int

  private static let headerSize = 24

  init(_ run: Range<Int>, capacity: Int) {
    buffer = [UInt8](repeating: 0, count: min(capacity, max(run.count, Self.headerSize)))
    next = run.lowerBound
    end = run.upperBound
  }

  /// Appends a row as runs hold it.
  static func encode(_ row: RowBatch.Row, of batch: borrowing RowBatch, to buffer: inout [UInt8]) {
    func append(_ word: UInt32) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        buffer.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    append(row.contig)
    append(row.key.start)
    append(row.key.code)
    append(row.position)
    append(row.length)
    append(row.count)
    buffer += batch.payload[row.start..<row.start + Int(row.count)]
  }

  /// Moves to the next row; false after the last one.
  mutating func advance(_ scratch: borrowing ScratchFile) throws(MappedIndexError) -> Bool {
    head = row.start + Int(row.count)
    guard head < tail || next < end else { return false }
    try ensure(Self.headerSize, scratch)
    row.contig = word(0)
    row.key = EventKey(start: word(4), code: word(8))
    row.position = word(12)
    row.length = word(16)
    row.count = word(20)
    try ensure(Self.headerSize + Int(row.count), scratch)
    row.start = head + Self.headerSize
    return true
  }

  /// Writes the row it stands at.
  func write(to writer: inout AnnotationIndexWriter) throws(MappedIndexError) {
    try writer.append(
      key: row.key, position: row.position, length: row.length,
      payload: buffer.span.extracting(row.start..<row.start + Int(row.count)))
  }

  private mutating func ensure(
    _ count: Int, _ scratch: borrowing ScratchFile
  ) throws(MappedIndexError) {
    guard tail - head < count else { return }
    let kept = Array(buffer[head..<tail])
    if count > buffer.count { buffer += [UInt8](repeating: 0, count: count - buffer.count) }
    for (index, byte) in kept.enumerated() { buffer[index] = byte }
    head = 0
    let room = min(buffer.count - kept.count, end - next)
    try scratch.read(into: &buffer, kept.count..<kept.count + room, from: next)
    next += room
    tail = kept.count + room
  }

  private func word(_ offset: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<4 { value |= UInt32(buffer[head + offset + index]) << UInt32(8 * index) }
    return value
  }
}
