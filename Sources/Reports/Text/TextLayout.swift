/// Lays text out in lines of a terminal.
enum TextLayout {
  /// Words in lines of at most `TextReport.width` columns; lines after the first are indented.
  static func wrapped(_ text: String, hanging: Int) -> [String] {
    let lead = text.prefix { $0 == " " }
    var lines: [String] = []
    var line = String(lead)
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh, line.count + 1 + word.count > TextReport.width {
        lines.append(line)
        line = String(repeating: " ", count: hanging)
        isFresh = true
      }
      line += isFresh ? String(word) : " \(word)"
      isFresh = false
    }
    return lines + [line]
  }

  /// Rows in aligned columns; the last column takes the rest of the width.
  static func columns(_ rows: [[String]], indent: Int) -> [String] {
    let most = rows.map(\.count).max() ?? 0
    let widths = (0..<max(0, most - 1)).map { column in
      min(30, rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0)
    }
    return rows.flatMap { row -> [String] in
      var line = String(repeating: " ", count: indent)
      for (index, cell) in row.enumerated() {
        guard index < row.count - 1, index < widths.count else {
          line += cell
          continue
        }
        line += cell + String(repeating: " ", count: max(0, widths[index] - cell.count) + 2)
      }
      return wrappedKeepingSpaces(line, hanging: indent + widths.reduce(0) { $0 + $1 + 2 })
    }
  }

  private static func wrappedKeepingSpaces(_ line: String, hanging: Int) -> [String] {
    guard line.count > TextReport.width,
      let cut = line.prefix(TextReport.width + 1).lastIndex(of: " "),
      line.distance(from: line.startIndex, to: cut) > hanging
    else { return [line] }
    let rest = String(repeating: " ", count: hanging) + line[line.index(after: cut)...]
    return [String(line[..<cut])] + wrappedKeepingSpaces(rest, hanging: hanging)
  }
}
