internal import CHTSlib
internal import Glibc

/// An open BAM or CRAM file with its header and one record, filled again and again.
///
/// Closed once, when the value goes away.
@safe struct AlignmentHandle: ~Copyable {
  /// The path as given.
  let path: String
  /// Whether the records are CRAM's.
  let isCRAM: Bool
  /// Whether the FASTA that a CRAM was made with was named.
  private let hasReference: Bool
  let file: UnsafeMutablePointer<htsFile>
  let header: UnsafeMutablePointer<sam_hdr_t>
  private let record: UnsafeMutablePointer<bam1_t>

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - reference: the FASTA a CRAM was made with, if given.
  /// - Throws: if the file is not BAM or CRAM, lacks its end block, or has no header.
  init(path: String, reference: String?) throws(GenomeFileError) {
    silenceHTSlib()
    let isCRAM = try Self.format(of: path) == cram
    if isCRAM { keepReferencesLocal() }
    // Safe: htslib keeps nothing of the string; "./" keeps it from reading a path as a URL.
    guard let file = unsafe hts_open(Self.local(path), "r") else {
      throw GenomeFileError(.damaged, path: path)
    }
    // Safe: the file is open; the call looks at its last bytes and returns to where it was.
    guard unsafe hts_check_EOF(file) != 0 else {
      _ = unsafe hts_close(file)
      throw GenomeFileError(isCRAM ? .truncated : EndBlock.fault(path: path), path: path)
    }
    if isCRAM, let reference {
      // Safe: htslib copies the path.
      guard unsafe stardose_use_reference(file, Self.local(reference)) == 0 else {
        _ = unsafe hts_close(file)
        throw GenomeFileError(
          .referenceUnusable("the FASTA can't be used to decode a CRAM; check it and its index"),
          path: reference)
      }
    }
    // Safe: the file is open and at its start; after a failure nothing else holds it.
    guard let header = unsafe sam_hdr_read(file), let record = unsafe bam_init1() else {
      _ = unsafe hts_close(file)
      throw GenomeFileError(
        .alignmentHeaderMalformed("the header can't be read; copy or make the file again"),
        path: path)
    }
    self.path = path
    self.isCRAM = isCRAM
    hasReference = reference != nil
    unsafe self.file = file
    unsafe self.header = header
    unsafe self.record = record
  }

  deinit {
    // Safe: all three were made in init and are reachable only through self.
    unsafe bam_destroy1(record)
    unsafe sam_hdr_destroy(header)
    _ = unsafe hts_close(file)
  }

  /// The header as SAM text.
  var headerText: String {
    // Safe: the text is terminated and belongs to the header; it is copied.
    unsafe sam_hdr_str(header).map { unsafe String(cString: $0) } ?? ""
  }

  /// The names and lengths of the contigs in order.
  var contigs: [HeaderContig] {
    (0..<(unsafe sam_hdr_nref(header))).map { number in
      // Safe: the number is below the count; the name is copied.
      let name = unsafe sam_hdr_tid2name(header, number).map { unsafe String(cString: $0) } ?? ""
      return HeaderContig(name: name, length: Int(unsafe sam_hdr_tid2len(header, number)))
    }
  }

  /// Lets other threads decompress ahead.
  func decompress(withThreads count: Int) {
    guard count > 1 else { return }
    // Safe: the file is open; a refusal leaves it reading on one thread.
    _ = unsafe hts_set_threads(file, Int32(clamping: count))
  }

  /// Takes out of a CRAM's header where its bases lie, unless that is a file here: nothing is
  /// fetched from elsewhere.
  func keepReferences(local places: [(contig: String, place: String)]) {
    var isHere: [String: Bool] = [:]
    for (contig, place) in places {
      let path = place.hasPrefix("file://") ? String(place.dropFirst(7)) : place
      let known = isHere[place] ?? (!path.contains("://") && FileStatus.isFile(path))
      isHere[place] = known
      // Safe: htslib copies both strings.
      if !known { _ = unsafe stardose_drop_contig_tag(file, contig, "UR") }
    }
  }

  /// Reads the next record; false at the end of the file.
  func read() throws(GenomeFileError) -> Bool {
    // Safe: all three are alive; htslib checks the record's lengths.
    let result = unsafe sam_read1(file, header, record)
    return try judge(result)
  }

