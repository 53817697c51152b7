/// A record for a table: the texts of its columns and the values it was annotated with.
package struct TableRecord: Sendable, Hashable {
  package var contig: ArraySlice<UInt8>
  package var position: ArraySlice<UInt8>
  package var id: ArraySlice<UInt8>
  package var reference: ArraySlice<UInt8>
  /// ALT as in the record, with its commas.
  package var alternates: ArraySlice<UInt8>
  package var filter: ArraySlice<UInt8>
  /// For each field the text of each ALT, nil where there is none and empty for a flag that is
  /// set. One text alone is that of every ALT.
  package var values: [[[UInt8]?]]

  /// A record of its parts.
  package init(
    contig: ArraySlice<UInt8>, position: ArraySlice<UInt8>, id: ArraySlice<UInt8>,
    reference: ArraySlice<UInt8>, alternates: ArraySlice<UInt8>, filter: ArraySlice<UInt8>,
    values: [[[UInt8]?]]
  ) {
    self.contig = contig
    self.position = position
    self.id = id
    self.reference = reference
    self.alternates = alternates
    self.filter = filter
    self.values = values
  }

  /// The alternate alleles; `.` alone if there is none.
  var alleles: [ArraySlice<UInt8>] {
    alternates.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  }

  /// A field's text for an allele; nil if missing.
  func value(_ field: Int, allele: Int) -> [UInt8]? {
    let texts = values[field]
    guard texts.count != 1 else { return texts[0] }
    return allele < texts.count ? texts[allele] : nil
  }

  /// Whether a column's text says that there is none.
  static func isMissing(_ text: some Collection<UInt8>) -> Bool {
    text.isEmpty || text.count == 1 && text.first == UInt8(ascii: ".")
  }
}
