internal import Hummingbird
internal import Foundation

/// JSON as the service writes and reads it: sorted keys, plain slashes, so the same answer has the same bytes.
enum JSONCoding {
  /// The text of a value.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("values of the service hold no number that JSON lacks")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads a value, or says in one sentence what is wrong with the body.
  static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws(Problem) -> Value
  {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw Problem(.badRequest, sentence(error))
    } catch {
      throw Problem(.badRequest, "The body is no JSON; send a JSON object.")
    }
  }

  private static func sentence(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "The body lacks '\(path(context.codingPath + [key]))'; add it."
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "The body's '\(path(context.codingPath))' is of the wrong type; see /api/v1/openapi.json."
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "The body's '\(path(context.codingPath))' has a value that is not allowed; "
        + "see /api/v1/openapi.json."
    default: "The body is no JSON; send a JSON object."
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
