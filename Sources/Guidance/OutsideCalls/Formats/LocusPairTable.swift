/// A typer's table with a row a locus and a column for each of two alleles: seq2HLA's
/// `.HLAgenotype4digits`, PHLAT's `_HLA.sum` and others.
///
/// Format: seq2HLA.py of TRON-Bioinformatics/seq2HLA, where it writes the genotype
/// (`#Locus`, `Allele 1`, `Confidence`, `Allele 2`, `Confidence`; an apostrophe behind an allele that is
/// ambiguous, `no` for none, `hoz(...)` for a homozygous locus); PHLAT (`Locus`, `Allele1`,
/// `Allele2`, `LLK1` ...) as remembered.
enum LocusPairTable: OutsideFormat {
  static let caller = "an HLA typer"

  private struct Columns {
    var line: Int
    var alleles: [Int]
    var name: String
  }

  static func recognises(_ content: OutsideContent) -> Bool {
    guard let columns = columns(content) else { return false }
    return content.rows.contains { row in
      row.number > columns.line
        && columns.alleles.contains { index in
          let cell = content.cell(row, index)
          return cell.contains("*") && (cell.contains(":") || columns.name == "seq2HLA")
        }
    }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    guard let columns = columns(content) else {
      return OutsideStatements(caller: OutsideCaller(name: caller), calls: [])
    }
    var typing = LocusTyping()
    for row in content.rows where row.number > columns.line {
      try content.require((columns.alleles.max() ?? 0) + 1, in: row, of: columns.name)
      typing.add([], locus: row.cells[0], line: row.number)
      for index in columns.alleles {
        let isTwice = row.cells[index].hasPrefix("hoz(")
        let cell = row.cells[isTwice ? columns.alleles[0] : index]
        guard cell.contains("*") || cell.contains(":") else { continue }
        let isDoubted = cell.hasSuffix("'")
        let allele = isDoubted ? String(cell.dropLast()) : cell
        typing.add(
          [allele], locus: row.cells[0], line: row.number,
          marks: isDoubted ? ["marks \(allele.quoted) as one of several that fit"] : [])
      }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: columns.name), calls: typing.statements(sample: nil))
  }

  private static func columns(_ content: OutsideContent) -> Columns? {
    let first = content.rows.first?.number ?? Int.max
    return content.lines.lazy.prefix { $0.number <= first }.compactMap { head in
      let names = head.cells.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
      guard ["locus", "gene", "hla", "hlagene", "hlalocus"].contains(names.first ?? ""),
        let one = names.firstIndex(of: "allele1"), let other = names.firstIndex(of: "allele2")
      else { return nil }
      let name =
        names.contains("confidence") && head.text.hasPrefix("#")
        ? "seq2HLA" : names.contains("llk1") ? "PHLAT" : caller
      return Columns(line: head.number, alleles: [one, other], name: name)
    }.first
  }
}
