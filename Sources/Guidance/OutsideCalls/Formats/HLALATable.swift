/// HLA*PRG:LA's `R1_bestguess_G.txt` or `R1_bestguess.txt`: a row a locus and chromosome.
///
/// Format: README of DiltheyLab/HLA-LA, "Interpreting the output" (columns Locus, Chromosome, Allele,
/// Q1, ... proportionkMersCovered ...). Alleles that could not be told apart stand in one cell with
/// `;` between. Q1 and the k-mer share are said where they are not 1, which the README calls usual.
enum HLALATable: OutsideFormat {
  static let caller = "HLA*PRG:LA"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.head.starts(with: ["locus", "chromosome", "allele"])
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let kMers = content.head.firstIndex(of: "proportionkmerscovered")
    let quality = content.head.firstIndex(of: "q1")
    var typing = LocusTyping()
    for row in content.lines.dropFirst() {
      try content.require(content.head.count, in: row, of: caller)
      var marks: [String] = []
      for (index, name) in [(quality, "Q1"), (kMers, "share of k-mers")] {
        let cell = content.cell(row, index)
        if let value = Double(cell), value < 0.995 {
          marks.append("gives \(row.cells[2].quoted) the \(name) \(cell.quoted) where 1 is usual")
        }
      }
      typing.add(
        row.cells[2].split(separator: ";").map(\.trimmed), locus: row.cells[0], line: row.number,
        marks: marks)
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }
}
