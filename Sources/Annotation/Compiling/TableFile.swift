internal import GenomeFiles

/// What a table says of its own columns before it is read as rows.
enum TableFile {
  /// Whether a line holds no data.
  static func isComment(_ text: Span<UInt8>, _ range: Range<Int>, isBED: Bool) -> Bool {
    guard let first = range.first, text[first] != UInt8(ascii: "#") else { return true }
    guard isBED, text[first] == UInt8(ascii: "t") || text[first] == UInt8(ascii: "b") else {
      return false
    }
    let words = ["track", "browser"].map { Array($0.utf8) }
    return words.contains { word in
      guard range.count >= word.count,
        word.indices.allSatisfy({ text[first + $0] == word[$0] })
      else { return false }
      let next = first + word.count
      return next == range.upperBound || text[next] == UInt8(ascii: " ")
    }
  }

  /// The layout of a table, from `--columns`, else from its own lines.
  static func layout(
    of path: String, columns: String?, isBED: Bool
  ) throws(CompilationError) -> TableLayout {
    if let columns {
      let names = columns.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return try TableLayout(names: names, isZeroBased: isBED, origin: "--columns")
    }
    let (header, count) = try beginning(of: path, isBED: isBED)
    if isBED {
      guard count >= 3 || count == 0 else {
        throw CompilationError(
          .source(
            GenomeFileError(
              .regionMalformed("the line has \(count) columns where a BED has at least 3"),
              path: path, line: 1)))
      }
      return TableLayout(bedColumns: count)
    }
    guard let header else {
      throw CompilationError(
        .request(
          "\(path): nothing names the columns of this table; name them with "
            + "--columns CHROM,POS,REF,ALT,SCORE:Float"))
    }
    return try TableLayout(names: header, isZeroBased: false, origin: path)
  }

  /// The names in the first line that begins with `#` and has tabs, and how many columns the first
  /// line of data has; 0 without data.
  private static func beginning(
    of path: String, isBED: Bool
  ) throws(CompilationError) -> (names: [String]?, count: Int) {
    var names: [String]?
    do throws(GenomeFileError) {
      var chunks = try TextChunks(path: path, capacity: 1 << 16)
      while try chunks.advance() {
        let bytes = chunks.bytes
        let text = bytes.span
        var start = chunks.lines.lowerBound
        while start < chunks.lines.upperBound {
          let end = text.firstIndex(of: 10, in: start..<chunks.lines.upperBound)
          let stop = end > start && text[end - 1] == 13 ? end - 1 : end
          let cells = text.text(start..<stop)
            .split(separator: "\t", omittingEmptySubsequences: false)
          if !isComment(text, start..<stop, isBED: isBED) { return (names, cells.count) }
          if names == nil, cells.count > 1, text[start] == UInt8(ascii: "#") {
            names = cells.enumerated().map { index, cell in
              String(index == 0 ? cell.drop { $0 == "#" || $0 == " " } : cell)
            }
          }
          start = end + 1
        }
      }
    } catch {
      throw CompilationError(.source(error))
    }
    return (names, 0)
  }
}
