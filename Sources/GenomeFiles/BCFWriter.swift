internal import CHTSlib

/// Turns the text of a VCF into a BCF file.
package enum BCFWriter {
  /// Writes a BCF file; every contig and tag must be declared in the header.
  ///
  /// - Throws: if a line can't be read or the system refuses.
  package static func write(_ text: String, to path: String) throws {
    silenceHTSlib()
    let lines = text.split(separator: "\n")
    let headerText = lines.prefix { $0.hasPrefix("#") }.joined(separator: "\n") + "\n"
    guard let header = HeaderHandle(text: headerText) else {
      throw VariantFileError(.headerMalformed("htslib can't read the header"), path: path)
    }
    // Safe: htslib copies what it needs of both strings.
    guard let file = unsafe hts_open(path, "wb") else {
      throw VariantFileError(.lastSystemError(), path: path)
    }
    var record = RecordBuffer()
    // Safe: file, header and record are open until the end of this function.
    var isWritten = unsafe bcf_hdr_write(file, header.pointer) == 0
    for line in lines.drop(while: { $0.hasPrefix("#") }) {
      let bytes = Array(line.utf8)
      try unsafe bytes.withUnsafeBytes { try unsafe record.parse($0, header: header) }
      if unsafe bcf_write(file, header.pointer, record.pointer) != 0 { isWritten = false }
    }
    // Safe: closed once.
    guard unsafe hts_close(file) == 0, isWritten else {
      throw VariantFileError(.unreadable("htslib could not write it"), path: path)
    }
  }

  /// Makes the `.csi` index of a sorted BCF file beside it.
  package static func index(_ path: String) throws(VariantFileError) {
    // Safe: htslib reads the path during the call.
    guard unsafe bcf_index_build(path, 14) == 0 else {
      throw VariantFileError(.unreadable("htslib could not index it"), path: path)
    }
  }
}
