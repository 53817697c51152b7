/// Text as VCF writes it in INFO values: bytes with a meaning of their own as `%XX`.
package enum InfoText {
  /// Encodes what may not stand in a value: `;`, `=`, control characters, and `,` in an element.
  ///
  /// A `%XX` that is there stays, so that encoding twice is encoding once; any other `%` becomes
  /// `%25`. A space stays, as VCF has no code for it. Text of a VCF source is legal already.
  ///
  /// - Parameter isListElement: whether a comma is part of the text; otherwise it separates.
  package static func encode(_ value: [UInt8], isListElement: Bool) -> [UInt8] {
    let isLegal = value.allSatisfy {
      !isSpecial($0, isListElement) && $0 != UInt8(ascii: "%")
    }
    if isLegal { return value }
    var result: [UInt8] = []
    result.reserveCapacity(value.count + 8)
    for (index, byte) in value.enumerated() {
      let isCode = byte == UInt8(ascii: "%") && Self.code(in: value[...], at: index) != nil
      if isSpecial(byte, isListElement) || byte == UInt8(ascii: "%") && !isCode {
        result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Decodes the codes that VCF names (`%3A %3B %3D %25 %2C %0D %0A %09`, in either case); any
  /// other `%` stays as it is.
  package static func decode(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "%")) else { return Array(value) }
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "%"), let code = code(in: value, at: index),
        ":;=%,\r\n\t".utf8.contains(code)
      {
        result.append(code)
        index += 3
      } else {
        result.append(value[index])
        index += 1
      }
    }
    return result
  }

  /// The byte that `%XX` at an index stands for.
  private static func code(in value: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < value.endIndex, let high = nibble(value[index + 1]),
      let low = nibble(value[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func isSpecial(_ byte: UInt8, _ isListElement: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "="), 0..<32, 127: true
    case UInt8(ascii: ","): isListElement
    default: false
    }
  }

  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 65...70: digit - 55
    case 97...102: digit - 87
    default: nil
    }
  }

  private static func digit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? nibble + 48 : nibble + 55 }
}
