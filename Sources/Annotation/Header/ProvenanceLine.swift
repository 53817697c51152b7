/// Header lines that tell what was added, from which file, by which program.
package enum ProvenanceLine {
  /// `##stardose_source=<...>`: where a source's values come from and what was taken.
  ///
  /// `ID` is there because VCF 4.3 asks structured lines for one; it has the name's safe letters.
  package static func source(
    _ specification: SourceSpecification, _ description: IndexDescription, fields: [FieldRequest],
    match: MatchMode
  ) -> String {
    var parts = [
      "ID=\(identifier(specification.name))", "Name=\(plainOrQuoted(specification.name))",
      "File=\(plainOrQuoted(description.source))", "SHA256=\(plainOrQuoted(description.sha256))",
      "Built=\(plainOrQuoted(description.built))",
    ]
    if let release = description.release { parts.append("Release=\(quoted(release))") }
    if let licence = description.licence { parts.append("Licence=\(quoted(licence))") }
    let taken = fields.map { field in
      let value = field.reducer.map { "\($0.rawValue)(\(field.source))" } ?? field.source
      return "\(value)>\(field.keepsExisting ? "+" : "")\(field.target)"
    }
    parts.append("Fields=\(quoted(taken.joined(separator: ",")))")
    parts.append("Match=\(plainOrQuoted(match.text))")
    return "##stardose_source=<\(parts.joined(separator: ","))>"
  }

  /// `##stardose_annotateVersion=`.
  package static func version(_ version: String) -> String {
    "##stardose_annotateVersion=\(oneLine(version))"
  }

  /// `##stardose_annotateCommand=`, with arguments that have spaces or signs in quotes.
  package static func command(_ arguments: [String]) -> String {
    let isPlain = { (argument: String) in
      !argument.isEmpty
        && argument.utf8.allSatisfy { isPlainByte($0) || "/,:=+@%^".utf8.contains($0) }
    }
    let shown = arguments.map { isPlain($0) ? $0 : quoted($0) }
    return "##stardose_annotateCommand=\(shown.joined(separator: " "))"
  }

  /// Text in double quotes: quotes and backslashes escaped, line ends and tabs as spaces.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in oneLine(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Text without what would end or damage a line.
  static func oneLine(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(
        scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return result
  }

  private static func plainOrQuoted(_ text: String) -> String {
    !text.isEmpty && text.utf8.allSatisfy(isPlainByte) ? text : quoted(text)
  }

  private static func identifier(_ text: String) -> String {
    let safe = text.utf8.map { isPlainByte($0) ? $0 : UInt8(ascii: "_") }
    return safe.isEmpty ? "_" : String(decoding: safe, as: UTF8.self)
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte || "_.-".utf8.contains(byte)
  }
}
