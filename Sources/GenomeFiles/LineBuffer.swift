internal import Glibc

/// Cuts a stream into lines without copying them, reading large chunks.
@safe struct LineBuffer: ~Copyable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private var head = 0
  private var tail = 0
  private var isAtEnd = false
  /// Whether the last line returned had no line end: the file stops there.
  private(set) var lastLineIsOpen = false

  init(capacity: Int = 1 << 18) {
    // Safe: freed in deinit or replaced by grow().
    unsafe base = .allocate(byteCount: capacity, alignment: 16)
    self.capacity = capacity
  }

  deinit {
    // Safe: allocated in init or grow() and reachable only through self.
    unsafe base.deallocate()
  }

  /// The next line without `\n` or `\r\n`, valid until the next call; nil at the end.
  @unsafe mutating func next(
    from stream: borrowing CompressedStream
  ) throws(GenomeFileError) -> UnsafeRawBufferPointer? {
    var searched = 0
    while true {
      let count = tail - head - searched
      // Safe: head + searched + count == tail, all within the buffer.
      if count > 0, let found = unsafe memchr(base + head + searched, 10, count) {
        let length = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base + head)
        let start = head
        head += length + 1
        lastLineIsOpen = false
        return unsafe line(at: start, length: length)
      }
      searched = tail - head
      if isAtEnd {
        guard searched > 0 else { return nil }
        let start = head
        head = tail
        lastLineIsOpen = true
        return unsafe line(at: start, length: searched)
      }
      try fill(from: stream)
    }
  }

  private func line(at start: Int, length: Int) -> UnsafeRawBufferPointer {
    var length = length
    // Safe: start + length <= tail.
    if length > 0, unsafe base.load(fromByteOffset: start + length - 1, as: UInt8.self) == 13 {
      length -= 1
    }
    return unsafe UnsafeRawBufferPointer(start: base + start, count: length)
  }

  /// Moves what is left to the front and reads on behind it.
  private mutating func fill(from stream: borrowing CompressedStream) throws(GenomeFileError) {
    let kept = tail - head
    if kept * 2 > capacity { grow() }
    // Safe: source and target lie in the buffer; memmove allows them to overlap.
    if head > 0, kept > 0 { unsafe memmove(base, base + head, kept) }
    head = 0
    tail = kept
    let room = unsafe UnsafeMutableRawBufferPointer(start: base + tail, count: capacity - tail)
    let count = try unsafe stream.read(into: room)
    tail += count
    isAtEnd = count == 0
  }

  private mutating func grow() {
    // Safe: the old contents up to tail are copied before the old buffer is freed.
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: 16)
    unsafe larger.copyMemory(from: base, byteCount: tail)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}
