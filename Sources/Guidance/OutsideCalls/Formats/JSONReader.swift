/// Reads one JSON text (RFC 8259) and says on which line it is broken.
package struct JSONReader {
  /// What is wrong, and where.
  package struct Fault: Error, Hashable {
    package var line: Int
    package var problem: String
  }

  private static let deepest = 64
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole text.
  package static func read(_ text: some StringProtocol) throws(Fault) -> JSONValue {
    var reader = JSONReader(Array(text.utf8))
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == reader.bytes.count else {
      throw reader.fault("something follows the closing bracket")
    }
    return value
  }

  private func fault(_ problem: String) -> Fault { Fault(line: line, problem: problem) }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      place += 1
    }
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw fault("it is nested too deeply") }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case nil: throw fault("it ends too early")
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard let quote = next else { throw fault("it ends too early") }
      guard quote == UInt8(ascii: "\"") else { throw fault("a name in double quotes is missing") }
      let start = line
      let name = try string()
      skipSpace()
      guard take(":") else { throw fault(next == nil ? "it ends too early" : "a colon is missing") }
      members.append(
        JSONValue.Member(name: name, value: try value(depth: depth + 1), line: start))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else {
        throw fault(next == nil ? "it ends too early" : "a comma or '}' is missing")
      }
    }
  }

  private mutating func array(_ depth: Int) throws(Fault) -> JSONValue {
    place += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else {
        throw fault(next == nil ? "it ends too early" : "a comma or ']' is missing")
      }
    }
  }

  private mutating func string() throws(Fault) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0x00..<0x20: throw fault("a text has a control character")
      default: text.append(byte)
      }
    }
    throw fault("it ends too early")
  }

  private mutating func escape() throws(Fault) -> Character {
    guard let byte = next else { throw fault("it ends too early") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      guard (0xD800..<0xDC00).contains(unit), take("\\"), take("u") else {
        return Character(Unicode.Scalar(unit) ?? "\u{FFFD}")
      }
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      return Character(
        Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}")
    default: throw fault("a text has an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    let end = place + 4
    guard end <= bytes.count,
      let value = UInt32(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16)
    else { throw fault("a text has a broken escape") }
    place = end
    return value
  }

  private mutating func literal(
    _ word: String, _ value: JSONValue
  ) throws(Fault) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else {
      throw fault(
        bytes.count - place < word.utf8.count ? "it ends too early" : "a value is missing")
    }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = place
    while let byte = next, Self.numberBytes.contains(byte) { place += 1 }
    let digits = String(decoding: bytes[start..<place], as: UTF8.self)
    // Python writes NaN and Infinity, and a caller's copy numbers may have them.
    if digits.isEmpty {
      for word in ["NaN", "Infinity"] where bytes[start...].starts(with: word.utf8) {
        place += word.utf8.count
        return .number(word)
      }
    }
    guard digits == "-" && bytes[place...].starts(with: "Infinity".utf8) || Double(digits) != nil
    else { throw fault("a value is missing") }
    if digits == "-" { place += "Infinity".utf8.count }
    return .number(digits)
  }

  private static let numberBytes = Set("0123456789+-.eE".utf8)
}
