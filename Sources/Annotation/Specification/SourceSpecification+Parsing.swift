extension SourceSpecification {
  /// The keys that a part of a specification may have.
  private enum Key: String, CaseIterable { case fields, filter = "where", match, prefix, name }

  /// Reads `gnomad.sdx; fields=AF,top=max(POPMAX),+ID; where=AF<0.01; match=exact; prefix=gn_`.
  ///
  /// A `;` ends a part unless it stands in quotation marks of a `where`. Without `name` a source
  /// is called as its file, without folders and `.sdx`.
  package init(parsing text: String) throws(SpecificationError) {
    let parts = Self.parts(of: text)
    let path = parts[0].trimmed
    guard !path.isEmpty else {
      throw SpecificationError(
        place: "source \(SpecificationError.quoted(text))",
        reason: "it does not begin with a path; put the index's path or 'knowledge' first")
    }
    do throws(SpecificationError) {
      let values = try Self.values(of: parts.dropFirst())
      let prefix = values[.prefix] ?? ""
      self.init(
        path: path, name: values[.name] ?? Self.name(ofFile: path),
        fields: try values[.fields].map { (list) throws(SpecificationError) in
          try FieldRequest.list(parsing: list, prefix: prefix)
        },
        filter: try values[.filter].map { (text) throws(SpecificationError) in
          try FilterExpression(parsing: text)
        },
        match: try values[.match].map { (text) throws(SpecificationError) in
          try MatchMode(parsing: text)
        },
        prefix: prefix)
    } catch {
      throw error.within(path)
    }
  }

  /// Reads a file of specifications: one a line; empty lines and those that begin with `#` are
  /// skipped.
  package static func list(
    parsing fileText: String
  ) throws(SpecificationError) -> [SourceSpecification] {
    var list: [SourceSpecification] = []
    let text = fileText.hasPrefix("\u{FEFF}") ? String(fileText.dropFirst()) : fileText
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      do throws(SpecificationError) {
        list.append(try SourceSpecification(parsing: line))
      } catch {
        throw error.within("line \(index + 1)")
      }
    }
    return list
  }

  private static func values(
    of parts: ArraySlice<Substring>
  ) throws(SpecificationError) -> [Key: String] {
    let keys = Key.allCases.map { "\($0.rawValue)=" }.joined(separator: ", ")
    var values: [Key: String] = [:]
    for part in parts where !part.trimmed.isEmpty {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let key = Key(rawValue: sides[0].trimmed) else {
        throw SpecificationError(
          place: "",
          reason: "\(SpecificationError.quoted(part.trimmed)) begins with none of the keys; "
            + "use one of \(keys)")
      }
      let value = sides[1].trimmed
      guard !value.isEmpty else {
        throw SpecificationError(
          place: key.rawValue, reason: "nothing comes after '='; give a value or leave the key out")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw SpecificationError(
          place: key.rawValue, reason: "the key is given twice; give it once")
      }
    }
    return values
  }

  private static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == ";" {
        parts.append(text[start..<index])
        start = text.index(after: index)
      } else if character == "\"" || character == "'" {
        let isFilter = text[start...].drop(while: \.isWhitespace).hasPrefix(Key.filter.rawValue)
        if isFilter && !parts.isEmpty { quote = character }
      }
    }
    return parts + [text[start...]]
  }

  private static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let isIndex = file.hasSuffix(".sdx") && file.count > 4
    return isIndex ? String(file.dropLast(4)) : file
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
