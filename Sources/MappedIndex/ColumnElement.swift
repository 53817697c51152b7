/// A number that a column can hold and that is read in place.
package protocol ColumnElement: BitwiseCopyable, Sendable {
  /// The section type written to the directory.
  static var sectionType: SectionType { get }
  /// The value's bytes, least significant first, added to `bytes`.
  func append(to bytes: inout [UInt8])
}

extension FixedWidthInteger {
  /// Adds the bytes of the value, least significant first.
  fileprivate func appendLittleEndian(to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: Self.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: self >> shift))
    }
  }
}

extension UInt8: ColumnElement {
  package static var sectionType: SectionType { .uint8 }
  package func append(to bytes: inout [UInt8]) { bytes.append(self) }
}

extension UInt16: ColumnElement {
  package static var sectionType: SectionType { .uint16 }
  package func append(to bytes: inout [UInt8]) { appendLittleEndian(to: &bytes) }
}

extension UInt32: ColumnElement {
  package static var sectionType: SectionType { .uint32 }
  package func append(to bytes: inout [UInt8]) { appendLittleEndian(to: &bytes) }
}

extension UInt64: ColumnElement {
  package static var sectionType: SectionType { .uint64 }
  package func append(to bytes: inout [UInt8]) { appendLittleEndian(to: &bytes) }
}

extension Int64: ColumnElement {
  package static var sectionType: SectionType { .int64 }
  package func append(to bytes: inout [UInt8]) { appendLittleEndian(to: &bytes) }
}

extension Double: ColumnElement {
  package static var sectionType: SectionType { .double }
  package func append(to bytes: inout [UInt8]) { bitPattern.append(to: &bytes) }
}
