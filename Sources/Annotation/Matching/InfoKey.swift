internal import GenomeFiles

/// Finds a key in the INFO of a record.
enum InfoKey {
  /// Where `KEY=value`, or a flag's `KEY`, lies; nil if the record does not have it.
  static func find(_ key: [UInt8], in text: [UInt8], _ info: Range<Int>) -> Range<Int>? {
    var start = info.lowerBound
    while start < info.upperBound {
      let end =
        text.firstIndex(of: UInt8(ascii: ";"), from: start, to: info.upperBound) ?? info.upperBound
      if end - start >= key.count, text.isEqual(start..<start + key.count, to: key),
        end - start == key.count || text[start + key.count] == UInt8(ascii: "=")
      {
        return start..<end
      }
      start = end + 1
    }
    return nil
  }

  /// Whether `KEY=value` says nothing: `KEY=`, `KEY=.`, `KEY=.,.`.
  static func isMissing(_ found: Range<Int>, key: [UInt8], in text: [UInt8]) -> Bool {
    found.count > key.count
      && text[(found.lowerBound + key.count + 1)..<found.upperBound].allSatisfy {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
      }
  }
}
