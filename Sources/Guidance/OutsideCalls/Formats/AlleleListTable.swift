/// A typer's list of alleles, a row each, with figures behind them and no head: T1K's `_allele.tsv`,
/// Kourami's `.result`, or names alone.
///
/// Format: README of mourisl/T1K ("the representative alleles with all digits and its quality score")
/// and, for Kourami, README of Kingsford-Group/kourami and public pipelines that read it (allele,
/// matched bases, identity, lengths; alleles that could not be told apart with `;` between).
enum AlleleListTable: OutsideFormat {
  static let caller = "an HLA typer"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.rows.contains { $0.cells[0].contains(":") } && content.rows.allSatisfy(isRow)
  }

  private static func isRow(_ row: OutsideContent.Line) -> Bool {
    let names = alleles(row.cells[0])
    return !names.isEmpty && names.allSatisfy { locus($0) != nil }
      && Set(names.compactMap(locus)).count == 1
      && row.cells.dropFirst().allSatisfy { $0.isEmpty || Double($0) != nil }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let width = content.rows.map(\.cells.count).max() ?? 1
    var typing = LocusTyping()
    for row in content.rows {
      let names = alleles(row.cells[0])
      guard let locus = names.first.flatMap(locus) else { continue }
      if width == 2, let quality = Double(content.cell(row, 1)), quality <= 0 {
        typing.add(
          [], locus: locus, line: row.number,
          marks: [
            "gives \(row.cells[0].quoted) a quality of \(row.cells[1]), so it is left out"
          ])
      } else {
        typing.add(names, locus: locus, line: row.number)
      }
    }
    let name = width == 2 ? T1KTable.caller : width > 5 ? "Kourami" : caller
    return OutsideStatements(
      caller: OutsideCaller(name: name), calls: typing.statements(sample: nil))
  }

  private static func alleles(_ cell: String) -> [String] {
    cell.split { $0 == ";" || $0 == "," }.map(\.trimmed)
  }

  /// `A` of `A*02:01`; nil for anything that is not a locus, a star and fields.
  private static func locus(_ allele: String) -> String? {
    guard let star = allele.firstIndex(of: "*"), allele[star...].count > 2,
      allele[..<star].first?.isLetter ?? false,
      allele.allSatisfy({ $0.isLetter || $0.isNumber || "*:-".contains($0) })
    else { return nil }
    return String(allele[..<star])
  }
}
