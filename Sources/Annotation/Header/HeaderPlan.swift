/// The header of the output: each line of the input as it stands, and those that are added.
package struct HeaderPlan: Sendable, Hashable {
  /// The whole header, the column line included.
  package let outputHeader: [UInt8]
  /// The keys that got a new INFO line, in the order of their lines.
  package let added: [String]

  /// Plans a header.
  ///
  /// New INFO lines follow the last of the input, or come before `#CHROM` if it has none;
  /// provenance comes right before `#CHROM`. Added lines end as the file's first line does.
  ///
  /// - Parameters:
  ///   - inputHeader: all lines up to and with `#CHROM`, as they are.
  ///   - fields: what is written; fields for the ID column need no line.
  ///   - provenance: whole lines, without their ends.
  ///   - samples: the samples kept; nil keeps the column line as it is.
  /// - Throws: for a key that can't be one, is written twice or is declared otherwise.
  package init(
    inputHeader: [UInt8], fields: [OutputField], provenance: [String],
    samples: SampleSubset? = nil
  ) throws(HeaderError) {
    guard let text = HeaderText(inputHeader) else {
      throw HeaderError(
        place: "header", reason: "no line begins with '#CHROM'; give a file with its whole header")
    }
    let before = text.lines[..<text.columnLine]
    let declared = before.indices.compactMap { index in
      HeaderLine(info: before[index]).map { (index: index, line: $0) }
    }
    let new = try Self.undeclared(fields, declared: declared.map(\.line))
    let isInfo = { (line: ArraySlice<UInt8>) in line.starts(with: Array("##INFO=".utf8)) }
    let place = before.lastIndex(where: isInfo).map { $0 + 1 } ?? text.columnLine
    let append = { (line: String, output: inout [UInt8]) in
      output += Array(ProvenanceLine.oneLine(line).utf8) + text.lineEnd
    }
    var output: [UInt8] = []
    output.reserveCapacity(inputHeader.count + 256 * (new.count + provenance.count))
    for line in before[..<place] { output += line }
    for field in new { append(field.definition, &output) }
    for line in before[place...] { output += line }
    for line in provenance { append(line, &output) }
    output += samples?.columnLine ?? Array(text.columns)
    output += text.columnsEnd
    for line in text.lines[(text.columnLine + 1)...] { output += line }
    outputHeader = output
    added = new.map(\.target)
  }

  /// The fields that need a line.
  private static func undeclared(
    _ fields: [OutputField], declared: [HeaderLine]
  ) throws(HeaderError) -> [OutputField] {
    var seen: Set<String> = []
    var new: [OutputField] = []
    for field in fields {
      let key = field.target
      guard OutputField.isKey(key) else {
        throw HeaderError(
          place: "INFO key \(SpecificationError.quoted(key))",
          reason: "VCF allows a letter or '_' before letters, digits, '_' and '.' only; "
            + "rename it with NEW=NAME")
      }
      guard seen.insert(key).inserted else {
        throw HeaderError(
          place: "INFO key '\(key)'",
          reason: "two fields would be written to it; rename one with NEW=NAME or prefix=")
      }
      if field.isIdentifier { continue }
      let lines = declared.filter { $0.key == key }
      for line in lines
      where line.number != field.number.text || line.type != field.type.rawValue {
        throw HeaderError(
          place: "INFO key '\(key)'",
          reason: "the input declares Number=\(shown(line.number)), Type=\(shown(line.type)) where "
            + "the source needs Number=\(field.number.text), Type=\(field.type.rawValue); "
            + "rename it with NEW=NAME or prefix=")
      }
      if lines.isEmpty { new.append(field) }
    }
    return new
  }

  private static func shown(_ value: String?) -> String {
    value.map { SpecificationError.quoted($0, limit: 20) } ?? "nothing"
  }
}
