/// The `##INFO` lines of a header, read as far as they declare a key.
struct HeaderLine: Hashable {
  let key: String
  let number: String?
  let type: String?

  /// Reads an INFO line; nil for other lines and for one without an ID.
  init?(info line: ArraySlice<UInt8>) {
    let start = Array("##INFO=<".utf8)
    guard line.starts(with: start) else { return nil }
    var values: [String: String] = [:]
    for part in Self.parts(of: line.dropFirst(start.count)) {
      let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard sides.count == 2 else { continue }
      let name = String(decoding: sides[0], as: UTF8.self).trimmed
      if values[name] == nil { values[name] = String(decoding: sides[1], as: UTF8.self).trimmed }
    }
    guard let key = values["ID"] else { return nil }
    self.key = key
    number = values["Number"]
    type = values["Type"]
  }

  /// The parts between commas that stand outside quotation marks, up to the closing bracket.
  private static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var isQuoted = false
    var isEscaped = false
    for index in text.indices {
      let byte = text[index]
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isQuoted
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ">")) {
        parts.append(text[start..<index])
        start = index + 1
        if byte == UInt8(ascii: ">") { return parts }
      }
    }
    return parts + [text[start...]]
  }
}
