/// Numbers of a few bits each, one after the other, the lowest bit first.
package enum BitPacking {
  /// The bits that a difference up to `span` needs: 0...56 or 64.
  package static func width(of span: UInt64) -> Int {
    let bits = UInt64.bitWidth - span.leadingZeroBitCount
    // A number is read as one 64-bit word from its first byte on: 57 bits and more may not fit.
    return bits > 56 ? 64 : bits
  }

  /// Adds `numbers` less `base`, in `width` bits each, up to a whole byte.
  package static func append(
    _ numbers: [Int64], base: Int64, width: Int, to bytes: inout [UInt8]
  ) {
    guard width > 0 else { return }
    if width == 64 {
      for number in numbers { (number &- base).append(to: &bytes) }
      return
    }
    var pending: UInt64 = 0
    var held = 0
    for number in numbers {
      pending |= UInt64(bitPattern: number &- base) << UInt64(held)
      held += width
      while held >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        held -= 8
      }
    }
    if held > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
  }
}
