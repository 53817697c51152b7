/// Numbers as files spell them.
enum NumberText {
  /// Powers of ten that a Double holds exactly.
  private static let tens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The value of decimal text or of an infinity; nil for anything else, NaN and nothing among it.
  static func value(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var mantissa: UInt64 = 0
    var isExact = true
    func take(_ digits: ArraySlice<UInt8>) {
      for digit in digits {
        if mantissa < 1 << 53 {
          mantissa = mantissa * 10 + UInt64(digit - 48)
        } else {
          isExact = false
        }
      }
    }
    let whole = rest.prefix(while: isDigit)
    take(whole)
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      take(fraction)
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return infinity(rest, isNegative) }
    var exponent = 0
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      guard let given = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
      exponent = given
      rest = []
    }
    guard rest.isEmpty else { return nil }
    let (scale, overflow) = exponent.subtractingReportingOverflow(fraction.count)
    // Both factors exact, so the one rounding is that of the nearest Double.
    guard isExact, mantissa <= 1 << 53, !overflow, scale.magnitude <= 22 else {
      return Double(String(decoding: text, as: UTF8.self))
    }
    let size = Double(mantissa)
    let value = scale < 0 ? size / tens[-scale] : size * tens[scale]
    return isNegative ? -value : value
  }

  /// Whether a range of a text is one number as VCF takes it, `NaN` and infinities among them.
  static func isNumber(_ text: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) -> Bool {
    let isSigned = [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(text[range.lowerBound])
    let digits = (isSigned ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound
    if !digits.isEmpty, digits.allSatisfy({ isDigit(text[$0]) }) { return true }
    if isWhole { return false }
    let bytes = range.map { text[$0] }
    return value(bytes[...]) != nil
      || ["nan", "+nan", "-nan"].contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// Whether JSON takes the text for a number as it stands: no leading zero, plus or bare point.
  static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard !rest.isEmpty else { return false }
      rest = rest.drop(while: isDigit)
    }
    return rest.isEmpty
  }

  /// The shortest text that reads back as the value; a whole number without a fraction.
  static func shortest(_ value: Double) -> [UInt8] {
    let isWhole = value == value.rounded() && value.magnitude < 1e15
    return Array((isWhole ? "\(Int(value))" : "\(value)").utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }

  private static func infinity(_ text: ArraySlice<UInt8>, _ isNegative: Bool) -> Double? {
    switch String(decoding: text, as: UTF8.self).lowercased() {
    case "inf", "infinity": isNegative ? -.infinity : .infinity
    default: nil
    }
  }
}
