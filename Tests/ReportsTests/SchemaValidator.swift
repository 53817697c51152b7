import Foundation

/// Holds a JSON value against the parts of JSON Schema that ours uses: type, required, properties,
/// additionalProperties, items, enum, maxLength.
struct SchemaValidator {
  private let schema: [String: Any]

  static func report() throws -> SchemaValidator { try named("report") }

  static func check() throws -> SchemaValidator { try named("check") }

  static func named(_ name: String) throws -> SchemaValidator {
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(
      contentsOf: root.appendingPathComponent("Sources/Reports/Schema/\(name).schema.json"))
    let object = try JSONSerialization.jsonObject(with: data)
    return SchemaValidator(schema: try (object as? [String: Any]).unwrapped())
  }

  func findings(in value: Any) throws -> [String] { Self.findings(value, schema, "$") }

  private static func findings(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    if let allowed = schema["enum"] as? [String] {
      let isAllowed = (value as? String).map(allowed.contains) ?? false
      if !isAllowed { found.append("\(path): \(value) is not one of \(allowed)") }
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(where: { isType($0, value) }) {
      return found + ["\(path): not a \(types.joined(separator: " or "))"]
    }
    if let limit = schema["maxLength"] as? Int, let text = value as? String, text.count > limit {
      found.append("\(path): longer than \(limit)")
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        found.append("\(path).\(key): missing")
      }
      for (key, member) in object {
        if let known = properties[key] {
          found += findings(member, known, "\(path).\(key)")
        } else if schema["additionalProperties"] as? Bool == false {
          found.append("\(path).\(key): not in the schema")
        }
      }
    }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, element) in array.enumerated() {
        found += findings(element, items, "\(path)[\(index)]")
      }
    }
    return found
  }

  private static func isType(_ name: String, _ value: Any) -> Bool {
    switch name {
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "null": value is NSNull
    case "boolean": value is Bool
    case "integer": value is Int
    case "number": value is Double || value is Int
    default: false
    }
  }
}
