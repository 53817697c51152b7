import Guidance

/// The JSON body of a request.
enum RequestBody {
  /// Reads a body.
  ///
  /// - Throws: a refusal (400) with the line of what is wrong.
  static func read(_ body: [UInt8]) throws(ServiceReply) -> JSONValue {
    guard let text = String(validating: body, as: UTF8.self) else {
      throw .refusal(400, "The body is not UTF-8.")
    }
    do throws(JSONReader.Fault) {
      return try JSONReader.read(text)
    } catch {
      throw .refusal(400, "The body is no JSON: line \(error.line), \(error.problem).")
    }
  }

  /// A text that must be there.
  static func text(_ key: String, in value: JSONValue, _ place: String = "") throws(ServiceReply)
    -> String
  {
    guard let text = value[key]?.text?.trimmed, !text.isEmpty else {
      throw .refusal(400, "'\(place)\(key)' is missing or is no text.")
    }
    return text
  }

  /// Whether a text is spelled as a UUID.
  static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }
}
