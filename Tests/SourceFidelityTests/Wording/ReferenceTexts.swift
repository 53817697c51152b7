import Foundation

/// Every text of the sources, each once.
struct ReferenceTexts {
  private(set) var texts: [OverlapFinder.Place] = []
  private var seen: Set<String> = []

  /// Reads the tables and documents that hold sentences.
  init() throws {
    for path in Self.tables { try addTable(path) }
    for path in Self.documents { add(try ReferenceFolder.json(path), path) }
    for file in try ReferenceFolder.files(in: "pharmcat/guidelines_2024-03", "json") {
      add(
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)), file.lastPathComponent)
    }
    let labels = "fda/fda_label_pgx_excerpts.jsonl"
    let lines = try String(contentsOf: ReferenceFolder.file(labels), encoding: .utf8)
    for line in lines.split(separator: "\n") {
      add(try JSONSerialization.jsonObject(with: Data(line.utf8)), labels)
    }
    try addGenotypeTexts()
  }

  private static let tables = [
    "derived/recommendations_cpic_dpwg_2024-03.tsv",
    "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv",
    "derived/fda_pgx_associations_merged.tsv", "derived/guideline_index_2025-11.tsv",
    "clinpgx/clinical_annotations.2025-01-05.tsv", "clinpgx/drugLabels.2025-03.tsv",
    "cpic/cpic_change_log_to_2026-02.tsv", "fda/fda_associations_gap_notes.tsv",
    "pypgx/recommendation-table.csv", "adr/cyp_substrates_adrs_2025.csv",
    "adr/g6pd_drug_risk_classes_cpic.tsv", "adr/pgx_adr_risk_facts.tsv",
  ]

  private static let documents = [
    "clinpgx/guideline_annotations.2025-01-05.compact.json",
    "cpic/cpic_drug_recommendations_2022-09.json", "cpic/cpic_new_2024_2025.json",
    "fda/fda_pgx_associations_2021-03-22.json",
    "fda/fda_pgx_biomarkers_in_labeling_2022-08-11.json",
  ]

  private mutating func addTable(_ path: String) throws {
    for row in try DelimitedTable(ReferenceFolder.file(path)).rows {
      for cell in row.values { add(cell, path) }
    }
  }

  /// The texts about genotypes, which are staged compressed.
  private mutating func addGenotypeTexts() throws {
    let path = "clinpgx/clinical_ann_alleles.2025-01-05.tsv.gz"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", ReferenceFolder.file(path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = [UInt8](pipe.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    for row in DelimitedTable(bytes: bytes, separator: UInt8(ascii: "\t")).rows {
      for cell in row.values { add(cell, path) }
    }
  }

  /// Adds every string of a document.
  private mutating func add(_ value: Any, _ name: String) {
    switch value {
    case let text as String: add(text, name)
    case let list as [Any]: for item in list { add(item, name) }
    case let map as [String: Any]: for item in map.values { add(item, name) }
    default: break
    }
  }

  private mutating func add(_ text: String, _ name: String) {
    guard text.utf8.count > 40, seen.insert(text).inserted else { return }
    texts.append(OverlapFinder.Place(name: name, text: text))
  }
}
