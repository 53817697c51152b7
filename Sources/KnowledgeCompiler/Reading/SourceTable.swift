internal import Foundation

/// A tab-separated table of the knowledge base: comment lines, a line of column names, rows.
struct SourceTable {
  /// One row, with the line it stands on.
  struct Row {
    let line: Int
    let file: SourceFile
    fileprivate let values: [String: Substring]

    /// The text of a cell; empty if it is.
    func text(_ column: String) -> String { String(values[column] ?? "") }

    /// The texts of a cell that holds several.
    func texts(_ column: String) -> [String] {
      (values[column] ?? "").split(separator: "|").map(String.init)
    }

    /// The text of a cell that must not be empty.
    func requiredText(_ column: String) -> String? {
      let text = text(column)
      guard text.isEmpty else { return text }
      file.error(line, "the row lacks '\(column)'", remedy: "fill the cell or remove the row")
      return nil
    }

    /// One of an enum's names, which must be there.
    func name<Value: NamedCase>(_ column: String, of: Value.Type = Value.self) -> Value? {
      requiredText(column).flatMap {
        Value.read(LocatedText(text: $0, line: line), "'\(column)' of a row", file)
      }
    }

    /// A number that must be there.
    func number(_ column: String) -> Double? {
      guard let text = requiredText(column) else { return nil }
      if let number = Double(text), number.isFinite { return number }
      file.error(
        line, "'\(column)' of a row must be a number", found: text,
        remedy: "write digits and a point")
      return nil
    }
  }

  let rows: [Row]

  /// Reads a table with exactly these columns; what is wrong with its form is reported.
  init(_ text: String, of file: SourceFile, columns: [String]) {
    var rows: [Row] = []
    var header: [Substring]?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let names = header else {
        header = cells
        if cells.map(String.init) != columns {
          file.error(
            index + 1, "the columns are not those of this table",
            found: cells.joined(separator: " "), remedy: "use \(columns.joined(separator: " "))")
          break
        }
        continue
      }
      guard cells.count == names.count else {
        file.error(
          index + 1, "the row has \(cells.count) cells where the table has \(names.count) columns",
          remedy: "add or remove tabs")
        continue
      }
      rows.append(
        Row(
          line: index + 1, file: file,
          values: Dictionary(zip(columns, cells)) { first, _ in first }))
    }
    self.rows = rows
  }
}

extension SourceFolder {
  /// The rows of a table; none if the file is not there, which no rule forbids.
  func table(_ name: String, columns: String...) -> [SourceTable.Row] {
    table(name, columns: columns)
  }

  /// The rows of a table; none if the file is not there, which no rule forbids.
  func table(_ name: String, columns: [String]) -> [SourceTable.Row] {
    guard has(name) else { return [] }
    let file = SourceFile(name: name, findings: findings)
    guard let text = text(of: file) else { return [] }
    return SourceTable(text, of: file, columns: columns).rows
  }
}
