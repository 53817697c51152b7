/// StellarPGx' summary: sample and result, and a warning where it thinks of a novel allele.
///
/// Format: scripts/general/get_results_summary.sh of SBIMB/StellarPGx and the example in PharmCAT's
/// documentation, "Calling CYP2D6": no head, and the gene is not named, so that the file's name has to
/// name it. `No_call`, a warning, and likely background alleles in brackets are no call.
enum StellarSummary: OutsideFormat {
  static let caller = "StellarPGx"

  static func recognises(_ content: OutsideContent) -> Bool {
    !content.genesInName.isEmpty && content.lines.contains { $0.text.contains("*") }
      && content.lines.allSatisfy { row in
        (2...3).contains(row.cells.count) && !row.cells[0].isEmpty && !row.cells[0].contains("*")
          && !content.symbols.contains(row.cells[0].lowercased())
          && ["*", "[", "No_call", "Possible"].contains { row.cells[1].hasPrefix($0) }
      }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    let calls = content.lines.map { row in
      let result = row.cells[1]
      let warning = content.cell(row, 2)
      var marks: [String] = warning.isEmpty ? [] : ["says \(warning.quoted)"]
      let isSure = warning.isEmpty && result.hasPrefix("*")
      if !isSure, !StatedCall.isNoCall(result) { marks.append("says \(result.quoted)") }
      return StatedCall(
        sample: row.cells[0], subject: .callersOwn,
        alternatives: isSure ? StatedCall.alternatives(in: result) : [], marks: marks,
        line: row.number)
    }
    return OutsideStatements(caller: OutsideCaller(name: caller), calls: calls)
  }
}
