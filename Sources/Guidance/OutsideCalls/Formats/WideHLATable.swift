/// A table with two columns a locus: OptiType's `_result.tsv`, DRAGEN's `.hla.tsv`, SpecHLA's
/// `hla.result.txt` and the tables of sample and alleles that arcasHLA takes.
///
/// Format: PharmCAT's documentation, "Calling HLA" (OptiType: an unnamed column of solution numbers,
/// then A1, A2, B1, B2, C1, C2, Reads, Objective; the best solution first, empty cells for loci that
/// were not typed), and README of RabadanLab/arcasHLA, "Input: HLA tsv" (subject, A1, A2 ...).
/// Columns may also be spelled `HLA_A_1`.
enum WideHLATable: OutsideFormat {
  static let caller = "an HLA typer"

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let head = content.rows.first else { return false }
    let loci = columns(head.cells)
    return loci.count >= 2 && loci.count % 2 == 0
      && loci.allSatisfy { one in loci.filter { $0.locus == one.locus }.count == 2 }
      && content.rows.dropFirst().contains { row in
        loci.contains { content.cell(row, $0.index).contains("*") }
      }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    guard let head = content.rows.first else {
      return OutsideStatements(caller: OutsideCaller(name: caller), calls: [])
    }
    let loci = columns(head.cells)
    let isOptiType = Set(["reads", "objective"]).isSubset(of: head.cells.map { $0.lowercased() })
    let sampleColumn = isOptiType ? nil : loci.first?.index == 0 ? nil : 0
    var calls: [StatedCall] = []
    let rows = content.rows.dropFirst()
    for row in isOptiType ? rows.prefix(1) : rows {
      try content.require(head.cells.count, in: row, of: isOptiType ? "OptiType" : caller)
      var typing = LocusTyping()
      for (locus, index) in loci {
        typing.add(
          [content.cell(row, index)], locus: locus, line: row.number,
          marks: isOptiType && rows.count > 1
            ? ["lists \(rows.count - 1) solutions that fit less well; they are left out"] : [])
      }
      calls += typing.statements(sample: sampleColumn.map { content.cell(row, $0) })
    }
    return OutsideStatements(
      caller: OutsideCaller(name: isOptiType ? "OptiType" : caller), calls: calls)
  }

  /// The columns that are of a locus: a name of letters and digits that ends in 1 or 2.
  private static func columns(_ head: [String]) -> [(locus: String, index: Int)] {
    head.enumerated().compactMap { index, name in
      let text = name.uppercased().replacing("-", with: "_")
      let short = text.hasPrefix("HLA_") ? text.dropFirst(4) : text[...]
      guard let last = short.last, last == "1" || last == "2" else { return nil }
      var locus = short.dropLast()
      if locus.last == "_" { locus = locus.dropLast() }
      guard !locus.isEmpty, locus.count <= 4, locus.allSatisfy({ $0.isLetter || $0.isNumber }),
        locus.first?.isLetter == true
      else { return nil }
      return (String(locus), index)
    }
  }
}
