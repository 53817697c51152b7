/// A value to be written as JSON with sorted keys.
indirect enum JSONValue: Sendable, Hashable {
  case whole(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// An object of numbers.
  static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.mapValues(JSONValue.whole))
  }

  /// The value with a member a line, without a line end.
  var pretty: String {
    var output: [UInt8] = []
    append(to: &output, depth: 0)
    return String(decoding: output, as: UTF8.self)
  }

  private func append(to output: inout [UInt8], depth: Int) {
    switch self {
    case .whole(let number): output += Array("\(number)".utf8)
    case .text(let text): JSONText.append(Array(text.utf8)[...], to: &output)
    case .list(let values):
      Self.append(values, "[", "]", to: &output, depth) { value, output in
        value.append(to: &output, depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      Self.append(sorted, "{", "}", to: &output, depth) { member, output in
        JSONText.append(Array(member.key.utf8)[...], to: &output)
        output += Array(": ".utf8)
        member.value.append(to: &output, depth: depth + 1)
      }
    }
  }

  private static func append<Member>(
    _ members: [Member], _ open: String, _ close: String, to output: inout [UInt8], _ depth: Int,
    _ write: (Member, inout [UInt8]) -> Void
  ) {
    output += Array(open.utf8)
    for (index, member) in members.enumerated() {
      output += Array((index > 0 ? ",\n" : "\n").utf8)
      output += Array(repeating: UInt8(ascii: " "), count: 2 * depth + 2)
      write(member, &output)
    }
    if !members.isEmpty {
      output.append(UInt8(ascii: "\n"))
      output += Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    }
    output += Array(close.utf8)
  }
}
