internal import Yams

/// A value in a YAML file, with the line it starts on.
struct SourceValue {
  let node: Node
  let file: SourceFile

  /// The line the value starts on, from 1.
  var line: Int { node.mark?.line ?? 0 }

  /// The value as the file has it, or a word for its shape; for findings.
  var shown: String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }

  /// Reports an error at this value.
  func error(_ what: String, found: String? = nil, remedy: String) {
    file.error(line, what, found: found ?? shown, remedy: remedy)
  }

  /// The text, which must not be empty.
  func text(_ what: String) -> String? {
    guard case .scalar(let scalar) = node else {
      error("\(what) must be text", remedy: "write a single value")
      return nil
    }
    guard !scalar.string.isEmpty else {
      error("\(what) is empty", remedy: "give it a value or leave the field out")
      return nil
    }
    return scalar.string
  }

  /// The items of a list.
  func list(_ what: String) -> [SourceValue] {
    guard case .sequence(let sequence) = node else {
      error("\(what) must be a list", remedy: "write it as [a, b]")
      return []
    }
    return sequence.map { SourceValue(node: $0, file: file) }
  }

  /// The texts of a list, with the line of each.
  func texts(_ what: String) -> [LocatedText] {
    list(what).compactMap { item in
      item.text("an entry of \(what)").map { LocatedText(text: $0, line: item.line) }
    }
  }

  /// The entries of a mapping with any keys, in the order of the file.
  func entries(_ what: String) -> [(key: LocatedText, value: SourceValue)] {
    guard case .mapping(let mapping) = node else {
      error("\(what) must be a mapping", remedy: "write it as {key: value}")
      return []
    }
    return mapping.compactMap { key, value in
      let keyValue = SourceValue(node: key, file: file)
      return keyValue.text("a key of \(what)").map {
        (LocatedText(text: $0, line: keyValue.line), SourceValue(node: value, file: file))
      }
    }
  }

  /// The fields of a mapping, nil if it is none; unknown ones are reported.
  func fields(of what: String, _ known: String...) -> SourceFields? { fields(of: what, known) }

  /// The fields of a mapping, nil if it is none; unknown ones are reported.
  func fields(of what: String, _ known: [String]) -> SourceFields? {
    guard case .mapping = node else {
      error("\(what) must be a mapping", remedy: "write it as {key: value}")
      return nil
    }
    var values: [String: SourceValue] = [:]
    for (key, value) in entries(what) {
      guard known.contains(key.text) else {
        file.error(
          key.line, "\(what) has no field of that name", found: key.text,
          remedy: "use one of \(known.joined(separator: ", "))")
        continue
      }
      values[key.text] = value
    }
    return SourceFields(what: what, line: line, file: file, values: values)
  }
}

/// A text with the line it stands on.
struct LocatedText {
  let text: String
  let line: Int
}
