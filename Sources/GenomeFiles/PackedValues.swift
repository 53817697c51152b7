internal import CHTSlib

/// The values one sample has in a FORMAT field, or a record in an INFO field, as htslib packs them.
///
/// The type is that of the bytes, whatever the header declares. A view, valid while the record is.
@unsafe struct PackedValues {
  /// The bytes of the values.
  let bytes: UnsafeRawBufferPointer
  /// One of htslib's `BCF_BT_` types.
  let type: Int32

  /// The values of sample number `sample` in a field; nil if the field is too short for it.
  init?(_ field: UnsafePointer<bcf_fmt_t>, sample: Int) {
    let size = Int(unsafe field.pointee.size)
    let offset = size * sample
    // Safe: htslib gives p_len valid bytes at p; the guard keeps us within.
    guard size >= 0, offset + size <= Int(unsafe field.pointee.p_len),
      let start = unsafe field.pointee.p
    else { return nil }
    unsafe bytes = UnsafeRawBufferPointer(start: start + offset, count: size)
    unsafe type = field.pointee.type
  }

  /// The values of an INFO field.
  init?(_ field: UnsafePointer<bcf_info_t>) {
    guard let start = unsafe field.pointee.vptr else { return nil }
    // Safe: htslib gives vptr_len valid bytes at vptr.
    unsafe bytes = UnsafeRawBufferPointer(start: start, count: Int(field.pointee.vptr_len))
    unsafe type = field.pointee.type
  }

  /// The packed integers as they are, missing ones nil; nil if the field holds none.
  var integers: [Int?]? {
    switch unsafe type {
    case BCF_BT_INT8: return unsafe integers(as: Int8.self)
    case BCF_BT_INT16: return unsafe integers(as: Int16.self)
    case BCF_BT_INT32: return unsafe integers(as: Int32.self)
    case BCF_BT_INT64: return unsafe integers(as: Int64.self)
    default: return nil
    }
  }

  /// The text of a character field, or nil.
  var text: String? {
    guard unsafe type == BCF_BT_CHAR else { return nil }
    let text = unsafe bytes.prefix { $0 != 0 }
    return unsafe String(decoding: text, as: UTF8.self)
  }

  /// Whole numbers, also from fields declared as text or Float; nil for each that is missing.
  var numbers: [Int?] {
    if let integers = unsafe integers { return integers }
    if let text = unsafe text {
      return text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        Int(part) ?? Double(part).flatMap(rounded)
      }
    }
    guard unsafe type == BCF_BT_FLOAT else { return [] }
    var result: [Int?] = []
    for offset in stride(from: 0, to: unsafe bytes.count - 3, by: 4) {
      // Safe: offset + 4 <= bytes.count.
      let pattern = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      if pattern == 0x7F80_0002 { break }
      result.append(rounded(Double(Float(bitPattern: pattern))))
    }
    return result
  }

  /// The only number, or the first; nil if missing.
  var number: Int? { unsafe numbers.first ?? nil }

  private func integers<Word: FixedWidthInteger & BitwiseCopyable>(as: Word.Type) -> [Int?] {
    let width = MemoryLayout<Word>.size
    var result: [Int?] = []
    for offset in stride(from: 0, to: unsafe bytes.count - width + 1, by: width) {
      // Safe: offset + width <= bytes.count.
      let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Word.self)
      if word == Word.min + 1 { break }
      result.append(word == Word.min ? nil : Int(word))
    }
    return result
  }
}

private func rounded(_ value: Double) -> Int? {
  value.isFinite && abs(value) < 1e15 ? Int(value.rounded()) : nil
}
