internal import CHTSlib

/// Makes the bytes of BCF: the header, then records from text or from another BCF file.
///
/// The bytes are not compressed; `Deflater` makes blocks of them as of any text, and whoever writes
/// them reports a full disk. A name that the header does not declare can still be declared as
/// long as the header's bytes were not taken.
@safe package struct BCFEncoder: ~Copyable {
  /// The number of records encoded so far.
  package private(set) var recordCount = 0
  private let path: String
  private let header: HeaderHandle
  private var record = RecordBuffer()
  private var additions = RecordBuffer()
  private var additionLine: [UInt8] = []
  private var isHeaderTaken = false
  /// How many columns a record of text may have.
  private let columns: ClosedRange<Int>

  /// Takes the header of the output.
  ///
  /// - Parameters:
  ///   - headerText: the header as VCF text, `#CHROM` line and all.
  ///   - path: the input, which faults in its records are told of.
  /// - Throws: if htslib can't read the header.
  package init(headerText: String, path: String) throws(GenomeFileError) {
    let header = try Self.header(headerText, path: path)
    columns = Self.columns(of: header)
    self.header = header
    self.path = path
  }

  /// Takes the header of the output and keeps the numbers that the reader's header gives names.
  ///
  /// - Throws: if htslib can't read the header, or it lacks a name that the reader's has.
  package init(
    headerText: String, recordsOf reader: borrowing BCFReader
  ) throws(GenomeFileError) {
    let path = reader.path
    let numbering = HeaderNumbering(reader.header)
    let header = try Self.header(numbering.applied(to: headerText), path: path)
    if let missing = numbering.difference(from: header) {
      throw GenomeFileError(
        .headerMalformed("the output header must keep \(quoted(missing)) at its number in BCF"),
        path: path)
    }
    columns = Self.columns(of: header)
    self.header = header
    self.path = path
  }

  /// Declares what the line names and the header does not, as htslib does: as text.
  ///
  /// - Returns: the names that were missing.
  /// - Throws: if the line breaks the format.
  package mutating func declareNames(
    in line: [UInt8], _ range: Range<Int>
  ) throws(GenomeFileError) -> [String] {
    let known = (header.tagCount, header.contigCount)
    try parse(line, range)
    return names(after: known)
  }

  /// The magic bytes and the header; from now on it is fixed.
  package mutating func takeHeader() throws(GenomeFileError) -> [UInt8] {
    // Safe: the header is ours; nothing refers to names that htslib moves here.
    guard unsafe bcf_hdr_sync(header.pointer) == 0, let text = header.numberedText else {
      throw GenomeFileError(.headerMalformed("htslib can't write the header"), path: path)
    }
    isHeaderTaken = true
    var bytes = Array("BCF\u{2}\u{2}".utf8)
    bytes.append(littleEndian: UInt32(text.utf8.count + 1))
    bytes += text.utf8
    bytes.append(0)
    return bytes
  }

  /// Appends the record of a line of VCF.
  ///
  /// - Throws: if the line breaks the format, names what the header doesn't, or lies too far out.
  package mutating func append(
    line: [UInt8], _ range: Range<Int>, to output: inout [UInt8]
  ) throws(GenomeFileError) {
    let known = (header.tagCount, header.contigCount)
    try parse(line, range)
    if isHeaderTaken, let name = names(after: known).first { throw undeclared(name) }
    try checkPosition(record)
    unsafe Self.append(record.pointer.pointee, to: &output)
    recordCount += 1
  }

  /// Appends the reader's record, byte for byte but for what is added.
  ///
  /// - Parameters:
  ///   - reader: where the record comes from; this encoder must keep its numbers.
  ///   - info: INFO text to add, `AF=0.1;GENE=X`, empty for none; it replaces what the record has
  ///     under the same names.
  ///   - identifier: the ID to write, nil to keep it.
  ///   - output: what to append to.
  /// - Throws: if the additions break the format or name what the header doesn't.
  package mutating func append(
    recordOf reader: borrowing BCFReader, adding info: [UInt8] = [], identifier: [UInt8]? = nil,
    to output: inout [UInt8]
  ) throws(GenomeFileError) {
    try checkPosition(reader.record)
    recordCount += 1
    guard !info.isEmpty || identifier != nil else {
      unsafe Self.append(reader.record.pointer.pointee, to: &output)
      return
    }
    let known = (header.tagCount, header.contigCount)
    do throws(GenomeFileError.Rejection) {
      try parseAdditions(info, identifier, contig: reader.contigName, position: reader.position)
    } catch {
      throw located(error.kind)
    }
    if let name = names(after: known).first { throw undeclared(name) }
    // Safe: both records are unpacked and live through the call; the name is only looked up.
    let setsEnd = unsafe bcf_get_info(header.pointer, additions.pointer, "END") != nil
    unsafe RecordSplice(
      reader.record, adding: additions, replacesIdentifier: identifier != nil, setsEnd: setsEnd
    ).append(to: &output)
  }

  private static func header(
    _ text: String, path: String
  ) throws(GenomeFileError) -> HeaderHandle {
    silenceHTSlib()
    guard let header = HeaderHandle(text: text) else {
      throw GenomeFileError(.headerMalformed("htslib can't read the header"), path: path)
    }
    return header
  }

  private static func columns(of header: borrowing HeaderHandle) -> ClosedRange<Int> {
    let count = header.sampleCount
    return count == 0 ? 8...9 : 9 + count...9 + count
  }

  private mutating func parse(
    _ line: [UInt8], _ range: Range<Int>
  ) throws(GenomeFileError) {
    do throws(GenomeFileError.Rejection) {
      // htslib takes a line that stops early for a record without the rest.
      let count = LineColumns.tabs(in: line, from: range.lowerBound, to: range.upperBound) + 1
      guard columns.contains(count) else {
        throw .init(.columnCount(found: count, expected: columns.upperBound))
      }
      try unsafe line.withUnsafeBufferPointer { (bytes) throws(GenomeFileError.Rejection) in
        // Safe: counting the tabs has checked the range, and htslib parses a copy.
        try unsafe record.parse(
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range])), header: header)
      }
    } catch {
      let columns = line[range].split(
        separator: 9, maxSplits: 2, omittingEmptySubsequences: false
      ).prefix(2).map { String(decoding: $0, as: UTF8.self) }
      throw located(error.kind, locus: columns.joined(separator: ":"))
    }
  }

  /// Parses a line of nothing but ID and INFO at the record's place.
  private mutating func parseAdditions(
    _ info: [UInt8], _ identifier: [UInt8]?, contig: String, position: Int
  ) throws(GenomeFileError.Rejection) {
    additionLine.removeAll(keepingCapacity: true)
    additionLine += contig.utf8
    additionLine += "\t\(position)\t".utf8
    additionLine += identifier.flatMap { $0.isEmpty ? nil : $0 } ?? [UInt8(ascii: ".")]
    additionLine += "\tN\t.\t.\t.\t".utf8
    additionLine += info.isEmpty ? [UInt8(ascii: ".")] : info
    let line = additionLine
    try unsafe line.withUnsafeBufferPointer { (bytes) throws(GenomeFileError.Rejection) in
      // Safe: htslib parses a copy.
      try unsafe additions.parse(UnsafeRawBufferPointer(bytes), header: header)
    }
    try additions.unpackSites()
  }

  private func checkPosition(_ record: borrowing RecordBuffer) throws(GenomeFileError) {
    // Safe: reads fields of a live record.
    let last = unsafe max(record.pointer.pointee.pos, record.pointer.pointee.rlen)
    guard last > Int64(Int32.max) - 1 else { return }
    throw located(
      .recordMalformed(
        "the record lies at or reaches past base 2147483648, where BCF ends; write VCF instead"),
      locus: "\(header.contigName(record.contigNumber) ?? "?"):\(record.position)")
  }

  /// The names that the header has gained since it had so many.
  private func names(after known: (tags: Int, contigs: Int)) -> [String] {
    guard header.tagCount > known.tags || header.contigCount > known.contigs else { return [] }
    return (known.contigs..<header.contigCount).compactMap {
      header.contigName(Int32(clamping: $0))
    } + (known.tags..<header.tagCount).compactMap { header.tagName($0) }
  }

  private func undeclared(_ name: String) -> GenomeFileError {
    located(
      .recordMalformed(
        "the header does not declare \(quoted(name)), which BCF demands; declare it, "
          + "or write VCF instead"))
  }

  private func located(_ kind: GenomeFileError.Kind, locus: String? = nil) -> GenomeFileError {
    GenomeFileError(kind, path: path, record: recordCount + 1, locus: locus)
  }

  private static func append(_ record: bcf1_t, to output: inout [UInt8]) {
    unsafe RecordHead(record).append(
      sharedSize: Int(record.shared.l), to: &output)
    // Safe: htslib keeps `l` bytes valid at `s` in both.
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(start: record.shared.s, count: record.shared.l))
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(start: record.indiv.s, count: record.indiv.l))
  }
}

// Safe: the value can't be copied, so one thread at a time has it; htslib keeps no thread's state.
extension BCFEncoder: @unchecked Sendable {}
