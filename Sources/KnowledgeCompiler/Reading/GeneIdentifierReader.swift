internal import Knowledge

/// Reads `gene-identifiers.tsv`: the HGNC ids of genes.
struct GeneIdentifierReader {
  let folder: SourceFolder

  private static let name = "gene-identifiers.tsv"

  /// The ids by symbol; empty where the table is not there.
  func read() -> [String: String] {
    guard folder.has(Self.name) else { return [:] }
    var ids: [String: String] = [:]
    for row in folder.table(Self.name, columns: "gene", "hgnc") {
      guard let gene = row.requiredText("gene"), let id = row.requiredText("hgnc") else { continue }
      guard id.hasPrefix("HGNC:"), Int(id.dropFirst(5)) != nil else {
        row.file.error(
          row.line, "the cell is no HGNC id", found: id, remedy: "write it as HGNC:2621")
        continue
      }
      if ids.updateValue(id, forKey: gene) != nil {
        row.file.error(
          row.line, "the gene stands in the table twice", found: gene, remedy: "keep one row")
      }
    }
    return ids
  }
}
