/// Writes JSON piece by piece, keys in the order given, so that equal values give equal bytes.
///
/// Objects and arrays of objects take a line for each member; arrays of plain values stay on one.
struct JSONWriter {
  /// What was written, as UTF-8.
  private(set) var bytes: [UInt8]
  private var depth: Int
  private var needsComma = false
  private var isOnOneLine = false

  /// Starts at a depth of indentation and after a lead, for a piece of a larger document.
  init(depth: Int = 0, after lead: String = "") {
    self.depth = depth
    bytes = Array(lead.utf8)
  }

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How much was written.
  var count: Int { bytes.count }

  /// What was written from a count on.
  func piece(from start: Int) -> ArraySlice<UInt8> { bytes[start...] }

  /// Writes a value that an earlier writer left at the same depth.
  mutating func append(piece: ArraySlice<UInt8>) { bytes.append(contentsOf: piece) }

  /// Writes members that an earlier writer left in an object at the same depth and place.
  mutating func append(members: ArraySlice<UInt8>) {
    bytes.append(contentsOf: members)
    needsComma = true
  }

  /// Makes room, so that what follows is not moved about while it grows.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes an object; `members` writes its keys.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  /// Writes an object on one line.
  mutating func line(_ members: (inout JSONWriter) -> Void) {
    let outer = isOnOneLine
    isOnOneLine = true
    object(members)
    isOnOneLine = outer
  }

  /// Writes a key with an object.
  mutating func object(_ key: String, _ members: (inout JSONWriter) -> Void) {
    self.key(key)
    open("{")
    members(&self)
    close("}")
  }

  /// Writes a key with an array, an element a line.
  mutating func array<Element>(
    _ key: String, _ elements: some Sequence<Element>,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    open("[")
    for element in elements {
      separate()
      needsComma = false
      write(&self, element)
      needsComma = true
    }
    close("]")
  }

  /// Writes a key with an array of strings on one line.
  mutating func strings(_ key: String, _ values: some Sequence<String>) {
    self.key(key)
    append("[")
    var isFirst = true
    for value in values {
      if !isFirst { append(", ") }
      isFirst = false
      quote(value)
    }
    append("]")
    needsComma = true
  }

  /// Writes a key with an array of strings or nulls on one line.
  mutating func optionals(_ key: String, _ values: [String?]) {
    self.key(key)
    append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { append(", ") }
      if let value { quote(value) } else { append("null") }
    }
    append("]")
    needsComma = true
  }

  /// Writes a key with a string.
  mutating func string(_ key: String, _ value: String) {
    self.key(key)
    quote(value)
    needsComma = true
  }

  /// Writes a key with a string, or nothing for nil or an empty one.
  mutating func string(_ key: String, ifAny value: String?) {
    guard let value, !value.isEmpty else { return }
    string(key, value)
  }

  /// Writes a key with a whole number.
  mutating func number(_ key: String, _ value: Int) {
    self.key(key)
    append("\(value)")
    needsComma = true
  }

  /// Writes a key with a number; a whole one without a fraction.
  mutating func number(_ key: String, _ value: Double) {
    self.key(key)
    append(Self.spelled(value))
    needsComma = true
  }

  /// Writes a key with a number, or nothing for nil.
  mutating func number(_ key: String, ifAny value: Double?) {
    if let value { number(key, value) }
  }

  /// A number as it is written; a whole one without a fraction.
  static func spelled(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// Writes a key with true or false.
  mutating func flag(_ key: String, _ value: Bool) {
    self.key(key)
    append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes a key with true or false, or nothing for nil.
  mutating func flag(_ key: String, ifAny value: Bool?) {
    if let value { flag(key, value) }
  }

  /// Writes a key with a value that is JSON already.
  mutating func raw(_ key: String, _ json: String) {
    self.key(key)
    append(json)
    needsComma = true
  }

  /// A text in quotes, as JSON has it.
  static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.quote(text)
    return writer.text
  }

  /// Writes a key that must be followed by a value.
  mutating func key(_ key: String) {
    separate()
    quote(key)
    append(": ")
    needsComma = false
  }

  /// Starts a value's line after an earlier member.
  mutating func separate() {
    if needsComma { append(isOnOneLine ? ", " : ",") }
    if !isOnOneLine { newline() }
  }

  mutating func open(_ bracket: String) {
    append(bracket)
    depth += 1
    needsComma = false
  }

  mutating func close(_ bracket: String) {
    depth -= 1
    if needsComma && !isOnOneLine { newline() }
    append(bracket)
    needsComma = true
  }

  private mutating func newline() {
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[start...].contains(where: Self.needsEscape) {
      bytes.removeSubrange(start...)
      escape(text)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
      default: bytes.append(byte)
      }
    }
  }
}
