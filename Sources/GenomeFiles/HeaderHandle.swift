internal import CHTSlib

/// An htslib header; destroyed when the value goes away.
@safe struct HeaderHandle: ~Copyable {
  /// The header, valid while self lives.
  ///
  /// htslib adds undeclared names to it while parsing.
  let pointer: UnsafeMutablePointer<bcf_hdr_t>

  deinit {
    // Safe: created in init and reachable only through self.
    unsafe bcf_hdr_destroy(pointer)
  }

  /// Reads the text of a VCF header; nil if htslib can't.
  init?(text: String) {
    // Safe: "r" asks for an empty header.
    guard let header = unsafe bcf_hdr_init("r") else { return nil }
    var bytes = Array(Self.withTextGenotypes(text).utf8.map { CChar(bitPattern: $0) })
    bytes.append(0)
    let result = unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
      // Safe: the text is terminated, and htslib writes only within it.
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe bcf_hdr_parse(header, start)
    }
    guard result >= 0 else {
      // Safe: nothing else holds the header.
      unsafe bcf_hdr_destroy(header)
      return nil
    }
    unsafe pointer = header
  }

  /// Reads the header of an open BCF file; nil if it is damaged.
  init?(readingFrom stream: borrowing CompressedStream) {
    // Safe: the handle is open and positioned at the start.
    guard let handle = unsafe stream.handle, let header = unsafe bcf_hdr_read(handle) else {
      return nil
    }
    unsafe pointer = header
  }

  /// The header as VCF text, or nil without memory.
  var text: String? {
    var line = LineText()
    // Safe: htslib appends to the kstring, which `line` owns.
    guard unsafe bcf_hdr_format(pointer, 0, &line.text) == 0 else { return nil }
    return unsafe String(decoding: line.bytes, as: UTF8.self)
  }

  /// The header as BCF holds it, with the number of each name; or nil without memory.
  var numberedText: String? {
    var line = LineText()
    // Safe: htslib appends to the kstring, which `line` owns.
    guard unsafe bcf_hdr_format(pointer, 1, &line.text) == 0 else { return nil }
    return unsafe String(decoding: line.bytes, as: UTF8.self)
  }

  /// How many numbers of tags, filters with them, are given out.
  var tagCount: Int { Int(unsafe stardose_tag_count(pointer)) }

  /// How many numbers of contigs are given out.
  var contigCount: Int { Int(unsafe stardose_contig_count(pointer)) }

  /// The name of a tag or filter by its number, or nil if the number is not used.
  func tagName(_ number: Int) -> String? {
    // Safe: the shim checks the number; the name is copied.
    unsafe stardose_tag_name(pointer, Int32(clamping: number)).map { unsafe String(cString: $0) }
  }

  /// The number of samples htslib counts.
  var sampleCount: Int { Int(unsafe stardose_sample_count(pointer)) }

  /// The name of a contig by its number, or nil past the last.
  func contigName(_ number: Int32) -> String? {
    // Safe: the shim checks the number; the name is copied.
    unsafe stardose_contig_name(pointer, number).map { unsafe String(cString: $0) }
  }

  /// Declares GT as text, whatever the file says: htslib decodes it only so.
  private static func withTextGenotypes(_ text: String) -> String {
    let declaration = "##FORMAT=<ID=GT,"
    guard text.contains(declaration) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(declaration) && !line.contains("Type=String")
        ? "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">" : line
    }.joined(separator: "\n")
  }
}
