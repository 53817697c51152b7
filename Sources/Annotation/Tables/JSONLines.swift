/// JSON Lines: one object for each record.
///
///     {"contig":"chr1","position":100,"id":null,"reference":"A","filter":"PASS",
///      "alternates":[{"allele":"G","AF":0.1,"tags":["a","b"],"DB":true}]}
///
/// A field with any number of values is an array, other numbers are the source's text if JSON
/// takes it for a number and a string otherwise (`NaN`, `.5`). A value that is missing is left
/// out, a missing element is null. Strings are percent-decoded; bytes that are not UTF-8 are
/// replaced. A field whose name is `allele` is written as `INFO/allele`.
package struct JSONLines: Sendable {
  private struct Member: Sendable {
    let key: [UInt8]
    let field: OutputField
    let index: Int
  }

  private let members: [Member]

  /// Objects with these fields in each alternate allele.
  package init(fields: [OutputField]) {
    members = fields.indices.filter { !fields[$0].isIdentifier }.map { index in
      let name = fields[index].target
      var key = Array(",".utf8)
      JSONText.append(Array((name == "allele" ? "INFO/allele" : name).utf8)[...], to: &key)
      key.append(UInt8(ascii: ":"))
      return Member(key: key, field: fields[index], index: index)
    }
  }

  /// Adds a record's object and a line end.
  package func append(_ record: TableRecord, to output: inout [UInt8]) {
    output += Array("{\"contig\":".utf8)
    JSONText.append(record.contig, to: &output)
    output += Array(",\"position\":".utf8)
    appendNumber(record.position, to: &output)
    output += Array(",\"id\":".utf8)
    appendText(record.id, to: &output)
    output += Array(",\"reference\":".utf8)
    JSONText.append(record.reference, to: &output)
    output += Array(",\"filter\":".utf8)
    appendText(record.filter, to: &output)
    output += Array(",\"alternates\":[".utf8)
    for (index, allele) in record.alleles.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output += Array("{\"allele\":".utf8)
      JSONText.append(allele, to: &output)
      for member in members {
        guard let value = record.value(member.index, allele: index) else { continue }
        append(value, of: member, to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
    output += Array("]}\n".utf8)
  }

  private func append(_ value: [UInt8], of member: Member, to output: inout [UInt8]) {
    let field = member.field
    if field.type == .flag {
      output += member.key
      output += Array("true".utf8)
      return
    }
    if TableRecord.isMissing(value) { return }
    output += member.key
    switch field.number {
    case .count(1), .perAlternate, .perAllele: append(value[...], field.type, to: &output)
    case .count, .perGenotype, .unbounded:
      output.append(UInt8(ascii: "["))
      let elements = value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      for (index, element) in elements.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        append(element, field.type, to: &output)
      }
      output.append(UInt8(ascii: "]"))
    }
  }

  private func append(
    _ text: ArraySlice<UInt8>, _ type: IndexField.ValueType, to output: inout [UInt8]
  ) {
    switch type {
    case .integer, .float: appendNumber(text, to: &output)
    case .flag, .character, .string: appendText(text, to: &output)
    }
  }

  private func appendNumber(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if NumberText.isJSON(text) { output += text } else { appendText(text, to: &output) }
  }

  private func appendText(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if TableRecord.isMissing(text) {
      output += Array("null".utf8)
    } else {
      JSONText.append(InfoText.decode(text)[...], to: &output)
    }
  }
}
