/// Tab-separated rows, one for each alternate allele.
///
/// What is missing is `.`, a flag that is set is `1`. Values are percent-decoded; a tab, line end
/// or backslash in one is written as `\t`, `\n`, `\r` or `\\`.
package struct TabularRows: Sendable {
  private let fields: [OutputField]

  /// Rows with these fields behind CHROM, POS, ID, REF and ALT.
  package init(fields: [OutputField]) { self.fields = fields }

  /// Adds the line of names, which comes once.
  package func appendHeader(to output: inout [UInt8]) {
    let names = ["CHROM", "POS", "ID", "REF", "ALT"]
    let targets = fields.filter { !$0.isIdentifier }.map(\.target)
    output += Array((names + targets).joined(separator: "\t").utf8)
    output.append(UInt8(ascii: "\n"))
  }

  /// Adds a record's rows.
  package func append(_ record: TableRecord, to output: inout [UInt8]) {
    for (index, allele) in record.alleles.enumerated() {
      for column in [record.contig, record.position, record.id, record.reference] {
        output += column.isEmpty ? [UInt8(ascii: ".")] : column
        output.append(UInt8(ascii: "\t"))
      }
      output += allele
      for (column, field) in fields.enumerated() where !field.isIdentifier {
        output.append(UInt8(ascii: "\t"))
        append(record.value(column, allele: index), of: field, to: &output)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }

  private func append(_ value: [UInt8]?, of field: OutputField, to output: inout [UInt8]) {
    guard let value else { return output.append(UInt8(ascii: ".")) }
    if field.type == .flag { return output.append(UInt8(ascii: "1")) }
    if value.isEmpty { return output.append(UInt8(ascii: ".")) }
    for byte in InfoText.decode(value[...]) {
      switch byte {
      case 9: output += Array("\\t".utf8)
      case 10: output += Array("\\n".utf8)
      case 13: output += Array("\\r".utf8)
      case UInt8(ascii: "\\"): output += Array("\\\\".utf8)
      default: output.append(byte)
      }
    }
  }
}
