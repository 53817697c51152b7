/// A sum of numbers as their decimals spell them: 1.1 and 2.2 are 3.3.
struct DecimalSum {
  private var units = 0
  private var decimals = 0
  /// The most digits after the point.
  private static let limit = 15

  /// Adds a number; false where it has an exponent or the sum would not be exact.
  mutating func add(_ text: ArraySlice<UInt8>) -> Bool {
    let isNegative = text.first == UInt8(ascii: "-")
    let signed = isNegative || text.first == UInt8(ascii: "+")
    let parts = text.dropFirst(signed ? 1 : 0).split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1].count : 0
    let digits = parts.joined()
    guard fraction <= Self.limit, !digits.isEmpty, digits.allSatisfy({ 48...57 ~= $0 }),
      let size = Int(String(decoding: Array(digits), as: UTF8.self)),
      let other = Self.scaled(isNegative ? -size : size, by: max(decimals - fraction, 0)),
      let own = Self.scaled(units, by: max(fraction - decimals, 0))
    else { return false }
    let (sum, overflow) = own.addingReportingOverflow(other)
    guard !overflow else { return false }
    units = sum
    decimals = max(decimals, fraction)
    return true
  }

  /// The sum without zeros at the end of its decimals.
  var text: [UInt8] {
    var (rest, places) = (units, decimals)
    while places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
    guard places > 0 else { return Array("\(rest)".utf8) }
    var digits = Array("\(rest.magnitude)".utf8)
    if digits.count <= places {
      digits = Array(repeating: UInt8(ascii: "0"), count: places + 1 - digits.count) + digits
    }
    digits.insert(UInt8(ascii: "."), at: digits.count - places)
    return (rest < 0 ? [UInt8(ascii: "-")] : []) + digits
  }

  private static func scaled(_ number: Int, by places: Int) -> Int? {
    var number = number
    for _ in 0..<places {
      let (next, overflow) = number.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      number = next
    }
    return number
  }
}
