import Foundation

/// The rows of `cpic_new_2024_2025.json`, whose look-up values are spelled as a person wrote them.
enum TranscribedRows {
  /// Reads the file; gradings of rows without advice are its text.
  static func read() throws -> [SourceRow] {
    let root = try ReferenceFolder.json("cpic/cpic_new_2024_2025.json") as? [String: Any]
    let items = root?["items"] as? [[String: Any]] ?? []
    return items.flatMap { item -> [SourceRow] in
      let words = (item["guideline"] as? String ?? "").split(separator: " ").map(String.init)
      guard words.count > 2, let rows = item["rows"] as? [[String: String]] else { return [] }
      let gene = words[2]
      let isScored = rows.contains { scores[$0[gene] ?? ""] != nil }
      return rows.map { row in
        let grade = row["class"] ?? ""
        let text = row["recommendation"] ?? grade
        return SourceRow(
          id: "transcribed \(words[0]) \(row[gene] ?? "")", source: item["source"] as? String ?? "",
          drug: words[1], guideline: words[0],
          lookup: [gene: .text(key(row[gene] ?? "", isScored))],
          population: "", strength: grade, text: text,
          edition: "2025-11", hasSourceID: false)
      }
    }
  }

  /// The score at the upper end of a phenotype whose row states its scores.
  private static let scores = [
    "Ultrarapid (>2.25)": "≥2.5", "Normal 1.25-2.25": "2.25", "Intermediate 0<x<1.25": "1.0",
    "Poor 0": "0.0",
  ]

  private static func key(_ text: String, _ isScored: Bool) -> String {
    scores[text] ?? (isScored && text == "Indeterminate" ? "n/a" : text)
  }
}
