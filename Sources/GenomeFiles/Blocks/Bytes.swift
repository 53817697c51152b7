internal import CHTSlib
internal import Glibc

/// What the splicer does to arrays of bytes, each in one call of the C library.
///
/// Every range is checked against the arrays, so that callers need no unsafe code.
extension [UInt8] {
  /// Appends a range of another array.
  package mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    unsafe source.withUnsafeBufferPointer { bytes in
      precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
      guard let base = bytes.baseAddress else { return }
      // Safe: the range is within the source, which can't be self while self is changed.
      unsafe append(
        contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
  }

  /// The first offset of a byte from `start` up to and without `end`.
  package func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      precondition(start >= 0 && end <= bytes.count)
      // Safe: start..<end is within the array.
      guard start < end, let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The last offset of a byte from `start` up to and without `end`.
  package func lastIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      precondition(start >= 0 && end <= bytes.count)
      // Safe: start..<end is within the array.
      guard start < end, let base = bytes.baseAddress,
        let found = unsafe stardose_last_byte(base + start, byte, end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Whether a range holds the same bytes as the whole of another array.
  package func isEqual(_ range: Range<Int>, to other: [UInt8]) -> Bool {
    isEqual(range, to: other, 0..<other.count)
  }

  /// Whether a range holds the same bytes as a range of another array.
  package func isEqual(_ range: Range<Int>, to other: [UInt8], _ otherRange: Range<Int>) -> Bool {
    guard range.count == otherRange.count else { return false }
    return unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in
        precondition(range.lowerBound >= 0 && range.upperBound <= left.count)
        precondition(otherRange.lowerBound >= 0 && otherRange.upperBound <= right.count)
        guard let first = left.baseAddress, let second = right.baseAddress else { return true }
        // Safe: both ranges are within their arrays.
        return unsafe memcmp(
          first + range.lowerBound, second + otherRange.lowerBound, range.count) == 0
      }
    }
  }

  /// Whether the bytes of a word stand anywhere in the array.
  package func contains(word: [UInt8]) -> Bool {
    // In records, signs and small letters are rarer than capitals and digits.
    let isSign = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") }
    let probe =
      word.firstIndex(where: isSign) ?? word.firstIndex { (97...122).contains($0) } ?? 0
    return unsafe withUnsafeBytes { bytes in
      unsafe word.withUnsafeBytes { word -> Bool in
        guard let start = bytes.baseAddress, let sought = word.baseAddress else {
          return unsafe word.isEmpty
        }
        // Safe: the shim reads as many bytes of each as it is told, and the probe is one of them.
        return unsafe stardose_contains(start, bytes.count, sought, word.count, probe) != 0
      }
    }
  }
}
