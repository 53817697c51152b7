/// A table with a row a sample and a column a gene, such as UrsaPGx' result as R writes it.
///
/// Format: README of coriell-research/ursaPGx (a DataFrame with samples as names of rows and a column
/// for each gene, `*4|*1`). R's `write.table` leaves out the head of the row names, so that the head may
/// be one cell shorter than the rows.
enum WideGeneTable: OutsideFormat {
  static let caller = "another program"

  static func recognises(_ content: OutsideContent) -> Bool {
    let columns = columns(content)
    let cells = content.rows.dropFirst().flatMap { row in
      columns.map { content.cell(row, $0.index) }
    }
    return !columns.isEmpty && cells.contains(where: isDiplotype)
      && cells.allSatisfy { isDiplotype($0) || StatedCall.isNoCall($0) }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let columns = columns(content)
    var calls: [StatedCall] = []
    for row in content.rows.dropFirst() {
      try content.require((columns.last?.index ?? 0) + 1, in: row, of: "its program")
      calls += columns.map { gene, index in
        StatedCall(
          sample: row.cells[0], subject: .symbol(gene),
          alternatives: StatedCall.alternatives(in: row.cells[index]), line: row.number)
      }
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }

  private static func columns(_ content: OutsideContent) -> [(gene: String, index: Int)] {
    guard let head = content.rows.first, let row = content.rows.dropFirst().first else { return [] }
    let shift = row.cells.count == head.cells.count + 1 ? 1 : 0
    return head.cells.enumerated().filter { index, cell in
      index + shift > 0 && content.symbols.contains(cell.lowercased())
    }.map { ($0.element, $0.offset + shift) }
  }

  private static func isDiplotype(_ cell: String) -> Bool {
    !cell.contains(":") && (cell.contains("/") || cell.contains("|"))
  }
}
