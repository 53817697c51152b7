internal import GenomeFiles

/// The header of a variant file, as a value and as text.
struct SourceHeader {
  let content: VariantHeader
  let text: String

  /// Reads the header; refuses what `call` and `report` would refuse.
  init(path: String, isBinary: Bool) throws(GenomeFileError) {
    content = try VariantFile(path: path).header
    if isBinary {
      text = try BCFChunks(path: path).headerText
      return
    }
    var lines: [UInt8] = []
    var chunks = try TextChunks(path: path, capacity: 1 << 16)
    reading: while try chunks.advance() {
      let bytes = chunks.bytes
      var start = chunks.lines.lowerBound
      while start < chunks.lines.upperBound {
        guard bytes[start] == UInt8(ascii: "#") else { break reading }
        let end = bytes.span.firstIndex(of: 10, in: start..<chunks.lines.upperBound)
        let stop = end > start && bytes[end - 1] == 13 ? end - 1 : end
        lines += bytes[start..<stop]
        lines.append(10)
        start = end + 1
      }
    }
    text = String(decoding: lines, as: UTF8.self)
  }
}
