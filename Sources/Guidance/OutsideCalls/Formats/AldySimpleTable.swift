/// Aldy's `--simple` table: sample, gene, then the major and the minor diplotype of each solution.
///
/// Format: aldy/genotype.py of 0xTCG/aldy, version 4, where it prints the simple output: no head, a tab
/// after each cell, and nothing behind the gene where it found no solution. Rows that give one
/// diplotype and no minor alleles are read alike, but are nobody's in particular.
enum AldySimpleTable: OutsideFormat {
  static let caller = "Aldy"

  static func recognises(_ content: OutsideContent) -> Bool {
    let rows = content.lines
    return rows.contains { content.symbols.contains(gene($0).lowercased()) }
      && rows.allSatisfy { row in
        row.cells.count > 1 && !row.text.hasPrefix("#") && !gene(row).contains("*")
          && !content.symbols.contains(row.cells[0].lowercased())
          && row.cells.dropFirst(2).allSatisfy { $0.isEmpty || $0.contains("*") }
      }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let calls = content.lines.map { row in
      let majors = row.cells.dropFirst(2).enumerated().filter { $0.offset % 2 == 0 }
      return StatedCall(
        sample: row.cells[0], subject: .symbol(gene(row)),
        alternatives: majors.flatMap { StatedCall.alternatives(in: $0.element) }, line: row.number)
    }
    let hasMinor = content.lines.contains { !content.cell($0, 3).isEmpty }
    return OutsideStatements(
      caller: OutsideCaller(name: hasMinor ? caller : GeneTable.caller), calls: calls)
  }

  private static func gene(_ row: OutsideContent.Line) -> String {
    row.cells.count > 1 ? row.cells[1] : ""
  }
}
