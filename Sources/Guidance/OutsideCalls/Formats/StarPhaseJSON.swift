/// pb-StarPhase's JSON: for each gene of `gene_details`, the diplotypes that match exactly.
///
/// Format: docs/user_guide.md of PacificBiosciences/pb-StarPhase, "Output call file". Several entries
/// of `diplotypes` are alternatives, none is no match, and HLA alleles have no star. Its
/// PharmCAT-ready TSV is read as a plain table.
enum StarPhaseJSON: OutsideFormat {
  static let caller = "pb-StarPhase"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.json?["pbstarphase_version"] != nil
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    guard let genes = content.json?["gene_details"], genes.isObject else {
      throw OutsideCallError(.lacks(caller: caller, part: "'gene_details'"), at: content.place(1))
    }
    var calls: [StatedCall] = []
    for gene in genes.members {
      guard let diplotypes = gene.value["diplotypes"], diplotypes.isArray else {
        throw OutsideCallError(
          .lacks(caller: caller, part: "'diplotypes' of \(gene.name.quoted)"),
          at: content.place(gene.line))
      }
      let alternatives = diplotypes.elements.map { diplotype in
        ["hap1", "hap2"].compactMap { diplotype[$0]?.word }
      }.filter { !$0.allSatisfy(StatedCall.isNoCall) }
      calls.append(
        StatedCall(
          subject: .symbol(gene.name), alternatives: alternatives,
          marks: alternatives.isEmpty ? ["found no diplotype that matches"] : [], line: gene.line))
    }
    return OutsideStatements(
      caller: OutsideCaller(name: caller, version: content.json?["pbstarphase_version"]?.word),
      calls: calls)
  }
}
