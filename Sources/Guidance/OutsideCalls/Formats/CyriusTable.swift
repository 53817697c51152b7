/// Cyrius' `.tsv`: a row a sample with the columns Sample, Genotype and Filter.
///
/// Format: README of Illumina/Cyrius, "Interpreting the output". DRAGEN wrote the same three columns
/// to `<prefix>.cyp2d6.tsv`. Derived programs add columns after these; they are not read.
enum CyriusTable: OutsideFormat {
  static let caller = "Cyrius"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.head.starts(with: ["sample", "genotype", "filter"])
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var calls: [StatedCall] = []
    for row in content.lines.dropFirst() {
      try content.require(3, in: row, of: caller)
      let (alternatives, marks) = CyriusFilter.reading(
        genotype: row.cells[1], filter: row.cells[2])
      calls.append(
        StatedCall(
          sample: row.cells[0], subject: .callersOwn, alternatives: alternatives, marks: marks,
          line: row.number))
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }
}
