/// What a row carries besides its key: the spelling if the key needs one, then a value a column.
///
/// A varint and that many bytes of spelling; then for each column a varint that is 0 where the value
/// is missing, or one more than the bytes of its text, which follow.
package struct RowPayload: Sendable {
  /// The bytes of the rows written so far.
  package var bytes: [UInt8] = []

  /// Starts empty.
  package init() {}

  /// Begins a row.
  package mutating func begin(spelling: [UInt8] = []) {
    Self.append(varint: spelling.count, to: &bytes)
    bytes += spelling
  }

  /// Adds the next column's value; nil where it is missing, empty for a flag that is set.
  package mutating func append(_ value: [UInt8]?) {
    guard let value else {
      bytes.append(0)
      return
    }
    Self.append(varint: value.count + 1, to: &bytes)
    bytes += value
  }

  /// Adds a number of seven bits a byte, the lowest first.
  package static func append(varint value: Int, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads a number and moves on.
  static func readVarint(_ bytes: Span<UInt8>, at offset: inout Int) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }
}
