/// T1K's `_genotype.tsv`: a row a gene, with name, abundance and quality of each allele.
///
/// Format: README of mourisl/T1K, "Input/Output": gene_name, num_diff_alleles, allele_1, abundance_1,
/// quality_1, allele_2, abundance_2, quality_2 and, in later versions, secondary alleles; there is no
/// head, but some pipelines add one, and the first version ends a row behind its last allele. `. 0 -1`
/// stands for a missing allele and for the second of a homozygous gene alike, so it is never read as
/// a second copy of the first. As the README recommends, alleles with a quality of 0 or less are left
/// out. Alleles that tie share a cell, with commas between.
enum T1KTable: OutsideFormat {
  static let caller = "T1K"

  static func recognises(_ content: OutsideContent) -> Bool {
    if content.head.starts(with: ["gene_name", "num_diff_alleles"]) { return true }
    return content.rows.allSatisfy(isRow)
      && content.rows.contains { $0.cells.count > 3 && $0.cells[2].contains("*") }
  }

  private static func isRow(_ row: OutsideContent.Line) -> Bool {
    guard row.cells.count > 1, let count = Int(row.cells[1]), (0...2).contains(count) else {
      return false
    }
    return row.cells.count == 2 || row.cells[2] == "." || row.cells[2].contains("*")
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var typing = LocusTyping()
    let hasHead = content.head.first == "gene_name"
    for row in content.rows.dropFirst(hasHead ? 1 : 0) {
      let count = Int(content.cell(row, 1)) ?? 2
      try content.require(2 + 3 * count, in: row, of: caller)
      typing.add([], locus: row.cells[0], line: row.number)
      for start in [2, 5] where row.cells.count > start + 2 && row.cells[start] != "." {
        let (name, quality) = (row.cells[start], row.cells[start + 2])
        guard let value = Double(quality), value > 0 else {
          typing.add(
            [], locus: row.cells[0], line: row.number,
            marks: ["gives \(name.quoted) a quality of \(quality), so it is left out"])
          continue
        }
        typing.add(
          name.split(separator: ",").map(\.trimmed), locus: row.cells[0], line: row.number)
      }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }
}
