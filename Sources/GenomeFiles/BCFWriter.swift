internal import CHTSlib

/// Turns the text of a VCF into a BCF file.
package enum BCFWriter {
  /// Writes a BCF file; every contig and tag must be declared in the header.
  ///
  /// - Throws: if a line can't be read or the system refuses.
  package static func write(_ text: String, to path: String) throws(GenomeFileError) {
    let bytes = Array(text.utf8)
    var lines = bytes.split(separator: 10)[...]
    var headerText: [UInt8] = []
    while let line = lines.first, line.first == UInt8(ascii: "#") {
      headerText += line
      headerText.append(10)
      lines.removeFirst()
    }
    var encoder = try BCFEncoder(
      headerText: String(decoding: headerText, as: UTF8.self), path: path)
    var encoded = try encoder.takeHeader()
    for line in lines {
      try encoder.append(line: bytes, line.startIndex..<line.endIndex, to: &encoded)
    }
    var writer = try BGZFWriter(path: path)
    try writer.write(encoded)
    try writer.finish()
  }
}
