/// Reads what `RecordWriter` wrote; never past the end, and damage is an error.
package struct RecordReader: Sendable {
  private let bytes: [UInt8]
  private let place: String
  private var offset = 0

  /// Reads a record; `place` names it in errors, such as `knowledge.stardose, drug 'x'`.
  package init(_ bytes: [UInt8], place: String) {
    self.bytes = bytes
    self.place = place
  }

  /// The error for a record that contradicts itself.
  package func damaged(_ how: String) -> MappedIndexError {
    MappedIndexError(.damaged("\(how) at byte \(offset) of the record"), place: place)
  }

  /// Refuses bytes left over after the last field.
  package func finish() throws(MappedIndexError) {
    guard offset == bytes.count else { throw damaged("the record goes on") }
  }

  /// Reads a non-negative number.
  package mutating func readUnsigned() throws(MappedIndexError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try nextByte()
      let bits = UInt64(byte & 0x7F)
      guard shift < 63 || (shift == 63 && bits <= 1) else { throw damaged("a number is too long") }
      value |= bits << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  /// Reads a signed number.
  package mutating func readInt() throws(MappedIndexError) -> Int {
    let raw = try readUnsigned()
    return Int(truncatingIfNeeded: Int64(bitPattern: raw >> 1)) ^ -Int(raw & 1)
  }

  /// Reads a truth value.
  package mutating func readBool() throws(MappedIndexError) -> Bool {
    let byte = try nextByte()
    guard byte <= 1 else { throw damaged("a yes or no is neither") }
    return byte == 1
  }

  /// Reads a number with a fraction.
  package mutating func readDouble() throws(MappedIndexError) -> Double {
    guard bytes.count - offset >= 8 else { throw damaged("the record ends") }
    defer { offset += 8 }
    return Double(bitPattern: bytes.rawBytes.word64(at: offset))
  }

  /// Reads text.
  package mutating func readString() throws(MappedIndexError) -> String {
    let count = try readCount()
    guard let text = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw damaged("a text is not UTF-8")
    }
    offset += count
    return text
  }

  /// Reads an array, each element by `body`.
  package mutating func readArray<Element>(
    _ body: (inout RecordReader) throws(MappedIndexError) -> Element
  ) throws(MappedIndexError) -> [Element] {
    // Each element takes at least one byte, so a damaged count can't ask for much memory.
    let count = try readCount()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  /// Reads an optional, its value by `body`.
  package mutating func readOptional<Value>(
    _ body: (inout RecordReader) throws(MappedIndexError) -> Value
  ) throws(MappedIndexError) -> Value? {
    try readBool() ? try body(&self) : nil
  }

  private mutating func readCount() throws(MappedIndexError) -> Int {
    let count = try readUnsigned()
    guard count <= UInt64(bytes.count - offset) else { throw damaged("a length leaves the record") }
    return Int(count)
  }

  private mutating func nextByte() throws(MappedIndexError) -> UInt8 {
    guard offset < bytes.count else { throw damaged("the record ends") }
    defer { offset += 1 }
    return bytes[offset]
  }
}
