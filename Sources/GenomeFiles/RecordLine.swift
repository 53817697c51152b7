internal import CHTSlib
internal import Glibc

/// The columns of a text record, found only as far as asked for; a view, valid as long as the line.
@unsafe struct RecordLine {
  /// The line without its end.
  let bytes: UnsafeRawBufferPointer
  /// Whether CHROM is that of the previous record.
  let sharesContig: Bool
  /// The length of CHROM in bytes.
  let contigLength: Int
  /// POS as written; 0 is allowed and lies before the first base.
  let position: Int
  /// The offset of ID.
  private let identifierStart: Int

  /// Finds CHROM and POS, and checks the number of columns.
  ///
  /// - Parameter known: the contig of the previous record, which most records share.
  init(
    _ bytes: UnsafeRawBufferPointer, columns: ClosedRange<Int>, after known: ContigPrefix
  ) throws(GenomeFileError.Rejection) {
    unsafe self.bytes = bytes
    // Safe: the shim reads bytes.count bytes.
    let count = unsafe stardose_count_tabs(bytes.baseAddress, bytes.count) + 1
    guard columns.contains(count) else {
      throw .init(.columnCount(found: count, expected: columns.upperBound))
    }
    let sharesContig = unsafe known.begins(bytes)
    let contigEnd = unsafe sharesContig ? known.length : RecordLine.tab(in: bytes, from: 0)
    let start = contigEnd + 1
    var value = 0
    var index = start
    // Safe: there are seven tabs or more, so a tab ends the digits within the line.
    while case let digit = unsafe bytes[index] &- 48, digit < 10, value < 1 << 50 {
      value = value * 10 + Int(digit)
      index += 1
    }
    guard index > start, unsafe bytes[index] == 9 else {
      let end = unsafe RecordLine.tab(in: bytes, from: start)
      throw .init(.positionInvalid(unsafe RecordLine.text(bytes, start..<end)))
    }
    unsafe self.sharesContig = sharesContig
    unsafe contigLength = contigEnd
    unsafe position = value
    unsafe identifierStart = index + 1
  }

  /// The last base the record covers, 1-based: END where ALT allows it, else the end of REF.
  var end: Int {
    // Safe: there are seven tabs or more, and the loops stop at the third, fourth and fifth.
    var index = unsafe identifierStart
    while unsafe bytes[index] != 9 { index += 1 }
    let reference = index + 1
    index = reference
    while unsafe bytes[index] != 9 { index += 1 }
    let alternate = index + 1
    index = alternate
    var isSymbolic = false
    while case let byte = unsafe bytes[index], byte != 9 {
      if byte == UInt8(ascii: "<") { isSymbolic = true }
      index += 1
    }
    let start = unsafe position
    let referenceEnd = start + max(alternate - reference - 1, 1) - 1
    let isAbsent = unsafe index - alternate == 1 && bytes[alternate] == UInt8(ascii: ".")
    guard isSymbolic || isAbsent,
      let end = unsafe RecordLine.blockEnd(in: bytes, qualityStart: index + 1), end >= start
    else { return referenceEnd }
    return end
  }

  /// The value of `END=` in INFO.
  private static func blockEnd(in bytes: UnsafeRawBufferPointer, qualityStart: Int) -> Int? {
    let filter = unsafe tab(in: bytes, from: qualityStart) + 1
    var field = unsafe tab(in: bytes, from: filter) + 1
    let infoEnd = unsafe tab(in: bytes, from: field)
    while field + 4 < infoEnd {
      // Safe: field + 4 < infoEnd <= bytes.count.
      if unsafe bytes[field] == 69, unsafe bytes[field + 1] == 78, unsafe bytes[field + 2] == 68,
        unsafe bytes[field + 3] == 61
      {
        var value = 0
        var index = field + 4
        while index < infoEnd, case let digit = unsafe bytes[index] &- 48, digit < 10,
          value < 1 << 50
        {
          value = value * 10 + Int(digit)
          index += 1
        }
        return index > field + 4 ? value : nil
      }
      // Safe: the search stays between field and infoEnd.
      guard let next = unsafe find(59, in: bytes, from: field, to: infoEnd) else { return nil }
      field = next + 1
    }
    return nil
  }

  /// The offset of the next tab, or of the end of the line.
  private static func tab(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    unsafe find(9, in: bytes, from: start, to: bytes.count) ?? bytes.count
  }

  private static func find(
    _ byte: Int32, in bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int? {
    // Safe: the guard keeps start...end within the line.
    guard start < end, end <= bytes.count, let base = bytes.baseAddress,
      let found = unsafe memchr(base + start, byte, end - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  private static func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    unsafe String(decoding: bytes[range], as: UTF8.self)
  }
}
