internal import Glibc

/// Bytes that are put together again and again in one place of memory.
///
/// An array asks at each change whether it is shared; this asks only whether there is room.
@safe package struct ByteScratch: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes.
  package private(set) var count = 0

  /// Starts empty.
  package init(capacity: Int = 1 << 12) {
    // Safe: freed in deinit or replaced by grow(to:).
    unsafe base = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit {
    // Safe: allocated in init or grow(to:) and reachable only through self.
    unsafe base.deallocate()
  }

  /// Whether there are no bytes.
  package var isEmpty: Bool { count == 0 }

  /// Forgets all bytes from an offset on.
  package mutating func truncate(to count: Int) {
    precondition(count >= 0 && count <= self.count)
    self.count = count
  }

  /// Adds a byte.
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    // Safe: there is room for one more.
    unsafe base[count] = byte
    count += 1
  }

  /// Adds a range of an array.
  package mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    reserve(range.count)
    unsafe source.withUnsafeBufferPointer { bytes in
      precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      guard let start = bytes.baseAddress else { return }
      // Safe: the range is within the source, and there is room for it.
      unsafe (base + count).update(from: start + range.lowerBound, count: range.count)
    }
    count += range.count
  }

  /// Adds all bytes of an array.
  package mutating func append(_ source: [UInt8]) { append(source, 0..<source.count) }

  /// Adds all bytes of a span.
  package mutating func append(_ source: Span<UInt8>) {
    reserve(source.count)
    unsafe source.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      // Safe: there is room for as many bytes as the span has.
      unsafe (base + count).update(from: start, count: bytes.count)
    }
    count += source.count
  }

  /// Adds a range of other scratch bytes.
  package mutating func append(_ source: borrowing ByteScratch, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    reserve(range.count)
    // Safe: the range is within the source, and there is room for it.
    unsafe (base + count).update(from: source.base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Adds a whole number in decimal, with a point before the last `decimals` digits.
  package mutating func append(decimal number: UInt64, decimals: Int) {
    // Twenty digits of the number, the zeros a small one needs, a point.
    let size = 22 + decimals
    reserve(size)
    var rest = number
    var index = count + size
    var left = decimals
    while left > 0 {
      index -= 1
      // Safe: at most `size` bytes are written, all behind `count`.
      unsafe base[index] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      left -= 1
    }
    if decimals > 0 {
      index -= 1
      unsafe base[index] = UInt8(ascii: ".")
    }
    repeat {
      index -= 1
      unsafe base[index] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    let length = count + size - index
    // Safe: both places lie within the room reserved; memmove allows them to overlap.
    unsafe memmove(base + count, base + index, length)
    count += length
  }

  /// A copy of a range.
  package func copied(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Safe: the range is within the bytes.
    return unsafe Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The first offset of a byte from `start` on.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    precondition(start >= 0 && start <= count)
    // Safe: start..<count is within the bytes.
    guard let found = unsafe memchr(base + start, Int32(byte), count - start) else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Copies a range to memory that has room for it.
  @unsafe func copy(_ range: Range<Int>, to target: UnsafeMutablePointer<UInt8>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // Safe: the range is within the bytes, and the caller gives room for it.
    unsafe target.update(from: base + range.lowerBound, count: range.count)
  }

  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(to: count + more) }
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    // Safe: the old bytes are copied before the old memory is freed.
    unsafe new.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = new
    capacity = larger
  }
}

// Safe: the value can't be copied, so one thread at a time has it.
extension ByteScratch: @unchecked Sendable {}
