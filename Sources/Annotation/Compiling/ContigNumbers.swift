/// Numbers contigs in the order they appear, comparing names as bytes.
struct ContigNumbers {
  /// The names by number.
  private(set) var names: [String] = []
  private var numbers: [[UInt8]: UInt32] = [:]
  private var last: [UInt8] = []
  private var lastNumber: UInt32 = 0

  /// The number of the contig whose name is in a range; consecutive ones cost a comparison.
  mutating func number(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if range.count == last.count {
      var index = 0
      while index < last.count, text[range.lowerBound + index] == last[index] { index += 1 }
      if index == last.count, !names.isEmpty { return lastNumber }
    }
    var name: [UInt8] = []
    for index in range { name.append(text[index]) }
    last = name
    if let known = numbers[name] {
      lastNumber = known
    } else {
      lastNumber = UInt32(names.count)
      numbers[name] = lastNumber
      names.append(String(decoding: name, as: UTF8.self))
    }
    return lastNumber
  }
}
