/// Reads little-endian numbers off a byte array; nil past its end.
struct IndexReader {
  private let bytes: [UInt8]
  /// Where the next number begins.
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next 32 bits.
  mutating func word() -> UInt32? {
    guard offset >= 0, offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    // Safe: the four bytes lie within the array.
    let word = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    }
    return UInt32(littleEndian: word)
  }

  /// The next 64 bits.
  mutating func long() -> UInt64? {
    guard offset >= 0, offset + 8 <= bytes.count else { return nil }
    defer { offset += 8 }
    // Safe: the eight bytes lie within the array.
    let long = unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    return UInt64(littleEndian: long)
  }

  /// The next 32 bits as a count, nil if negative.
  mutating func count() -> Int? { word().flatMap { Int32(bitPattern: $0) >= 0 ? Int($0) : nil } }

  /// The next `length` bytes.
  mutating func take(_ length: Int) -> ArraySlice<UInt8>? {
    guard length >= 0, offset + length <= bytes.count else { return nil }
    defer { offset += length }
    return bytes[offset..<offset + length]
  }
}
