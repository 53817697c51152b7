/// The header of a VCF as it stands in the text: found, checked and read.
package struct HeaderBytes: Sendable {
  /// All lines up to and with the `#CHROM` line, as they are.
  package let bytes: [UInt8]
  /// What it says.
  package let header: VariantHeader

  /// The number of columns that a record must have.
  package var columnCount: Int {
    header.hasFormat ? 9 + header.samples.count : 8
  }

  /// The header at the beginning of a text; nil if the text ends within it.
  ///
  /// - Throws: if the text does not begin as a VCF does or the header breaks the format.
  package init?(in text: [UInt8], isComplete: Bool, path: String) throws(GenomeFileError) {
    var start = 0
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw GenomeFileError(
        .headerMalformed(
          "the file begins with a byte-order mark; save it as UTF-8 without one"), path: path)
    }
    while true {
      guard
        let lineEnd = text.firstIndex(of: 10, from: start, to: text.count)
          ?? (isComplete && start < text.count ? text.count - 1 : nil)
      else {
        guard isComplete else { return nil }
        throw GenomeFileError(
          text.isEmpty
            ? .empty : .headerMalformed("the header has no '#CHROM' line; make the file again"),
          path: path)
      }
      let line = text[start...lineEnd]
      if start == 0, !line.starts(with: "##fileformat=VCF".utf8) {
        throw GenomeFileError(Self.fault(ofFirstLine: line), path: path)
      }
      guard line.first == UInt8(ascii: "#") else {
        throw GenomeFileError(
          .headerMalformed("the header has no '#CHROM' line; make the file again"), path: path)
      }
      guard !line.contains(0) else {
        throw GenomeFileError(
          .headerMalformed("the header holds a zero byte; copy or make the file again"),
          path: path)
      }
      start = lineEnd + 1
      if !line.starts(with: "##".utf8) { break }
    }
    bytes = Array(text[..<start])
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    do throws(GenomeFileError.Rejection) {
      header = try VariantHeader(text: lines)
    } catch {
      throw GenomeFileError(error.kind, path: path)
    }
  }

  /// What is wrong with a file whose first line is not a VCF's.
  static func fault(ofFirstLine line: ArraySlice<UInt8>) -> GenomeFileError.Kind {
    let text = String(decoding: line.prefix(200).prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    if text.hasPrefix("##") || text.hasPrefix("#CHROM") {
      return .headerMalformed(
        "the first line is \(quoted(text, limit: 40)); it is '##fileformat=VCFv4.2' in a VCF")
    }
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
    if columns.count >= 5, Int(columns[1]) != nil { return .headerMissing }
    return .unknownFormat(beginning: text)
  }
}
