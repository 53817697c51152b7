/// A table whose head names its columns: a row a gene, and often a sample, in any order of columns.
///
/// Seen so: PyPGx' results of many genes as pipelines join them (`Symbol`, `SampleName`, `Genotype`,
/// `Phenotype`, `Haplotype1` ...), UrsaPGx' and laboratories' lists (`sample`, `gene`, `diplotype`),
/// the tables of DRAGEN's star-allele caller (`Gene`, `Genotype`) and PharmCAT's report as a table. A table
/// with gene, diplotype, phenotype and activity score in this order and without samples is a plain
/// one, not one of these: what it states of the phenotype is a laboratory's word.
enum GeneTable: OutsideFormat {
  static let caller = "another program"

  private struct Columns {
    var line: Int
    var gene: Int
    var diplotype: Int?
    var haplotypes: [Int]
    var sample: Int?
    var phenotype: Int?
    var score: Int?
    var alternativePhase: Int?
    var copies: Int?
    var isProgram: Bool
    var isPharmCAT: Bool

    var caller: String {
      if alternativePhase != nil { return PyPGxTable.caller }
      return isPharmCAT ? PharmCATJSON.caller : GeneTable.caller
    }

    var isPlain: Bool {
      !isProgram && !isPharmCAT && gene == 0 && diplotype == 1 && sample == nil
        && (phenotype ?? 2) == 2
        && (score ?? 3) == 3
        && alternativePhase == nil
    }
  }

  static func recognises(_ content: OutsideContent) -> Bool {
    columns(content).map { !$0.isPlain } ?? false
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    guard let columns = columns(content) else {
      return OutsideStatements(caller: OutsideCaller(name: caller), calls: [])
    }
    var calls: [StatedCall] = []
    let needed =
      ([columns.gene, columns.diplotype].compactMap { $0 } + columns.haplotypes).max() ?? 0
    for row in content.rows where row.number > columns.line {
      try content.require(needed + 1, in: row, of: "its program")
      let phenotype = content.cell(row, columns.phenotype)
      let score = content.cell(row, columns.score)
      calls.append(
        StatedCall(
          sample: columns.sample.map { content.cell(row, $0) },
          subject: .locus(row.cells[columns.gene]), alternatives: alternatives(in: row, columns),
          phenotype: phenotype.isEmpty ? nil : phenotype, score: score.isEmpty ? nil : score,
          marks: PyPGxTable.marks(
            otherPhase: content.cell(row, columns.alternativePhase),
            copies: content.cell(row, columns.copies)),
          line: row.number))
    }
    return OutsideStatements(caller: OutsideCaller(name: columns.caller), calls: calls)
  }

  private static func alternatives(in row: OutsideContent.Line, _ columns: Columns) -> [[String]] {
    if let diplotype = columns.diplotype {
      return StatedCall.alternatives(in: row.cells[diplotype])
        .map { $0.filter { $0.uppercased() != PyPGxTable.oneX } }
    }
    let names = columns.haplotypes.map { row.cells[$0] }
    if names.allSatisfy(StatedCall.isNoCall) { return [] }
    // A typer's missing allele leaves the other one as it is; half a diplotype is none.
    let isTyped = names.contains { $0.contains(":") }
    return [isTyped ? names.filter { !StatedCall.isNoCall($0) } : names]
  }

  /// What the head says of the columns: the first row or the second, or a comment before it.
  private static func columns(_ content: OutsideContent) -> Columns? {
    let last = content.rows.prefix(2).last?.number ?? Int.max
    return content.lines.lazy.prefix { $0.number <= last }.compactMap(columns).first
  }

  private static func columns(_ head: OutsideContent.Line) -> Columns? {
    let names = head.cells.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    let index = { (wanted: [String]) in names.firstIndex(where: wanted.contains) }
    guard let gene = index(["gene", "symbol", "genesymbol", "genename", "locus"]) else {
      return nil
    }
    let diplotype = index([
      "diplotype", "diplotypes", "genotype", "genotypes", "sourcediplotype", "diplotypecall",
      "genotypecall", "starallelegenotype",
    ])
    let pairs = [
      ["haplotype1", "haplotype2"], ["allele1", "allele2"], ["hap1", "hap2"],
      ["hap1main", "hap2main"],
    ]
    let pair = pairs.first { pair in pair.allSatisfy(names.contains) } ?? []
    guard diplotype != nil || !pair.isEmpty else { return nil }
    return Columns(
      line: head.number, gene: gene, diplotype: diplotype,
      haplotypes: diplotype == nil ? pair.compactMap { names.firstIndex(of: $0) } : [],
      sample: index(["sample", "samplename", "sampleid", "subject", "subjectid"]),
      phenotype: index([
        "phenotype", "phenotypes", "metabolizerstatus", "metaboliserstatus", "metabolismstatus",
        "predictedphenotype",
      ]),
      score: index(["activityscore", "totalactivityscore"]),
      alternativePhase: index(["alternativephase"]), copies: index(["cnv"]),
      isProgram: diplotype.map { names[$0].hasPrefix("genotype") } ?? false,
      isPharmCAT: names.contains("recommendationlookupdiplotype"))
  }
}