  /// Reads the next record of an iteration over regions; false at its end.
  func read(_ iteration: borrowing AlignmentIteration) throws(GenomeFileError) -> Bool {
    // Safe: the iteration was made for this file, which is open.
    let result = unsafe sam_itr_next(file, iteration.pointer, record)
    return try judge(result)
  }

  /// Moves to a virtual offset of a BAM file.
  func seek(to offset: UInt64) throws(GenomeFileError) {
    // Safe: the stream is open for reading; htslib refuses what it can't seek in.
    guard let stream = unsafe stardose_block_stream(file),
      unsafe bgzf_seek(stream, Int64(bitPattern: offset), SEEK_SET) >= 0
    else { throw GenomeFileError(.damaged, path: path) }
  }

  /// The virtual offset of the next record of a BAM file.
  var virtualOffset: UInt64 {
    unsafe stardose_block_stream(file).map {
      UInt64(bitPattern: unsafe stardose_virtual_offset($0))
    } ?? 0
  }

  /// The contig's number, or -1, and the 1-based start of the record just read.
  var place: (contig: Int, start: Int) {
    unsafe (Int(record.pointee.core.tid), Int(record.pointee.core.pos) + 1)
  }

  /// Copies the record just read.
  func copy(into read: inout AlignedRead, content: AlignmentFile.ReadContent) {
    unsafe AlignmentDecoder.fill(&read, from: record, content: content)
  }

  private func judge(_ result: Int32) throws(GenomeFileError) -> Bool {
    if result >= 0 { return true }
    let isBlockFault =
      unsafe stardose_block_stream(file).map { unsafe stardose_stream_errors($0) != 0 } ?? false
    if isBlockFault { throw GenomeFileError(.damaged, path: path) }
    if result == -1 { return false }
    throw GenomeFileError(
      .alignmentMalformed(
        !isCRAM
          ? "an alignment is damaged; copy or make the file again"
          : hasReference
            ? "an alignment can't be decoded: the file is damaged, or it was made with another FASTA "
              + "than the one given with --reference; give the one it was made with"
            : "an alignment can't be decoded: the file is damaged, or it needs the FASTA it was made "
              + "with; give that with --reference"), path: path)
  }

  /// What the file holds, as htslib recognises it by content.
  private static func format(of path: String) throws(GenomeFileError) -> htsExactFormat {
    guard path != "-" else {
      throw GenomeFileError(
        .unreadable("reads are looked up by place, which a pipe can't do; give them as a file"),
        path: path)
    }
    let status = try FileStatus(path: path)
    guard status.isRegular else {
      throw GenomeFileError(
        .unreadable("reads are looked up by place, which a pipe can't do; give them as a file"),
        path: path)
    }
    guard status.size > 0 else { throw GenomeFileError(.noAlignments, path: path) }
    guard let raw = unsafe stardose_open(local(path)) else {
      throw .init(.lastSystemError(), path: path)
    }
    var recognised = unsafe htsFormat()
    // Safe: both pointers are valid for the call, which only peeks; nothing else holds `raw`.
    let result = unsafe hts_detect_format(raw, &recognised)
    unsafe hclose_abruptly(raw)
    guard result == 0 else { throw GenomeFileError(.damaged, path: path) }
    let format = unsafe recognised.format
    switch format {
    case bam, cram: return format
    case sam:
      throw GenomeFileError(
        .notAlignmentFormat(
          "SAM text", remedy: "sort and index it with 'samtools sort' and 'samtools index'"),
        path: path)
    case vcf, bcf:
      throw GenomeFileError(
        .notAlignmentFormat("a file of variants", remedy: "give it as the variant file"),
        path: path)
    case fastq_format, fasta_format:
      throw GenomeFileError(
        .notAlignmentFormat(
          "unaligned sequence", remedy: "align it to GRCh38 or GRCh37 first"), path: path)
    case bai, csi, tbi, crai:
      throw GenomeFileError(
        .notAlignmentFormat("an index", remedy: "name the file it belongs to"), path: path)
    default:
      throw GenomeFileError(.notAlignments(beginning: beginning(of: path)), path: path)
    }
  }

  /// The first bytes of a file as text.
  private static func beginning(of path: String) -> String {
    guard let stream = try? CompressedStream(path: path) else { return "" }
    var bytes = [UInt8](repeating: 0, count: 24)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe (try? stream.read(into: $0)) ?? 0 }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// A path that htslib can't read as a URL.
  private static func local(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }
}
