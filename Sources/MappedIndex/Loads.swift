/// Every read of raw bytes in this module goes through this file: bounds-checked, little-endian.
extension RawSpan {
  /// The 64-bit word at a byte offset, which need not be aligned.
  @inline(__always)
  func word64(at offset: Int) -> UInt64 {
    // Safe: any eight bytes are a UInt64, and the load traps outside the span.
    UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The 32-bit word at a byte offset, which need not be aligned.
  func word32(at offset: Int) -> UInt32 {
    // Safe: any four bytes are a UInt32, and the load traps outside the span.
    UInt32(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The byte at an offset.
  func byte(at offset: Int) -> UInt8 {
    // Safe: any byte is a UInt8, and the load traps outside the span.
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The bytes seen as a column of numbers; traps unless they are aligned and a whole number.
  @_lifetime(copy self)
  func column<Element: ColumnElement>(of _: Element.Type) -> Span<Element> {
    // Safe: a ColumnElement is a plain integer or Double, for which all bit patterns are values.
    unsafe _unsafeView(as: Element.self)
  }
}

extension [UInt8] {
  /// The bytes of the array as raw memory.
  var rawBytes: RawSpan {
    @_lifetime(borrow self)
    borrowing get {
      // Safe: a UInt8 has no padding, so every byte is initialised.
      unsafe span.bytes
    }
  }
}
