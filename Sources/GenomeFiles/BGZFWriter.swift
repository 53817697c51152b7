internal import CHTSlib

/// Writes a BGZF or gzip file and its index; `finish` closes it and tells whether all went well.
@safe package struct BGZFWriter: ~Copyable {
  private var blocks: UnsafeMutablePointer<BGZF>?
  private let path: String

  /// Creates or replaces a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - isPlainGzip: true writes one gzip stream, which has no blocks and no end block.
  ///   - level: from 0 (stored) to 9 (smallest); nil is htslib's own choice.
  /// - Throws: if the system refuses.
  package init(path: String, isPlainGzip: Bool = false, level: Int? = nil) throws(GenomeFileError) {
    silenceHTSlib()
    self.path = path
    let mode = (isPlainGzip ? "wg" : "w") + (level.map { "\($0)" } ?? "")
    // Safe: htslib copies what it needs of both strings.
    guard let stream = unsafe bgzf_open(path, mode) else {
      throw GenomeFileError(.lastSystemError(), path: path)
    }
    unsafe blocks = stream
  }

  deinit {
    // Safe: opened in init, reachable only through self, and nil once closed.
    if let blocks = unsafe blocks { _ = unsafe bgzf_close(blocks) }
  }

  /// Appends text.
  package mutating func write(_ text: String) throws(GenomeFileError) {
    try write(Array(text.utf8))
  }

  /// Appends bytes.
  package mutating func write(_ bytes: [UInt8]) throws(GenomeFileError) {
    guard let blocks = unsafe blocks else { return }
    let written = unsafe bytes.withUnsafeBytes { buffer -> Int in
      // Safe: htslib reads exactly buffer.count bytes.
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe bgzf_write(blocks, base, buffer.count)
    }
    guard written == bytes.count else { throw GenomeFileError(.lastSystemError(), path: path) }
  }

  /// Writes what is left and the end block, and closes the file.
  package consuming func finish() throws(GenomeFileError) {
    guard let open = unsafe blocks else { return }
    unsafe blocks = nil
    // Safe: closed once; deinit sees nil.
    guard unsafe bgzf_close(open) == 0 else {
      throw GenomeFileError(.lastSystemError(), path: path)
    }
  }

  /// The decompressed bytes of a file.
  package static func content(of path: String) throws(GenomeFileError) -> [UInt8] {
    let stream = try CompressedStream(path: path)
    try stream.checkEndBlock()
    return try stream.readAll()
  }
}
