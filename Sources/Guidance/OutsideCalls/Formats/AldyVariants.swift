/// Aldy's VCF: a column for each solution, named `sample:number:diplotype`.
///
/// Format: `write_vcf` in aldy/diplotype.py of 0xTCG/aldy and its test file NA10860.vcf.expected
/// (`##source=aldy-v3.0`, `GENE=` in INFO, `Location within GENE` in the header). Several genes
/// follow one another, each with its own header.
enum AldyVariants: OutsideFormat {
  static let caller = "Aldy"

  static func recognises(_ content: OutsideContent) -> Bool {
    content.lines.first?.text.hasPrefix("##fileformat=VCF") ?? false
      && content.lines.contains { $0.text.lowercased().hasPrefix("##source=aldy") }
  }

  static func statements(
    in content: OutsideContent
  ) throws(OutsideCallError) -> OutsideStatements {
    var calls: [StatedCall] = []
    var gene: String?
    var version: String?
    for (index, row) in content.lines.enumerated() {
      let text = row.text
      if text.hasPrefix("##fileformat=") {
        gene = nil
      } else if text.lowercased().hasPrefix("##source=aldy-v") {
        version = String(text.dropFirst("##source=aldy-v".count)).trimmed
      } else if let found = text.firstRange(of: "Location within ") {
        gene = String(text[found.upperBound...].prefix { $0 != "\"" }).trimmed
      } else if text.hasPrefix("#CHROM") {
        gene = gene ?? Self.gene(in: content.lines.dropFirst(index + 1))
        guard let gene else {
          throw OutsideCallError(
            .lacks(caller: caller, part: "the gene, 'GENE=',"), at: content.place(row.number))
        }
        try add(row, of: gene, in: content, to: &calls)
      }
    }
    guard !calls.isEmpty else {
      throw OutsideCallError(
        .lacks(caller: caller, part: "the line '#CHROM' with a solution"), at: content.place(0))
    }
    return OutsideStatements(caller: OutsideCaller(name: caller, version: version), calls: calls)
  }

  /// The gene in INFO of the first record.
  private static func gene(in lines: ArraySlice<OutsideContent.Line>) -> String? {
    guard let record = lines.first, record.cells.count > 7, !record.text.hasPrefix("#") else {
      return nil
    }
    return record.cells[7].split(separator: ";").first { $0.hasPrefix("GENE=") }
      .map { String($0.dropFirst("GENE=".count)) }
  }

  private static func add(
    _ row: OutsideContent.Line, of gene: String, in content: OutsideContent,
    to calls: inout [StatedCall]
  ) throws(OutsideCallError) {
    for column in row.cells.dropFirst(9) {
      let parts = column.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 2, let diplotype = parts.last else {
        throw OutsideCallError(
          .lacks(caller: caller, part: "the diplotype in column \(column.quoted)"),
          at: content.place(row.number))
      }
      let sample = parts.dropLast(2).joined(separator: ":")
      let alternatives = StatedCall.alternatives(in: String(diplotype))
      if let known = calls.firstIndex(where: { $0.sample == sample && $0.subject == .symbol(gene) })
      {
        calls[known].alternatives += alternatives
      } else {
        calls.append(
          StatedCall(
            sample: sample, subject: .symbol(gene), alternatives: alternatives, line: row.number))
      }
    }
  }
}
