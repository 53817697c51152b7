internal import CHTSlib
internal import Glibc

/// Where the columns of one VCF record lie in a text.
///
/// Each column ends one byte, a tab, before the next begins; the last, INFO, ends at `infoEnd`.
package struct LineColumns: Sendable, Hashable {
  /// The offset of CHROM, where the line begins.
  package let start: Int
  /// The end of CHROM.
  package let contigEnd: Int
  /// The value of POS; -1 if it is not a number of one to ten digits.
  package let position: Int
  /// The offset of ID.
  package let idStart: Int
  /// The offset of REF.
  package let referenceStart: Int
  /// The offset of ALT.
  package let alternateStart: Int
  /// The offset of QUAL.
  package let qualityStart: Int
  /// The offset of FILTER.
  package let filterStart: Int
  /// The offset of INFO.
  package let infoStart: Int
  /// The end of INFO.
  package let infoEnd: Int
  /// The end of the line without `\n` or `\r\n`.
  package let end: Int
  /// The offset of the next line.
  package let next: Int

  /// Finds the columns of the line that begins at `start`; nil if it has fewer than eight.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - start: where the line begins.
  ///   - limit: where the text to look at ends, if no line end comes before.
  package init?(in text: [UInt8], from start: Int, to limit: Int) {
    precondition(start >= 0 && start <= limit && limit <= text.count)
    let found = unsafe text.withUnsafeBytes { bytes -> Self? in
      guard let base = bytes.baseAddress else { return nil }
      // Safe: start...limit is within the bytes.
      return unsafe Self(base, count: bytes.count, from: start, to: limit)
    }
    guard let found else { return nil }
    self = found
  }

  /// The number of tabs from `start` up to and without `end`.
  package static func tabs(in text: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && start <= end && end <= text.count)
    return unsafe text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      // Safe: start..<end is within the bytes.
      return unsafe Int(stardose_count_tabs(base + start, end - start))
    }
  }

  private init?(_ base: UnsafeRawPointer, count: Int, from start: Int, to limit: Int) {
    // Safe: every offset below lies between start and limit.
    var end = limit
    var next = limit
    if let found = unsafe memchr(base + start, 10, limit - start) {
      end = unsafe UnsafeRawPointer(found) - base
      next = end + 1
      if end > start, unsafe base.load(fromByteOffset: end - 1, as: UInt8.self) == 13 { end -= 1 }
    }
    let wordEnd = count - 8
    // A tab found beyond the line's end is no column: the last of the seven must be within.
    @inline(__always) func column(after offset: Int) -> Int {
      unsafe Self.tab(base, from: offset, to: end, wordEnd: wordEnd) + 1
    }
    self.start = start
    let positionStart = column(after: start)
    contigEnd = positionStart - 1
    idStart = column(after: positionStart)
    referenceStart = column(after: idStart)
    alternateStart = column(after: referenceStart)
    qualityStart = column(after: alternateStart)
    filterStart = column(after: qualityStart)
    infoStart = column(after: filterStart)
    guard infoStart <= end else { return nil }
    if let found = unsafe memchr(base + infoStart, 9, end - infoStart) {
      infoEnd = unsafe UnsafeRawPointer(found) - base
    } else {
      infoEnd = end
    }
    position = unsafe Self.number(base, from: positionStart, to: idStart - 1)
    self.end = end
    self.next = next
  }

  /// The offset of the next tab before `end`, else a number from `end` up.
  @inline(__always)
  private static func tab(
    _ base: UnsafeRawPointer, from start: Int, to end: Int, wordEnd: Int
  ) -> Int {
    var offset = start
    while offset < end {
      if offset <= wordEnd {
        // Safe: eight bytes from here on are within the text.
        let word = unsafe UInt64(
          littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        // The high bit of each byte that is a tab: the lowest set one is never wrong.
        let other = word ^ 0x0909_0909_0909_0909
        let tabs = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
        if tabs != 0 { return offset + tabs.trailingZeroBitCount >> 3 }
        offset += 8
      } else {
        if unsafe base.load(fromByteOffset: offset, as: UInt8.self) == 9 { return offset }
        offset += 1
      }
    }
    return end
  }

  @inline(__always)
  private static func number(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    guard end > start, end - start <= 10 else { return -1 }
    var value = 0
    for offset in start..<end {
      // Safe: offset is within the line.
      let digit = unsafe base.load(fromByteOffset: offset, as: UInt8.self) &- 48
      if digit > 9 { return -1 }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}
