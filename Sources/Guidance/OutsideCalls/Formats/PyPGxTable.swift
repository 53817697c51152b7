/// The table in PyPGx' `results.zip`: a row a sample, and the gene in the archive's metadata.
///
/// Format: documentation of sbslee/pypgx, tutorials (`pypgx print-data ... results.zip`): columns
/// Genotype, Phenotype, Haplotype1, Haplotype2, AlternativePhase, VariantData, CNV behind an unnamed
/// column of samples; `metadata.txt` has `Gene=` and `SemanticType=SampleTable[Results]`. A male's X
/// chromosome is written `MALE/` and one haplotype.
enum PyPGxTable: OutsideFormat {
  static let caller = "PyPGx"
  /// What stands in place of a second haplotype where there is one X chromosome.
  static let oneX = "MALE"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.head.contains("genotype")
      && (content.head.contains("haplotype1") || content.metadata["SemanticType"] != nil)
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let type = content.metadata["SemanticType"] ?? "SampleTable[Results]"
    guard let genotype = content.head.firstIndex(of: "genotype"), type == "SampleTable[Results]"
    else {
      throw OutsideCallError(
        .lacks(caller: caller, part: "table of the type SampleTable[Results]"), at: content.place(1)
      )
    }
    let column = { (name: String) in content.head.firstIndex(of: name) }
    var calls: [StatedCall] = []
    for row in content.lines.dropFirst() {
      try content.require(content.head.count, in: row, of: caller)
      let phenotype = content.cell(row, column("phenotype"))
      calls.append(
        StatedCall(
          sample: row.cells[0],
          subject: content.metadata["Gene"].map { .symbol($0) } ?? .callersOwn,
          alternatives: StatedCall.alternatives(in: row.cells[genotype])
            .map { $0.filter { $0.uppercased() != oneX } },
          phenotype: phenotype.isEmpty ? nil : phenotype,
          marks: marks(
            otherPhase: content.cell(row, column("alternativephase")),
            copies: content.cell(row, column("cnv"))),
          line: row.number))
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }

  /// What the columns AlternativePhase and CNV say of a call.
  static func marks(otherPhase: String, copies: String) -> [String] {
    let others = otherPhase.split(separator: ";")
    return
      (others.isEmpty
      ? [] : ["lists \(others.joined(separator: ", ").quoted) for another phase"])
      + (copies.lowercased() == "indeterminate" ? ["could not settle the copy number"] : [])
  }
}
