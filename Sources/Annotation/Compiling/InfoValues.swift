/// Where the wanted INFO values of one line are.
struct InfoValues {
  private let table: InfoKeyTable
  private var starts: [Int]
  private var ends: [Int]

  init(_ names: [String]) {
    table = InfoKeyTable(names)
    starts = [Int](repeating: -1, count: names.count)
    ends = starts
  }

  /// Looks for the wanted keys; of a key that comes twice, the first counts.
  mutating func read(_ text: Span<UInt8>, _ info: Range<Int>) {
    var missing = starts.count
    guard missing > 0 else { return }
    for slot in starts.indices { starts[slot] = -1 }
    var index = info.lowerBound
    let end = info.upperBound
    while index < end {
      let keyStart = index
      var hash = InfoKeyTable.seed
      var byte: UInt8 = 0
      while index < end {
        byte = text[index]
        if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ";") { break }
        hash = InfoKeyTable.step(hash, byte)
        index += 1
      }
      let key = keyStart..<index
      var valueStart = index
      if index < end, byte == UInt8(ascii: "=") {
        index += 1
        valueStart = index
        while index < end, text[index] != UInt8(ascii: ";") { index += 1 }
      }
      if let slot = table.slot(text, key, hash: hash), starts[slot] < 0 {
        starts[slot] = valueStart
        ends[slot] = index
        missing -= 1
        if missing == 0 { return }
      }
      index += 1
    }
  }

  /// Where a value is: empty for a key alone; nil if the line does not have it.
  subscript(slot: Int) -> Range<Int>? {
    starts[slot] < 0 ? nil : starts[slot]..<ends[slot]
  }

  /// Takes a value as missing.
  mutating func drop(_ slot: Int) { starts[slot] = -1 }
}

extension Span<UInt8> {
  /// How many parts a comma makes of a range.
  func partCount(_ range: Range<Int>) -> Int {
    var count = 1
    for index in range where self[index] == UInt8(ascii: ",") { count += 1 }
    return count
  }

  /// The part of a range with a number, counted from 0.
  func part(_ number: Int, of range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var passed = 0
    for index in range where self[index] == UInt8(ascii: ",") {
      if passed == number { return start..<index }
      passed += 1
      start = index + 1
    }
    return start..<range.upperBound
  }

  /// The bytes of a range as an array.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return bytes
  }

  /// A range as text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }

  /// The number that a range spells in decimal digits; nil for anything else or above 2^32 - 1.
  func number(_ range: Range<Int>) -> Int? {
    guard (1...10).contains(range.count) else { return nil }
    var value = 0
    for index in range {
      let digit = Int(self[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value <= Int(UInt32.max) ? value : nil
  }

  /// The next tab of a range, or its end.
  @inline(__always) func tab(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, self[index] != 9 { index += 1 }
    return index
  }
}
