import Foundation

/// Rows that part from the knowledge base for a reason somebody wrote down.
///
/// A row may be listed for several checks, joined by `|`.
struct ExceptionList {
  /// What a listed row is and why it stands.
  struct Entry: Hashable {
    var check: String
    var row: String
    var drug: String
    var key: String
    var reason: String
  }

  let entries: [Entry]

  /// Reads a file of the folder `Exceptions`.
  init(_ name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Exceptions/\(name)").standardizedFileURL
    entries = try DelimitedTable(file).rows.flatMap { row in
      (row["check"] ?? "").split(separator: "|").map { check in
        Entry(
          check: String(check), row: row["row"] ?? "", drug: row["drug"] ?? "",
          key: row["key"] ?? "", reason: row["reason"] ?? "")
      }
    }
  }

  /// How many entries have each reason.
  var tally: String {
    let counts = Dictionary(grouping: entries, by: \.reason).mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) exceptions: \($0.key)" }.joined(separator: "\n")
  }

  /// Findings that no entry excuses.
  func unlisted(_ findings: [Finding]) -> [Finding] {
    let listed = Set(entries.map { [$0.check, $0.row, $0.drug, $0.key] })
    return findings.filter { !listed.contains([$0.check.rawValue, $0.row, $0.drug, $0.key]) }
  }

  /// Entries that excuse nothing.
  func unneeded(_ findings: [Finding]) -> [Entry] {
    let found = Set(findings.map { [$0.check.rawValue, $0.row, $0.drug, $0.key] })
    return entries.filter { !found.contains([$0.check, $0.row, $0.drug, $0.key]) }
  }
}
