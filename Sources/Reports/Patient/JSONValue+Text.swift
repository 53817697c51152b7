import Guidance

extension JSONValue {
  /// The value as JSON on one line, members in their order, numbers as written.
  var compactText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): JSONWriter.quoted(text)
    case .array(let elements): "[\(elements.map(\.compactText).joined(separator: ","))]"
    case .object(let members):
      "{"
        + members.map { "\(JSONWriter.quoted($0.name)):\($0.value.compactText)" }
        .joined(separator: ",") + "}"
    }
  }
}
