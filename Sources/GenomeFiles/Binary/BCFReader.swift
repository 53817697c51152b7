internal import CHTSlib

/// Reads BCF record by record, so that each can be seen as text and written on as it is.
@safe package struct BCFReader: ~Copyable {
  /// The header as VCF text.
  package let headerText: String
  /// The number of records read so far.
  package private(set) var recordCount = 0
  let header: HeaderHandle
  let record = RecordBuffer()
  private let stream: CompressedStream
  private let contigs: [String]
  private var line = LineText()

  /// Reads the header of a file that `BlockInput` recognised as BCF and has not read from.
  ///
  /// - Throws: if it is not BCF or its header is damaged.
  package init(_ input: consuming BlockInput) throws(GenomeFileError) {
    var input = input
    let path = input.path
    guard input.isBCF, let file = unsafe input.takeFile() else {
      throw GenomeFileError(.damaged, path: path)
    }
    let stream = try unsafe CompressedStream(binary: file, path: path, size: input.size)
    guard let header = HeaderHandle(readingFrom: stream), let text = header.text else {
      try stream.check()
      throw GenomeFileError(
        .headerMalformed("the BCF header is damaged; copy or make the file again"), path: path)
    }
    headerText = text
    contigs = (0..<header.contigCount).map { header.contigName(Int32(clamping: $0)) ?? "?" }
    self.header = header
    self.stream = stream
  }

  /// Opens a BCF file, or standard input for `-`, and reads its header.
  package init(path: String) throws(GenomeFileError) {
    try self.init(BlockInput(path: path))
  }

  /// The path as given.
  package var path: String { stream.path }

  /// The stored bytes read so far, for progress.
  package var bytesRead: Int {
    stream.isBlockCompressed ? stream.compressedOffset : stream.storedOffset
  }

  /// The size in bytes as stored, or nil for a pipe.
  package var size: Int? { stream.size }

  /// Lets other threads decompress ahead.
  package func decompress(withThreads count: Int) { stream.decompress(withThreads: count) }

  /// Reads the next record; false at the end.
  ///
  /// - Throws: if the record or a block is damaged, or the file ends early.
  package mutating func next() throws(GenomeFileError) -> Bool {
    let isFound: Bool
    do throws(GenomeFileError.Rejection) {
      isFound = try record.read(from: stream, header: header)
      if isFound { try record.unpackSites() }
    } catch {
      try stream.check()
      throw GenomeFileError(error.kind, path: path, record: recordCount + 1)
    }
    guard isFound else {
      try stream.checkEndReached()
      return false
    }
    recordCount += 1
    return true
  }

  /// CHROM of the record.
  package var contigName: String {
    let number = Int(record.contigNumber)
    return contigs.indices.contains(number) ? contigs[number] : "?"
  }

  /// POS of the record, 1-based; 0 lies before the first base.
  package var position: Int { record.position }

  /// ID of the record, `.` if it has none.
  package var identifier: String {
    // Safe: next() unpacked the terminated text, which is copied.
    unsafe record.pointer.pointee.d.id.map { unsafe String(cString: $0) } ?? "."
  }

  /// REF of the record.
  package var reference: String { allele(0) ?? "." }

  /// ALT of the record, without `.`.
  package var alternates: [String] {
    var found: [String] = []
    while let next = allele(found.count + 1) { found.append(next) }
    return found
  }

  /// Appends the record as a line of VCF with its line end.
  ///
  /// - Parameters:
  ///   - text: what to append to.
  ///   - hasSamples: false leaves FORMAT and the samples out, which saves most of the time.
  package mutating func appendLine(
    to text: inout [UInt8], hasSamples: Bool = true
  ) throws(GenomeFileError) {
    let sampleCount = unsafe record.pointer.pointee.n_sample
    if !hasSamples { unsafe record.pointer.pointee.n_sample = 0 }
    // Safe: the record belongs to the header; htslib appends to the kstring, which `line` owns.
    unsafe line.text.l = 0
    let result = unsafe vcf_format(header.pointer, record.pointer, &line.text)
    unsafe record.pointer.pointee.n_sample = sampleCount
    guard result >= 0 else {
      throw GenomeFileError(
        .recordMalformed("the record can't be written as text; make the file again"), path: path,
        record: recordCount, locus: "\(contigName):\(position)")
    }
    unsafe text.append(contentsOf: line.bytes)
  }

  private func allele(_ number: Int) -> String? {
    // Safe: the shim returns nil past the last allele; the text is copied.
    unsafe stardose_allele(record.pointer, Int32(clamping: number)).map {
      unsafe String(cString: $0)
    }
  }
}

// Safe: the value can't be copied, so one thread at a time has it; htslib's files are tied to none.
extension BCFReader: @unchecked Sendable {}
