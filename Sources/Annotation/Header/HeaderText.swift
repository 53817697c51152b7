/// A header as lines, each with its end as the file has it.
struct HeaderText {
  let lines: [ArraySlice<UInt8>]
  /// Which line names the columns.
  let columnLine: Int

  /// Takes a header apart; nil if no line names the columns.
  init?(_ header: [UInt8]) {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < header.count {
      let end = header[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? header.count
      lines.append(header[start..<end])
      start = end
    }
    guard let columnLine = lines.firstIndex(where: { $0.starts(with: Array("#CHROM".utf8)) }) else {
      return nil
    }
    self.lines = lines
    self.columnLine = columnLine
  }

  /// The end that added lines get: that of the first line.
  var lineEnd: [UInt8] { Self.end(of: lines[0]).isEmpty ? [10] : Array(Self.end(of: lines[0])) }

  /// The line that names the columns, without its end.
  var columns: ArraySlice<UInt8> {
    lines[columnLine].dropLast(Self.end(of: lines[columnLine]).count)
  }

  /// The end of the line that names the columns; empty if the file ends there.
  var columnsEnd: ArraySlice<UInt8> { Self.end(of: lines[columnLine]) }

  /// A header as htslib wants it: lines that end with a line feed alone.
  static func withPlainLineEnds(_ header: [UInt8]) -> String {
    var bytes = header
    if bytes.contains(13) {
      bytes.removeAll()
      for (offset, byte) in header.enumerated() {
        let endsLine = offset + 1 == header.count || header[offset + 1] == 10
        if byte != 13 || !endsLine { bytes.append(byte) }
      }
    }
    if bytes.last != 10 { bytes.append(10) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func end(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.last == UInt8(ascii: "\n") else { return [] }
    return line.suffix(line.dropLast().last == UInt8(ascii: "\r") ? 2 : 1)
  }
}
