import Foundation

/// All rows that CPIC and the DPWG have in the staged tables.
struct SourceRows: Sendable {
  /// The complete tables of March 2024.
  var complete: [SourceRow] = []
  /// Rows of the complete tables with the text that took the place of theirs.
  var amended: [SourceRow] = []
  /// Rows seen in reports of later data.
  var seen: [SourceRow] = []
  /// Rows taken by hand from the newest guidelines.
  var transcribed: [SourceRow] = []

  var all: [SourceRow] { complete + seen + transcribed }

  /// Reads the three files.
  init() throws {
    let older = "derived/recommendations_cpic_dpwg_2024-03.tsv"
    for line in try DelimitedTable(ReferenceFolder.file(older)).rows {
      for lookup in try Self.lookups(line["lookup_key"]) {
        complete.append(
          SourceRow(
            id: line["rec_id"] ?? "", source: line["source"] ?? "", drug: line["drug"] ?? "",
            guideline: line["guideline_id"] ?? "", lookup: lookup,
            population: line["population"] ?? "", strength: Self.strength(line["classification"]),
            text: line["recommendation"] ?? "", edition: "2024-03", hasSourceID: true))
      }
    }
    let newer = "derived/recommendations_seen_in_example_reports_2024-05_to_2025-11.tsv"
    for line in try DelimitedTable(ReferenceFolder.file(newer)).rows {
      let source = line["src"]?.split(separator: " ").first.map(String.init) ?? ""
      guard source == "CPIC" || source == "DPWG" else { continue }
      for lookup in try Self.lookups(line["lookup"]) {
        var row = SourceRow(
          id: "", source: source, drug: line["drug"] ?? "", guideline: line["gid"] ?? "",
          lookup: lookup, population: line["pop"] ?? "", strength: Self.strength(line["cls"]),
          text: line["rec"] ?? "", edition: Self.edition(line), hasSourceID: false)
        row.id = [row.edition, row.guideline, row.drug, row.key].joined(separator: " ")
        seen.append(row)
      }
    }
    amended = try AmendedRows.read(of: complete)
    transcribed = try TranscribedRows.read()
  }

  /// For each place the row of the latest edition.
  var newest: [[String]: SourceRow] {
    Dictionary((all + amended).map { ($0.place, $0) }) { $1.edition >= $0.edition ? $1 : $0 }
  }

  /// The look-up maps of a cell; earlier files hold one map, later ones a list of maps.
  private static func lookups(_ cell: String?) throws -> [[String: LookupValue]] {
    let read = try JSONSerialization.jsonObject(
      with: Data((cell ?? "").utf8), options: .fragmentsAllowed)
    let maps = (read as? [Any]) ?? [read]
    return maps.compactMap { $0 as? [String: Any] }.map { $0.compactMapValues(LookupValue.init) }
      .filter { !$0.isEmpty }
  }

  /// The date of the data; one release bears a version in its place, and two reports of one release
  /// came from successive states of the program's repository.
  private static func edition(_ line: [String: String]) -> String {
    let version = line["ver"] ?? ""
    let date = version.hasPrefix("v2.13") ? "2024-05" : String(version.prefix(10))
    let report = line["label"]?.hasPrefix("PharmCAT@ced94ca0") == true ? "b" : "a"
    return date + report
  }

  /// The grading; words that grade nothing are dropped.
  static func strength(_ text: String?) -> String {
    ["N/A", "n/a", "Unspecified"].contains(text) ? "" : text ?? ""
  }
}
