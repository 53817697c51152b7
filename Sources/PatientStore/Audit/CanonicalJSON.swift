/// An object of texts and whole numbers as RFC 8785 wants it, if keys are added in their order.
struct CanonicalJSON {
  private var members = ""

  /// The object.
  var text: String { "{\(members)}" }

  /// Adds a text; nothing for nil.
  mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    add(key, written: Self.quoted(value))
  }

  /// Adds a number; nothing for nil.
  mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    add(key, written: String(value))
  }

  private mutating func add(_ key: String, written: String) {
    members += members.isEmpty ? "" : ","
    members += "\"\(key)\":\(written)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{8}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{C}": result += "\\f"
      case "\r": result += "\\r"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
