/// Stargazer's genotype table: a row a sample, with the main haplotype of each chromosome.
///
/// Format: as public pipelines that read `genotype-calls.tsv` and `genotype.txt` of its first version use
/// it (`name`, `status`, `hap1_main`, `hap2_main`, ..., `phenotype`, `dip_sv`). The gene is not named.
enum StargazerTable: OutsideFormat {
  static let caller = "Stargazer"

  static func recognises(_ content: OutsideContent) -> Bool {
    Set(["hap1_main", "hap2_main"]).isSubset(of: content.head)
      && !content.head.contains("gene")
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let column = { (name: String) in content.head.firstIndex(of: name) }
    var calls: [StatedCall] = []
    for row in content.lines.dropFirst() {
      try content.require(content.head.count, in: row, of: caller)
      let names = ["hap1_main", "hap2_main"].map { content.cell(row, column($0)) }
      let phenotype = content.cell(row, column("phenotype"))
      calls.append(
        StatedCall(
          sample: row.cells[0], subject: .callersOwn,
          alternatives: names.allSatisfy(StatedCall.isNoCall) ? [] : [names],
          phenotype: phenotype.isEmpty ? nil : phenotype, line: row.number))
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }
}
