internal import CHTSlib

/// The records of a BCF file as VCF lines without samples, in large pieces.
package struct BCFChunks: ~Copyable, LineChunks {
  /// The header as VCF text.
  package let headerText: String
  /// The lines of the piece.
  package private(set) var bytes: [UInt8] = []
  /// All of `bytes`.
  package var lines: Range<Int> { 0..<bytes.count }

  private let stream: CompressedStream
  private let header: HeaderHandle
  private let record = RecordBuffer()
  private var line = LineText()
  private var count = 0

  /// Opens a BCF file; one without its end block is refused.
  package init(path: String, threads: Int = 1) throws(GenomeFileError) {
    let stream = try CompressedStream(path: path)
    guard stream.isRegular else { throw GenomeFileError(.alreadyRead, path: path) }
    try stream.checkEndBlock()
    guard let header = HeaderHandle(readingFrom: stream), let text = header.text else {
      throw GenomeFileError(
        .headerMalformed("the BCF header is damaged; copy or make the file again"), path: path)
    }
    // Samples are of no use to an index; htslib then leaves them out while reading.
    header.dropSamples()
    stream.decompress(withThreads: threads)
    headerText = text
    self.stream = stream
    self.header = header
  }

  /// How far the file has been read, in stored bytes.
  package var offset: Int { stream.compressedOffset }

  /// Moves on to the next piece; false at the end of the file.
  package mutating func advance() throws(GenomeFileError) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    do {
      while bytes.count < 1 << 20, try record.read(from: stream, header: header) {
        count += 1
        try record.format(into: &line, header: header)
        unsafe bytes.append(contentsOf: line.bytes)
        if bytes.last != 10 { bytes.append(10) }
      }
    } catch {
      try stream.check()
      throw GenomeFileError(error.kind, path: stream.path, record: count + 1)
    }
    if bytes.isEmpty { try stream.checkEndReached() }
    return !bytes.isEmpty
  }
}

extension HeaderHandle {
  /// Lets htslib leave samples out of the records it reads from now on.
  func dropSamples() {
    // Safe: nil asks for no sample; the header is ours and no record was read yet.
    _ = unsafe bcf_hdr_set_samples(pointer, nil, 0)
  }
}

extension RecordBuffer {
  /// Writes the record as a line of VCF.
  func format(
    into line: inout LineText, header: borrowing HeaderHandle
  ) throws(GenomeFileError.Rejection) {
    // Safe: an empty buffer is never read from.
    unsafe line.assign(UnsafeRawBufferPointer(start: nil, count: 0))
    // Safe: htslib appends to the kstring, which `line` owns; record and header are alive.
    guard unsafe vcf_format(header.pointer, pointer, &line.text) == 0 else {
      throw .init(.recordMalformed("the record can't be unpacked; copy or make the file again"))
    }
  }
}
