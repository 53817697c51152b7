internal import GenomeFiles

/// How the text of a value is made from a whole number, so that it comes back byte for byte.
///
///     bits 0-2    0 missing, 1 decimal, 2 text of the block's dictionary, 3 empty text
///     bits 3-10   decimals after the point
///     bit  11     an exponent follows; 12: as `E`; 13: with `+`; 14-15: its digits
///     bits 16-26  the exponent's magnitude; 27: it is negative
struct NumberStyle: Hashable, Sendable {
  let bits: UInt32

  static let missing = NumberStyle(bits: 0)
  static let text = NumberStyle(bits: 2)
  static let empty = NumberStyle(bits: 3)
  /// A whole number.
  static let integer = NumberStyle(bits: 1)

  /// The most significant digits that are kept as a number.
  private static let digitLimit = 16

  var isText: Bool { bits & 7 == 2 }

  /// Reads a text as a whole number and the style that gives the text back; nil if none does.
  static func parse(_ text: Span<UInt8>) -> (style: NumberStyle, number: Int64)? {
    var index = 0
    let count = text.count
    guard count > 0 else { return nil }
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let first = index
    var number: Int64 = 0
    while index < count, case let digit = text[index] &- 48, digit < 10 {
      if index - first >= digitLimit { return nil }
      number = number * 10 + Int64(digit)
      index += 1
    }
    let whole = index - first
    guard whole > 0, whole == 1 || text[first] != 48 else { return nil }
    var bits: UInt32 = 1
    if index < count, text[index] == UInt8(ascii: ".") {
      index += 1
      let start = index
      while index < count, case let digit = text[index] &- 48, digit < 10 {
        if whole + index - start >= digitLimit { return nil }
        number = number * 10 + Int64(digit)
        index += 1
      }
      guard index > start else { return nil }
      bits |= UInt32(index - start) << 3
    }
    if isNegative {
      guard number != 0 else { return nil }
      number = -number
    }
    if index < count {
      guard let exponent = exponentBits(text, from: index) else { return nil }
      bits |= exponent
    }
    return (NumberStyle(bits: bits), number)
  }

  private static func exponentBits(_ text: Span<UInt8>, from start: Int) -> UInt32? {
    var index = start
    guard text[index] | 32 == UInt8(ascii: "e") else { return nil }
    var bits: UInt32 = 1 << 11
    if text[index] == UInt8(ascii: "E") { bits |= 1 << 12 }
    index += 1
    if index < text.count, text[index] == UInt8(ascii: "-") {
      bits |= 1 << 27
      index += 1
    } else if index < text.count, text[index] == UInt8(ascii: "+") {
      bits |= 1 << 13
      index += 1
    }
    let digits = text.count - index
    guard (1...3).contains(digits) else { return nil }
    var magnitude: UInt32 = 0
    while index < text.count {
      let digit = text[index] &- 48
      guard digit < 10 else { return nil }
      magnitude = magnitude * 10 + UInt32(digit)
      index += 1
    }
    return bits | UInt32(digits) << 14 | magnitude << 16
  }

  /// Adds the text of a number, as it was parsed.
  func append(_ number: Int64, to output: inout ByteScratch) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    output.append(decimal: number.magnitude, decimals: Int(bits >> 3 & 255))
    if bits & 1 << 11 != 0 { appendExponent(to: &output) }
  }

  private func appendExponent(to output: inout ByteScratch) {
    output.append(bits & 1 << 12 != 0 ? UInt8(ascii: "E") : UInt8(ascii: "e"))
    if bits & 1 << 27 != 0 {
      output.append(UInt8(ascii: "-"))
    } else if bits & 1 << 13 != 0 {
      output.append(UInt8(ascii: "+"))
    }
    let magnitude = bits >> 16 & 2047
    for divisor: UInt32 in [100, 10, 1].suffix(Int(bits >> 14 & 3)) {
      output.append(48 + UInt8(magnitude / divisor % 10))
    }
  }
}
