internal import CHTSlib

extension VariantFile {
  /// A header as a value and as htslib keeps it.
  struct HeaderContent: ~Copyable {
    let header: VariantHeader
    let names: HeaderHandle
  }

  /// Reads the header of a stream that stands at its start.
  static func readHeader(
    from stream: borrowing CompressedStream, lines: inout LineBuffer
  ) throws(GenomeFileError) -> HeaderContent {
    do {
      if stream.format == bcf { return try readBinaryHeader(from: stream) }
      let text = try readHeaderText(from: stream, lines: &lines)
      let header = try VariantHeader(text: text)
      guard let names = HeaderHandle(text: text), names.sampleCount == header.samples.count else {
        throw GenomeFileError.Rejection(
          .headerMalformed("htslib can't read the header; check its '##' lines"))
      }
      return HeaderContent(header: header, names: names)
    } catch let error as GenomeFileError.Rejection {
      throw GenomeFileError(error.kind, path: stream.path)
    } catch let error as GenomeFileError {
      throw error
    } catch {
      throw GenomeFileError(.unreadable("\(error)"), path: stream.path)
    }
  }

  private static func readBinaryHeader(
    from stream: borrowing CompressedStream
  ) throws -> HeaderContent {
    guard let names = HeaderHandle(readingFrom: stream), let text = names.text else {
      try stream.check()
      throw GenomeFileError.Rejection(
        .headerMalformed("the BCF header is damaged; copy or make the file again"))
    }
    return HeaderContent(header: try VariantHeader(text: text), names: names)
  }

  private static func readHeaderText(
    from stream: borrowing CompressedStream, lines: inout LineBuffer
  ) throws -> String {
    var text: [UInt8] = []
    while let line = try unsafe lines.next(from: stream) {
      let isFirst = text.isEmpty
      if isFirst, unsafe !starts(line, with: "##fileformat=VCF") {
        throw GenomeFileError.Rejection(unsafe HeaderBytes.fault(ofFirstLine: Array(line)[...]))
      }
      guard unsafe starts(line, with: "#") else {
        throw GenomeFileError.Rejection(
          .headerMalformed("the header has no '#CHROM' line; make the file again"))
      }
      guard unsafe !line.contains(0) else {
        throw GenomeFileError.Rejection(
          .headerMalformed("the header holds a zero byte; copy or make the file again"))
      }
      unsafe text.append(contentsOf: line)
      text.append(10)
      if unsafe !starts(line, with: "##") { return String(decoding: text, as: UTF8.self) }
    }
    throw GenomeFileError.Rejection(
      text.isEmpty
        ? .empty : .headerMalformed("the header has no '#CHROM' line; make the file again"))
  }

  private static func starts(_ line: UnsafeRawBufferPointer, with prefix: String) -> Bool {
    unsafe line.starts(with: prefix.utf8)
  }
}
