import Foundation

/// Rows of the complete tables whose text a guideline's page has changed since.
///
/// The tables are of March 2024, the pages of January 2025. One change lies between: carriers of an
/// intermediate result in both genes of the thiopurines start lower than with one such gene.
enum AmendedRows {
  /// The rows with the text their page has now.
  static func read(of rows: [SourceRow]) throws -> [SourceRow] {
    let path = "clinpgx/guideline_annotations.2025-01-05.compact.json"
    let pages = try ReferenceFolder.json(path) as? [[String: Any]] ?? []
    let cells = Dictionary(
      pages.compactMap { page -> (String, String)? in
        guard let id = page["id"] as? String, let text = page["text"] as? String,
          text.contains("intermediate metabolizers of both")
        else { return nil }
        return text.components(separatedBy: " | ").first { lowered.matches($0) }.map { (id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    let intermediate: Set<LookupValue> = [
      .text("Intermediate Metabolizer"), .text("Possible Intermediate Metabolizer"),
    ]
    return rows.compactMap { row in
      guard let text = cells[row.guideline], row.lookup.count == 2,
        row.lookup.values.allSatisfy(intermediate.contains)
      else { return nil }
      var amended = row
      amended.text = text
      amended.edition = "2025-01-05"
      return amended
    }
  }

  private static let lowered = Pattern("\\(20%?( to |-)50% of normal dose\\)")
}
