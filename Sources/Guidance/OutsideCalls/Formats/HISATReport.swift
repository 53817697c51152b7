/// HISAT-genotype's `.report`: for each locus, alleles ranked by their abundance.
///
/// Format: tutorial of DaehwanKimLab/hisat-genotype (`1 ranked A*02:01:01:01 (abundance: 54.32%)`), which
/// says that normally the first two are the sample's. The abundance of the second is told where
/// it is under a fifth, as noise may be.
enum HISATReport: OutsideFormat {
  static let caller = "HISAT-genotype"
  private static let mark = " ranked "

  static func recognises(_ content: OutsideContent) -> Bool {
    content.lines.contains { ranked($0.text) != nil }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var typing = LocusTyping()
    var seen: Set<String> = []
    for row in content.lines {
      guard let found = ranked(row.text), found.rank < 3,
        let star = found.allele.firstIndex(of: "*")
      else { continue }
      let locus = String(found.allele[..<star])
      guard seen.insert("\(locus) \(found.rank)").inserted else { continue }
      let isFaint = found.rank == 2 && found.share < 20
      typing.add(
        [found.allele], locus: locus, line: row.number,
        marks: isFaint
          ? ["gives \(found.allele.quoted) an abundance of \(found.share) % only"] : [])
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller), calls: typing.statements(sample: nil))
  }

  private static func ranked(_ text: String) -> (rank: Int, allele: String, share: Double)? {
    guard let found = text.firstRange(of: mark), let rank = Int(text[..<found.lowerBound].trimmed),
      let open = text.firstRange(of: " (abundance: "), found.upperBound < open.lowerBound
    else { return nil }
    let share = text[open.upperBound...].prefix { $0 != "%" }
    guard let value = Double(share) else { return nil }
    return (rank, text[found.upperBound..<open.lowerBound].trimmed, value)
  }
}
