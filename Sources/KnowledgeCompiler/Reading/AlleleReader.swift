internal import Knowledge

/// Reads `alleles` of a gene.
struct AlleleReader {
  let file: SourceFile
  let positions: PositionTable

  /// Each allele that could be read, with its line.
  func read(_ gene: SourceFields) -> [(value: NamedAllele, line: Int)] {
    var names: Set<String> = []
    return gene.list("alleles").compactMap { item in
      guard
        let fields = item.fields(
          of: "an allele", "name", "function", "activity", "cells", "reportedAs"),
        let name = fields.requiredText("name")
      else { return nil }
      guard names.insert(name).inserted else {
        file.error(
          item.line, "two alleles have the same name", found: name, remedy: "keep one of them")
        return nil
      }
      let allele = NamedAllele(
        name: name, function: fields.text("function"), activity: activity(fields),
        cells: cells(fields, of: name), reportedAs: fields.text("reportedAs"))
      return (allele, item.line)
    }
  }

  private func activity(_ fields: SourceFields) -> ActivityScore? {
    guard let text = fields.text("activity") else { return nil }
    if let score = ActivityScore(text) { return score }
    fields["activity"]?.error(
      "'activity' of an allele is no activity value", remedy: "write it as 0.25 or ≥3.0")
    return nil
  }

  private func cells(_ fields: SourceFields, of name: String) -> [NamedAllele.Cell] {
    guard let value = fields["cells"] else { return [] }
    let what = "allele '\(name)'"
    return value.entries("'cells' of \(what)").compactMap { key, value in
      guard let text = value.text("a cell of \(what)"),
        let index = positions.index(key, namedBy: what, in: file)
      else { return nil }
      let known = positions.values[index].alleles
      var accepted: UInt16 = 0
      for part in text.split(separator: "/", omittingEmptySubsequences: false) {
        guard let bit = known.firstIndex(of: String(part)) else {
          value.error(
            "\(what) names an allele that position '\(key.text)' does not have",
            found: String(part), remedy: "use one of \(known.joined(separator: ", "))")
          return nil
        }
        accepted |= 1 << UInt16(bit)
      }
      return NamedAllele.Cell(position: index, accepted: accepted)
    }.sorted { $0.position < $1.position }
  }
}
