/// A JSON value with its members in file order and the line each stands on.
///
/// The standard decoder keeps neither, and both are wanted: the order so that the same file gives
/// the same report, the line for a sentence about it.
package indirect enum JSONValue: Hashable {
  case null
  case bool(Bool)
  /// A number as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  package struct Member: Hashable {
    package var name: String
    package var value: JSONValue
    /// The line of the name, from 1.
    package var line: Int
  }

  /// The members of an object in file order; empty for anything else.
  package var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The elements of an array; empty for anything else.
  package var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The text of a string; nil for anything else.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The text of a string or a number as written, without white space around it; nil for anything
  /// else and for nothing.
  package var word: String? {
    let word: String
    switch self {
    case .string(let text): word = text.trimmed
    case .number(let digits): word = digits
    default: return nil
    }
    return word.isEmpty ? nil : word
  }

  package var isObject: Bool { if case .object = self { true } else { false } }
  package var isArray: Bool { if case .array = self { true } else { false } }

  /// The first member of this name; nil if there is none or this is no object.
  package subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }
}
