/// HLA-HD's `_final.result.txt`: a row a locus, with its name and two alleles or more.
///
/// Format: as public pipelines that read the file describe it (`A<tab>HLA-A*02:01:01<tab>...`,
/// `Not typed` for a locus without a result, `-` for an allele that is not given). A dash is not read
/// as a second copy of the first allele, and more than two alleles are no call.
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
      typing.add(
        [], locus: row.cells[0], line: row.number,
        marks: isPair ? [] : ["lists \(named.count) alleles where two are the most"])
      for name in isPair ? named : [] {
        typing.add([name], locus: row.cells[0], line: row.number)
      }
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }
}
