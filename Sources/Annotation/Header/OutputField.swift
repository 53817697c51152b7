/// A field as it is written: what its INFO line declares.
package struct OutputField: Sendable, Hashable {
  /// The INFO key, or `ID` for the ID column.
  package let target: String
  package let type: IndexField.ValueType
  package let number: IndexField.Number
  /// The description, without quotes.
  package let summary: String

  /// A field of its parts.
  package init(
    target: String, type: IndexField.ValueType, number: IndexField.Number, summary: String
  ) {
    self.target = target
    self.type = type
    self.number = number
    self.summary = summary
  }

  /// What becomes of a source's field.
  ///
  /// - Parameter source: the source's name, for the description.
  package init(
    _ request: FieldRequest, of field: IndexField, match: MatchMode, source: String
  ) throws(HeaderError) {
    let reducer = request.reducer ?? .usual(for: match)
    if reducer.needsNumbers && field.type == .flag {
      throw HeaderError(
        place: source,
        reason: "\(reducer.rawValue) needs numbers but \(field.name) is a flag; "
          + "use count(\(field.name)) or flag(\(field.name))")
    }
    // The order of genotypes changes with the alleles, so the list would be of other genotypes.
    if field.number == .perGenotype && [.own, .first, .unique].contains(reducer) {
      throw HeaderError(
        place: source,
        reason: "\(field.name) has one value a genotype, which other alleles would disorder; "
          + "leave it out or reduce it, as in max(\(field.name))")
    }
    let output = reducer.outputType(of: field, match: match)
    self.init(
      target: request.target, type: output.type, number: output.number,
      summary: (field.summary.isEmpty ? field.name : field.summary) + " (from \(source))")
  }

  /// Whether it goes to the ID column, which needs no INFO line.
  package var isIdentifier: Bool { target == FieldRequest.identifierColumn }

  /// The INFO line, without its end.
  package var definition: String {
    "##INFO=<ID=\(target),Number=\(number.text),Type=\(type.rawValue),"
      + "Description=\(ProvenanceLine.quoted(summary))>"
  }

  /// Whether VCF allows a name as INFO key; `1000G` is the one that begins with a digit.
  package static func isKey(_ name: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { 65...90 ~= byte || 97...122 ~= byte || byte == 95 }
    guard let first = name.utf8.first else { return false }
    return name == "1000G"
      || isLetter(first)
        && name.utf8.allSatisfy { isLetter($0) || 48...57 ~= $0 || $0 == UInt8(ascii: ".") }
  }
}
