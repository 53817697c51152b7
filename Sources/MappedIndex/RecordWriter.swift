/// Writes a structured record as bytes, to be kept in a pool and decoded on demand.
///
/// Whole numbers are varints (seven bits a byte, the lowest first), signed ones zigzag; strings
/// and arrays are preceded by their length, optionals by a byte that is 0 or 1.
package struct RecordWriter: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Starts an empty record.
  package init() {}

  /// Writes a non-negative number.
  package mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a signed number.
  package mutating func write(_ value: Int) {
    write(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }

  /// Writes a truth value.
  package mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes a number with a fraction, exactly.
  package mutating func write(_ value: Double) { value.append(to: &bytes) }

  /// Writes text as UTF-8.
  package mutating func write(_ value: String) {
    write(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes an array, each element by `body`.
  package mutating func write<Element>(
    _ values: [Element], _ body: (inout RecordWriter, Element) -> Void
  ) {
    write(UInt64(values.count))
    for value in values { body(&self, value) }
  }

  /// Writes an optional, its value by `body`.
  package mutating func write<Value>(
    _ value: Value?, _ body: (inout RecordWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }
}
