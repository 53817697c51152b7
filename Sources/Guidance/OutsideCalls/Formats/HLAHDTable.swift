/// HLA-HD's `_final.result.txt`: a row a locus, with its name and two alleles or more.
///
/// Format: as public pipelines that read the file describe it (`A<tab>HLA-A*02:01:01<tab>...`,
/// `Not typed` for a locus without a result). A dash behind one allele stands for two equal ones, as
/// those pipelines read it for the classical loci. More than two alleles are no call.
enum HLAHDTable: OutsideFormat {
  static let caller = "HLA-HD"

  static func recognises(_ content: OutsideContent) -> Bool {
    !content.rows.isEmpty && content.rows.allSatisfy(isRow)
      && content.rows.contains { $0.cells.contains { $0.contains("*") } }
  }

  private static func isRow(_ row: OutsideContent.Line) -> Bool {
    guard row.cells.count >= 3, let locus = row.cells.first, !locus.isEmpty else { return false }
    let short = locus.split(separator: "-").last.map(String.init) ?? locus
    return row.cells.dropFirst().allSatisfy { cell in
      if StatedCall.isNoCall(cell) { return true }
      guard let star = cell.firstIndex(of: "*"), !cell.contains("/") else { return false }
      let written = cell[..<star].split(separator: "-").last.map(String.init)
      return written == short
    }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var typing = LocusTyping()
    for row in content.rows {
      let named = row.cells.dropFirst().filter { !StatedCall.isNoCall($0) }
      let isPair = named.count <= 2
      let isTwice = named.count == 1 && row.cells[2] == "-"
      var marks: [String] = []
      if !isPair { marks.append("lists \(named.count) alleles where two are the most") }
      if isTwice {
        marks.append("writes \(named[0].quoted) once, as it does for two equal alleles")
      }
      typing.add([], locus: row.cells[0], line: row.number, marks: marks)
      for name in isTwice ? named + named : isPair ? named : [] {
        typing.add([name], locus: row.cells[0], line: row.number)
      }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }
}
