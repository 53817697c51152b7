internal import CHTSlib
internal import Glibc

/// An open file of plain, gzip or BGZF bytes; for BCF also the htslib handle that owns them.
///
/// Closed once, when the value goes away.
@safe struct CompressedStream: ~Copyable {
  /// What the bytes hold, as htslib recognises it.
  let format: htsExactFormat
  /// Whether the file can be read again and be sought in: not a pipe.
  let isRegular: Bool
  /// The size in bytes as stored, or nil for a pipe.
  let size: Int?
  /// The path as given.
  let path: String
  let blocks: UnsafeMutablePointer<BGZF>
  private let owner: UnsafeMutablePointer<htsFile>?

  /// Opens a file, or standard input for `-`, and recognises its format.
  ///
  /// - Throws: if the file is absent, a folder, not readable or without a byte.
  init(path: String) throws(GenomeFileError) {
    silenceHTSlib()
    let status = try FileStatus(path: path)
    guard !status.isRegular || status.size > 0 else { throw GenomeFileError(.empty, path: path) }
    let opened = try unsafe Self.open(path)
    self.path = path
    isRegular = status.isRegular
    size = status.isRegular ? status.size : nil
    unsafe format = opened.format
    unsafe blocks = opened.blocks
    unsafe owner = opened.owner
  }

  /// Takes over an open gzip file that stands at its start, also if this throws.
  init(
    gzip file: UnsafeMutablePointer<hFILE>, path: String, size: Int?
  ) throws(GenomeFileError) {
    // Safe: the file is open, and after a failure htslib has not closed it.
    guard let opened = unsafe bgzf_hopen(file, "r") else {
      unsafe hclose_abruptly(file)
      throw GenomeFileError(.damaged, path: path)
    }
    self.path = path
    self.size = size
    format = text_format
    isRegular = size != nil
    unsafe blocks = opened
    unsafe owner = nil
  }

  /// Takes over an open BCF file that stands at its start, also if this throws.
  init(
    binary file: UnsafeMutablePointer<hFILE>, path: String, size: Int?
  ) throws(GenomeFileError) {
    // Safe: htslib takes the file over if it succeeds; after a failure we close it.
    guard let handle = unsafe hts_hopen(file, path, "r") else {
      unsafe hclose_abruptly(file)
      throw GenomeFileError(.damaged, path: path)
    }
    guard let stream = unsafe stardose_block_stream(handle) else {
      _ = unsafe hts_close(handle)
      throw GenomeFileError(.damaged, path: path)
    }
    self.path = path
    self.size = size
    format = bcf
    isRegular = size != nil
    unsafe blocks = stream
    unsafe owner = handle
  }

  deinit {
    // Safe: opened in init and reachable only through self; hts_close closes `blocks` as well.
    if let owner = unsafe owner {
      _ = unsafe hts_close(owner)
    } else {
      _ = unsafe bgzf_close(blocks)
    }
  }

  /// The htslib handle, there for BCF only; valid while self lives.
  var handle: UnsafeMutablePointer<htsFile>? { unsafe owner }

  /// Whether the bytes are stored in BGZF blocks, which alone can be sought in.
  var isBlockCompressed: Bool { unsafe bgzf_compression(blocks) == 2 }

  /// The compressed offset of the block being read, for progress.
  var compressedOffset: Int { Int(unsafe stardose_virtual_offset(blocks) >> 16) }

  /// The stored bytes that were read from the file, for progress in a file without blocks.
  var storedOffset: Int { Int(unsafe stardose_stored_offset(blocks)) }

  /// The virtual offset of the next byte.
  var virtualOffset: UInt64 { UInt64(bitPattern: unsafe stardose_virtual_offset(blocks)) }

  /// Lets other threads decompress ahead; without effect on plain and gzip files.
  func decompress(withThreads count: Int) {
    guard count > 1, isBlockCompressed else { return }
    // Safe: the stream is open; a refusal leaves it reading on one thread.
    _ = unsafe bgzf_mt(blocks, Int32(clamping: count), 64)
  }

  /// Reads into `buffer` and says how many bytes came; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(GenomeFileError) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    // Safe: htslib writes at most buffer.count bytes.
    let count = unsafe bgzf_read(blocks, base, buffer.count)
    try check(failed: count < 0)
    return count
  }

  /// Reads a line without its end into `line`; false at the end of the file.
  func read(line: inout LineText) throws(GenomeFileError) -> Bool {
    // Safe: `line` owns its kstring, which htslib grows with realloc.
    let count = unsafe bgzf_getline(blocks, 10, &line.text)
    try check(failed: count < -1)
    return count >= 0
  }

  /// Moves to a virtual offset of a BGZF file.
  func seek(to offset: UInt64) throws(GenomeFileError) {
    // Safe: the stream is open for reading; htslib refuses what it can't seek in.
    let result = unsafe bgzf_seek(blocks, Int64(bitPattern: offset), SEEK_SET)
    try check(failed: result < 0)
  }

  /// Throws if htslib has noted an error, even one it did not return.
  func check(failed: Bool = false) throws(GenomeFileError) {
    // Safe: reads a field of the open stream.
    let errors = unsafe stardose_stream_errors(blocks)
    if failed || errors != 0 {
      throw GenomeFileError(errors == BGZF_ERR_IO && isPlain ? .truncated : .damaged, path: path)
    }
  }

  private var isPlain: Bool { unsafe bgzf_compression(blocks) == 1 }

  private static func open(
    _ path: String
  ) throws(GenomeFileError) -> (
    format: htsExactFormat, blocks: UnsafeMutablePointer<BGZF>,
    owner: UnsafeMutablePointer<htsFile>?
  ) {
    // Safe: htslib keeps nothing of the string beyond the call; "./" keeps it from reading a
    // relative path as a URL.
    let name = path == "-" || path.hasPrefix("/") ? path : "./" + path
    guard let raw = unsafe stardose_open(name) else {
      throw .init(.lastSystemError(), path: path)
    }
    var recognised = unsafe htsFormat()
    // Safe: both pointers are valid for the call, which only peeks.
    guard unsafe hts_detect_format(raw, &recognised) == 0 else {
      // Safe: nothing else holds `raw`.
      unsafe hclose_abruptly(raw)
      throw GenomeFileError(.damaged, path: path)
    }
    // Safe: whichever call succeeds takes `raw` over and closes it; after a failure we do.
    if unsafe recognised.format == bcf {
      if let owner = unsafe hts_hopen(raw, path, "r") {
        if let blocks = unsafe stardose_block_stream(owner) {
          return unsafe (recognised.format, blocks, owner)
        }
        _ = unsafe hts_close(owner)
        throw GenomeFileError(.damaged, path: path)
      }
    } else if let blocks = unsafe bgzf_hopen(raw, "r") {
      return unsafe (recognised.format, blocks, nil)
    }
    unsafe hclose_abruptly(raw)
    throw GenomeFileError(.damaged, path: path)
  }
}
