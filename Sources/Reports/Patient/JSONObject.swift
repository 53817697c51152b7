import Guidance

/// An object of a document whose keys are all known, read value by value.
struct JSONObject {
  private let file: String
  private let line: Int
  private let members: [String: JSONValue.Member]

  /// Lays an object out.
  ///
  /// - Throws: `PatientDocumentError` if it is none, has a key that is not among `keys`, or has one
  ///   twice.
  init(
    _ value: JSONValue, _ name: String, _ keys: [String], file: String, line: Int
  ) throws(PatientDocumentError) {
    guard case .object(let all) = value else {
      throw PatientDocumentError(
        .wrongKind(key: name, found: value.kindOfValue, wanted: "an object in braces"), file: file,
        line: line)
    }
    var members: [String: JSONValue.Member] = [:]
    for member in all {
      guard keys.contains(member.name) else {
        throw PatientDocumentError(
          .unknownKey(member.name, within: name, known: keys), file: file, line: member.line)
      }
      guard members.updateValue(member, forKey: member.name) == nil else {
        throw PatientDocumentError(.repeatedKey(member.name), file: file, line: member.line)
      }
    }
    (self.file, self.line, self.members) = (file, line, members)
  }

  /// The member of a name; nil for none and for null.
  func member(_ key: String) -> JSONValue.Member? {
    members[key].flatMap { $0.value == .null ? nil : $0 }
  }

  /// The line of a key, or of the object.
  func line(of key: String) -> Int { members[key]?.line ?? line }

  /// A text that is not blank; nil for none.
  func text(_ key: String) throws(PatientDocumentError) -> String? {
    guard let member = member(key) else { return nil }
    guard let text = member.value.text, !text.trimmed.isEmpty else {
      throw wrongKind(member, "a text in quotes")
    }
    return text.trimmed
  }

  /// A list of texts, none of them blank; empty for none.
  func texts(_ key: String) throws(PatientDocumentError) -> [String] {
    guard let member = member(key) else { return [] }
    guard case .array(let elements) = member.value else {
      throw wrongKind(member, "a list of texts in brackets")
    }
    var texts: [String] = []
    for (index, element) in elements.enumerated() {
      guard let text = element.text?.trimmed, !text.isEmpty else {
        throw PatientDocumentError(
          .wrongKind(
            key: "\(key)[\(index)]", found: element.kindOfValue, wanted: "a text in quotes"),
          file: file, line: member.line)
      }
      texts.append(text)
    }
    return texts
  }

  /// A text or a number as written; nil for none.
  func word(_ key: String) throws(PatientDocumentError) -> String? {
    guard let member = member(key) else { return nil }
    guard let word = member.value.word else { throw wrongKind(member, "a text or a number") }
    return word
  }

  /// True or false; nil for none.
  func flag(_ key: String) throws(PatientDocumentError) -> Bool? {
    guard let member = member(key) else { return nil }
    guard case .bool(let flag) = member.value else { throw wrongKind(member, "true or false") }
    return flag
  }

  /// A number; nil for none.
  func number(_ key: String) throws(PatientDocumentError) -> Double? {
    guard let member = member(key) else { return nil }
    guard case .number(let digits) = member.value, let number = Double(digits), number.isFinite
    else { throw wrongKind(member, "a number without quotes") }
    return number
  }

  /// A whole number; nil for none.
  func integer(_ key: String) throws(PatientDocumentError) -> Int? {
    guard let number = try number(key), let member = member(key) else { return nil }
    guard let whole = Int(exactly: number) else { throw wrongKind(member, "a whole number") }
    return whole
  }

  /// One of some words; nil for none.
  func choice<Choice>(_ key: String) throws(PatientDocumentError) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let member = member(key) else { return nil }
    guard let choice = member.value.text.flatMap(Choice.init(rawValue:)) else {
      throw wrongKind(member, Choice.allCases.map { "\"\($0.rawValue)\"" }.listed("or"))
    }
    return choice
  }

  /// An error about a member's value.
  func wrongKind(_ member: JSONValue.Member, _ wanted: String) -> PatientDocumentError {
    PatientDocumentError(
      .wrongKind(key: member.name, found: member.value.kindOfValue, wanted: wanted), file: file,
      line: member.line)
  }
}

extension JSONValue {
  /// What a value is, in a message: `the number 12`, `the text 'abc'`, `a list`.
  var kindOfValue: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let digits): "the number \(digits)"
    case .string(let text): text.trimmed.isEmpty ? "an empty text" : "the text \(text.quoted)"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
