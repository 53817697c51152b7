/// The known fields of a mapping in a YAML file, read by name and type.
struct SourceFields {
  let what: String
  let line: Int
  let file: SourceFile
  let values: [String: SourceValue]

  subscript(name: String) -> SourceValue? { values[name] }

  /// How findings name a field.
  private func label(_ name: String) -> String { "'\(name)' of \(what)" }

  /// A field that must be there; its absence is reported.
  func required(_ name: String) -> SourceValue? {
    if let value = values[name] { return value }
    file.error(line, "\(what) lacks '\(name)'", remedy: "add the field")
    return nil
  }

  /// A text that must be there.
  func requiredText(_ name: String) -> String? { required(name)?.text(label(name)) }

  /// A text that may be absent.
  func text(_ name: String) -> String? { values[name]?.text(label(name)) }

  /// A list of texts that may be absent.
  func texts(_ name: String) -> [String] { locatedTexts(name).map(\.text) }

  /// A list of texts, with the line of each, that may be absent.
  func locatedTexts(_ name: String) -> [LocatedText] { values[name]?.texts(label(name)) ?? [] }

  /// A list that may be absent.
  func list(_ name: String) -> [SourceValue] { values[name]?.list(label(name)) ?? [] }

  /// A list that must be there.
  func requiredList(_ name: String) -> [SourceValue] { required(name)?.list(label(name)) ?? [] }

  /// A whole number that may be absent.
  func integer(_ name: String) -> Int? {
    guard let value = values[name], let text = value.text(label(name)) else { return nil }
    if let number = Int(text) { return number }
    value.error("\(label(name)) must be a whole number", remedy: "write digits only")
    return nil
  }

  /// A number that may be absent.
  func number(_ name: String) -> Double? {
    guard let value = values[name], let text = value.text(label(name)) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    value.error("\(label(name)) must be a number", remedy: "write digits and a point")
    return nil
  }

  /// A truth value; false if absent.
  func flag(_ name: String) -> Bool {
    guard let value = values[name], let text = value.text(label(name)) else { return false }
    if text == "true" || text == "false" { return text == "true" }
    value.error("\(label(name)) must be true or false", remedy: "write true or false")
    return false
  }

  /// One of an enum's names; nil if absent or wrong, which is reported.
  func name<Value: NamedCase>(_ name: String, of: Value.Type = Value.self) -> Value? {
    guard let value = values[name], let text = value.text(label(name)) else { return nil }
    return Value.read(LocatedText(text: text, line: value.line), label(name), file)
  }

  /// One of an enum's names, which must be there.
  func requiredName<Value: NamedCase>(_ name: String, of: Value.Type = Value.self) -> Value? {
    required(name) == nil ? nil : self.name(name)
  }

  /// A list of an enum's names that may be absent.
  func names<Value: NamedCase>(_ name: String, of: Value.Type = Value.self) -> [Value] {
    locatedTexts(name).compactMap { Value.read($0, "an entry of \(label(name))", file) }
  }
}

/// An enum whose cases a file writes by name.
typealias NamedCase = RawRepresentable<String> & CaseIterable

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// The case with a name; a name that no case has is reported.
  static func read(_ name: LocatedText, _ what: String, _ file: SourceFile) -> Self? {
    if let value = Self(rawValue: name.text) { return value }
    let known = allCases.map(\.rawValue).joined(separator: ", ")
    file.error(name.line, "\(what) is not known", found: name.text, remedy: "use one of \(known)")
    return nil
  }
}
