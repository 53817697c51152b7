internal import CHTSlib
internal import Glibc

/// One htslib record, filled again and again; destroyed when the value goes away.
@safe struct RecordBuffer: ~Copyable {
  /// The record, valid while self lives.
  let pointer: UnsafeMutablePointer<bcf1_t>
  private var line = LineText()

  init() {
    // Safe: bcf_init fails only without memory.
    guard let record = unsafe bcf_init() else { fatalError("out of memory for a record") }
    unsafe pointer = record
  }

  deinit {
    // Safe: created in init and reachable only through self.
    unsafe bcf_destroy(pointer)
  }

  /// Lets htslib parse a line of text.
  mutating func parse(
    _ bytes: UnsafeRawBufferPointer, header: borrowing HeaderHandle
  ) throws(GenomeFileError.Rejection) {
    // Safe: memchr stays within the line.
    if let start = bytes.baseAddress, unsafe memchr(start, 0, bytes.count) != nil {
      throw .init(.recordMalformed("the record holds a zero byte; copy or make the file again"))
    }
    unsafe line.assign(bytes)
    // Safe: the copy is terminated and ours to be written on; header and record are alive.
    let result = unsafe vcf_parse(&line.text, header.pointer, pointer)
    try check(failed: result < 0)
  }

  /// Reads the next record of a BCF file; false at its end.
  func read(
    from stream: borrowing CompressedStream, header: borrowing HeaderHandle
  ) throws(GenomeFileError.Rejection) -> Bool {
    // Safe: bcf_read checks lengths and numbers of the record against the header.
    guard let handle = unsafe stream.handle else { return false }
    let result = unsafe bcf_read(handle, header.pointer, pointer)
    if result == -1 { return false }
    try check(failed: result < 0)
    return true
  }

  /// Makes the text, filters, INFO and FORMAT of the record accessible.
  func unpack() throws(GenomeFileError.Rejection) {
    // Safe: the record was filled by parse or read.
    guard unsafe stardose_unpack(pointer) == 0 else {
      throw .init(.recordMalformed("the record can't be unpacked; copy or make the file again"))
    }
  }

  /// Makes everything but the samples accessible.
  func unpackSites() throws(GenomeFileError.Rejection) {
    // Safe: the record was filled by parse or read.
    guard unsafe stardose_unpack_sites(pointer) == 0 else {
      throw .init(.recordMalformed("the record can't be unpacked; copy or make the file again"))
    }
  }

  /// The contig's number in the header.
  var contigNumber: Int32 { unsafe pointer.pointee.rid }

  /// POS, 1-based.
  var position: Int { Int(unsafe pointer.pointee.pos) + 1 }

  /// The last base covered as htslib counts it, from END or REF, 1-based.
  var end: Int { Int(unsafe pointer.pointee.pos + max(pointer.pointee.rlen, 1)) }

  private func check(failed: Bool) throws(GenomeFileError.Rejection) {
    // Undeclared contigs and tags are harmless: htslib declares them itself.
    let harmless = BCF_ERR_CTG_UNDEF | BCF_ERR_TAG_UNDEF
    let errors = unsafe pointer.pointee.errcode & ~harmless
    guard failed || errors != 0 else { return }
    let what =
      if errors & BCF_ERR_NCOLS != 0 {
        "a sample has more values than FORMAT names, or samples are missing"
      } else if errors & BCF_ERR_CHAR != 0 {
        "a value holds a character that its declared type doesn't allow"
      } else if errors & BCF_ERR_TAG_INVALID != 0 {
        "a value of INFO or FORMAT can't be read"
      } else if errors & BCF_ERR_CTG_INVALID != 0 {
        "the contig's name is not one that VCF allows"
      } else if errors & BCF_ERR_LIMITS != 0 {
        "the record exceeds the limits of htslib"
      } else {
        "the record breaks the VCF format"
      }
    throw .init(.recordMalformed("\(what); make the file again or remove the record"))
  }
}
