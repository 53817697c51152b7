/// A JSON value written down as it will stand, members in the order given.
///
/// FHIR and CDS Hooks allow neither null nor empty values, so a member whose value is `.nothing`, an
/// empty list or an empty object is left out; `.emptyList` is for the one place that wants `[]`.
indirect enum JSONTree: Sendable, Hashable {
  case nothing
  case text(String)
  case number(String)
  case flag(Bool)
  case list([JSONTree])
  case object([Member])
  case emptyList

  /// A member of an object.
  struct Member: Sendable, Hashable {
    let name: String
    let value: JSONTree
  }

  /// A text; nothing for nil and for an empty one.
  static func text(ifAny text: String?) -> JSONTree {
    guard let text, !text.isEmpty else { return .nothing }
    return .text(text)
  }

  /// Texts as a list.
  static func texts(_ texts: some Sequence<String>) -> JSONTree { .list(texts.map { .text($0) }) }

  /// A whole number.
  static func whole(_ number: Int) -> JSONTree { .number("\(number)") }

  /// Whether a member of this value is left out.
  var isLeftOut: Bool {
    switch self {
    case .nothing: true
    case .list(let elements): elements.allSatisfy(\.isLeftOut)
    case .object(let members): members.allSatisfy(\.value.isLeftOut)
    case .text, .number, .flag, .emptyList: false
    }
  }

  /// The value as JSON on one line.
  var json: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .nothing: text += "null"
    case .text(let value): text += JSONWriter.quoted(value)
    case .number(let digits): text += digits
    case .flag(let flag): text += flag ? "true" : "false"
    case .emptyList: text += "[]"
    case .list(let elements):
      text += "["
      var isFirst = true
      for element in elements where !element.isLeftOut {
        if !isFirst { text += "," }
        isFirst = false
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      var isFirst = true
      for member in members where !member.value.isLeftOut {
        if !isFirst { text += "," }
        isFirst = false
        text += JSONWriter.quoted(member.name) + ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }
}

extension JSONTree: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }

  init(arrayLiteral elements: JSONTree...) { self = .list(elements) }

  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }
}
