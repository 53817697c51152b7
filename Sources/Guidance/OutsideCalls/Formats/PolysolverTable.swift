/// Polysolver's `winners.hla.txt`: a row a locus, with two alleles spelled `hla_a_02_01_01_01`.
///
/// Format: as public pipelines that read the file use it.
enum PolysolverTable: OutsideFormat {
  static let caller = "Polysolver"

  static func recognises(_ content: OutsideContent) -> Bool {
    !content.rows.isEmpty
      && content.rows.allSatisfy { row in
        row.cells.count > 1 && row.cells[0].uppercased().hasPrefix("HLA")
          && row.cells.dropFirst().allSatisfy { $0.lowercased().hasPrefix("hla_") }
      }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var typing = LocusTyping()
    for row in content.rows {
      try content.require(3, in: row, of: caller)
      for cell in row.cells.dropFirst() {
        let parts = cell.uppercased().split(separator: "_")
        typing.add(
          ["*" + parts.dropFirst(2).joined(separator: ":")], locus: row.cells[0], line: row.number)
      }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }
}
