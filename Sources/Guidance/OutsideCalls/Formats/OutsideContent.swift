import Knowledge

/// The content of an outside-call file, laid out once for all formats to look at.
struct OutsideContent {
  /// A line that is not blank, and its cells.
  struct Line {
    /// The number, from 1.
    var number: Int
    /// The line without white space at its end.
    var text: String
    /// The cells between tabs, trimmed.
    var cells: [String]
  }

  /// The file's name as the user gave it.
  let file: String
  /// What an archive says of the file.
  let metadata: [String: String]
  /// The lines that are not blank; empty for JSON.
  let lines: [Line]
  /// The JSON value; nil for anything else.
  let json: JSONValue?
  /// The gene symbols the knowledge base has, in lower case.
  let symbols: Set<String>

  /// Lays a document out.
  ///
  /// - Throws: if it starts as JSON does and is broken.
  init(_ document: OutsideDocument, genes: [String: Gene]) throws(OutsideCallError) {
    file = document.file
    metadata = document.metadata
    symbols = Set(genes.keys.map { $0.lowercased() })
    var body = Substring(document.text)
    if body.unicodeScalars.first == "\u{FEFF}" {
      body = Substring(body.unicodeScalars.dropFirst())
    }
    if let first = body.first(where: { !$0.isWhitespace }), first == "{" || first == "[" {
      lines = []
      do throws(JSONReader.Fault) {
        json = try JSONReader.read(body)
      } catch {
        throw OutsideCallError(
          .brokenJSON(error.problem), at: OutsideCallPlace(file: document.file, line: error.line))
      }
      return
    }
    json = nil
    var lines: [Line] = []
    var number = 0
    for line in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      guard !line.trimmed.isEmpty else { continue }
      lines.append(
        Line(
          number: number, text: String(line),
          cells: line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.cell)))
    }
    self.lines = lines
  }

  /// The gene symbols that stand as words in the file's name, in lower case and in order.
  var genesInName: [String] { Self.symbols(symbols, in: file) }

  /// The symbols that stand as words in a file's name: neither a letter nor a digit continues them.
  static func symbols(_ symbols: Set<String>, in file: String) -> [String] {
    let name = (file.split(separator: "/").last ?? "").lowercased()
    return symbols.filter { symbol in
      name.ranges(of: symbol).contains { range in
        let ends = [name[..<range.lowerBound].last, name[range.upperBound...].first]
        return ends.allSatisfy { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
      }
    }.sorted()
  }

  /// A cell without white space at its ends and without the quotes R puts round it.
  private static func cell(_ text: Substring) -> String {
    let trimmed = text.trimmed
    guard trimmed.count > 1, trimmed.hasPrefix("\""), trimmed.hasSuffix("\"") else {
      return trimmed
    }
    return trimmed.dropFirst().dropLast().trimmed
  }

  /// A place in the file.
  func place(_ line: Int) -> OutsideCallPlace { OutsideCallPlace(file: file, line: line) }

  /// The lines that are no comments.
  var rows: [Line] { lines.filter { !$0.text.hasPrefix("#") } }

  /// The first line's cells in lower case, without the mark of a comment.
  var head: [String] {
    guard let first = lines.first else { return [] }
    return first.cells.map {
      ($0.hasPrefix("#") ? String($0.dropFirst()) : $0).lowercased().trimmed
    }
  }

  /// A row's cell; empty if the row is shorter.
  func cell(_ row: Line, _ index: Int?) -> String {
    guard let index, index < row.cells.count else { return "" }
    return row.cells[index]
  }

  /// Refuses a row that has fewer cells than its head promises: the file was cut off.
  func require(_ count: Int, in row: Line, of caller: String) throws(OutsideCallError) {
    guard row.cells.count < count else { return }
    throw OutsideCallError(
      .shortRow(caller: caller, found: row.cells.count, needed: count), at: place(row.number))
  }
}
