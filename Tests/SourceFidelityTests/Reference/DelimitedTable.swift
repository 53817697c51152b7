import Foundation

/// A table of text: the first line names the columns; a cell that starts with a quote ends with one.
struct DelimitedTable {
  /// The rows by column name.
  let rows: [[String: String]]
  /// The column names in order.
  let columns: [String]

  /// Reads a file whose cells are parted by tabs, or by commas if it is a `.csv`.
  init(_ file: URL) throws {
    self.init(
      bytes: [UInt8](try Data(contentsOf: file)),
      separator: file.pathExtension == "csv" ? UInt8(ascii: ",") : UInt8(ascii: "\t"))
  }

  /// Reads a table; lines that start with `#` before the column names are left out.
  init(bytes: [UInt8], separator: UInt8) {
    var lines = Self.cells(bytes, separator)
    while lines.first?.first?.hasPrefix("#") == true { lines.removeFirst() }
    let names = lines.first ?? []
    columns = names
    rows = lines.dropFirst().map { cells in
      Dictionary(zip(names, cells)) { first, _ in first }
    }
  }

  private static func cells(_ bytes: [UInt8], _ separator: UInt8) -> [[String]] {
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    var lines: [[String]] = []
    var line: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var isStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        guard byte == quote else {
          cell.append(byte)
          continue
        }
        if index < bytes.count, bytes[index] == quote {
          cell.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, isStart {
        isQuoted = true
        isStart = false
      } else if byte == separator || byte == newline {
        line.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        isStart = true
        if byte == newline {
          lines.append(line)
          line = []
        }
      } else if byte != UInt8(ascii: "\r") {
        cell.append(byte)
        isStart = false
      }
    }
    if !cell.isEmpty || !line.isEmpty {
      lines.append(line + [String(decoding: cell, as: UTF8.self)])
    }
    return lines
  }
}
