internal import CHTSlib
internal import Glibc

/// A file read as it is stored, in runs of whole BGZF blocks, so that others may inflate them.
///
/// The content decides how it is read, not the name. A plain gzip file, which has no blocks, comes
/// as text already inflated. Closed once, when the value goes away.
@safe package struct BlockInput: ~Copyable {
  /// How the bytes are stored.
  package enum Layout: Sendable {
    /// BGZF blocks.
    case blocks
    /// One or more gzip members without block sizes.
    case gzip
    /// Not compressed.
    case plain
  }

  /// The path as given; `-` is standard input.
  package let path: String
  /// How the bytes are stored.
  package let layout: Layout
  /// The size in bytes as stored, or nil for a pipe.
  package let size: Int?
  /// Whether the content is BCF, which `BCFReader` reads.
  package let isBCF: Bool
  /// Nil once a stream or a reader owns it.
  private var file: UnsafeMutablePointer<hFILE>?
  private let gzip: CompressedStream?
  /// Bytes read that belong to the next piece: the beginning of a block.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var endsWithEndBlock = false
  private var rawBytesRead = 0

  /// Opens a file, or standard input for `-`, and recognises how it is stored.
  ///
  /// - Throws: if the file is absent, a folder, not readable, without a byte, or a BGZF file
  ///   without its end block.
  package init(path: String) throws(GenomeFileError) {
    silenceHTSlib()
    let status = try FileStatus(path: path)
    guard !status.isRegular || status.size > 0 else { throw GenomeFileError(.empty, path: path) }
    // Safe: htslib keeps nothing of the string beyond the call; "./" keeps it from reading a
    // relative path as a URL.
    let name = path == "-" || path.hasPrefix("/") ? path : "./" + path
    guard let opened = unsafe stardose_open(name) else {
      throw GenomeFileError(.lastSystemError(), path: path)
    }
    let size = status.isRegular ? status.size : nil
    let found = try unsafe Self.recognise(opened, path: path, size: size)
    // BCF in plain gzip is left to the reader of BCF, which inflates it itself.
    let isStreamed = found.layout == .gzip && !found.isBCF
    gzip = try unsafe isStreamed ? Self.stream(opened, path: path, size: size) : nil
    self.path = path
    self.size = size
    layout = found.layout
    isBCF = found.isBCF
    unsafe file = isStreamed ? nil : opened
  }

  deinit {
    // Safe: opened in init, reachable only through self, and nil once handed over.
    if let file = unsafe file { unsafe hclose_abruptly(file) }
  }

  /// The stored bytes read so far, for progress.
  package var bytesRead: Int {
    switch gzip {
    case .some(let stream): stream.storedOffset
    case nil: rawBytesRead
    }
  }

  /// The next run of whole blocks of about `byteCount` stored bytes, or of so many bytes of text;
  /// nil at the end.
  ///
  /// - Throws: if reading fails, something that is no block follows, or the file ends early.
  package mutating func next(atLeast byteCount: Int) throws(GenomeFileError) -> RawPiece? {
    guard layout != .gzip || !isBCF else { throw GenomeFileError(.otherFormat("BCF"), path: path) }
    if layout == .blocks { return try nextBlocks(atLeast: max(byteCount, 1)) }
    let text = try read(upTo: max(byteCount, 1))
    return text.isEmpty ? nil : RawPiece(text: text)
  }

  /// Hands the open file over to another reader; nothing can be read here afterwards.
  @unsafe mutating func takeFile() -> UnsafeMutablePointer<hFILE>? {
    defer { unsafe file = nil }
    return unsafe file
  }

  private mutating func nextBlocks(atLeast byteCount: Int) throws(GenomeFileError) -> RawPiece? {
    var wanted = byteCount
    while true {
      var bytes = try read(upTo: wanted)
      if bytes.isEmpty {
        guard endsWithEndBlock else { throw GenomeFileError(.truncated, path: path) }
        return nil
      }
      var blocks: [Range<Int>] = []
      blocks.reserveCapacity(bytes.count >> 13)
      var end = 0
      var needed = 0
      scan: while end < bytes.count {
        switch BlockHeader.read(bytes, at: end) {
        case .block(let header) where end + header.blockLength <= bytes.count:
          blocks.append(end..<end + header.blockLength)
          end += header.blockLength
        case .block(let header):
          needed = header.blockLength
          break scan
        case .incomplete:
          needed = bytes.count + Self.beginningLength
          break scan
        case .otherwise: break scan
        }
      }
      rest = Array(bytes[end...])
      if let last = blocks.last {
        // What follows and is at fault is reported by the next call, after the sound blocks.
        bytes.removeLast(bytes.count - end)
        endsWithEndBlock = bytes[last].elementsEqual(Deflater.endBlock)
        return RawPiece(bytes: bytes, blocks: blocks)
      }
      if needed == 0 { throw GenomeFileError(.damaged, path: path) }
      if isAtEnd { throw GenomeFileError(.truncated, path: path) }
      wanted = needed
    }
  }

  /// What is left from before and more, until there are `count` bytes or the file ends.
  private mutating func read(upTo count: Int) throws(GenomeFileError) -> [UInt8] {
    let kept = rest.count
    guard kept < count, !isAtEnd else {
      defer { rest = [] }
      return rest
    }
    var failure: GenomeFileError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // Safe: kept < count, and each read is told the room that is left.
      _ = unsafe buffer.initialize(fromContentsOf: rest)
      filled = kept
      do throws(GenomeFileError) {
        while filled < count {
          let room = unsafe UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
          let received = try unsafe read(into: room)
          if received == 0 {
            isAtEnd = true
            break
          }
          filled += received
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    rawBytesRead += bytes.count - kept
    rest = []
    return bytes
  }

  private func read(into room: UnsafeMutableRawBufferPointer) throws(GenomeFileError) -> Int {
    switch gzip {
    case .some(let stream):
      let received = try unsafe stream.read(into: room)
      if received == 0 { try stream.check() }
      return received
    case nil: break
    }
    guard let file = unsafe file, let base = room.baseAddress else { return 0 }
    // Safe: htslib writes at most room.count bytes.
    let received = unsafe hread(file, base, room.count)
    guard received >= 0 else { throw GenomeFileError(.lastSystemError(), path: path) }
    return received
  }

  /// How the bytes are stored and whether they are BCF; closes a file that it refuses.
  private static func recognise(
    _ file: UnsafeMutablePointer<hFILE>, path: String, size: Int?
  ) throws(GenomeFileError) -> (layout: Layout, isBCF: Bool) {
    do throws(GenomeFileError) {
      let layout = try layout(of: try unsafe peek(file, path: path), path: path)
      if layout == .blocks { try checkEndBlock(path: path, size: size) }
      var format = unsafe htsFormat()
      // Safe: both pointers are valid for the call, which only peeks.
      let isRecognised = unsafe hts_detect_format(file, &format) == 0
      return unsafe (layout, isRecognised && format.format == bcf)
    } catch {
      // Safe: nothing else holds the file.
      unsafe hclose_abruptly(file)
      throw error
    }
  }

  /// The stream that takes a gzip file over.
  private static func stream(
    _ file: UnsafeMutablePointer<hFILE>, path: String, size: Int?
  ) throws(GenomeFileError) -> CompressedStream? {
    try unsafe CompressedStream(gzip: file, path: path, size: size)
  }

  /// A gzip header may have 64 kB of extra fields, but no one writes more than a few bytes.
  private static let beginningLength = 1024

  /// The first bytes, as many as a header may have, or all there are.
  private static func peek(
    _ file: UnsafeMutablePointer<hFILE>, path: String
  ) throws(GenomeFileError) -> [UInt8] {
    var result = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: beginningLength) { buffer, count in
      // Safe: htslib writes at most buffer.count bytes.
      result = unsafe hpeek(file, buffer.baseAddress, buffer.count)
      count = max(result, 0)
    }
    guard result >= 0 else { throw GenomeFileError(.lastSystemError(), path: path) }
    guard result > 0 else { throw GenomeFileError(.empty, path: path) }
    return bytes
  }

  private static func layout(
    of beginning: [UInt8], path: String
  ) throws(GenomeFileError) -> Layout {
    guard beginning.starts(with: [0x1F, 0x8B]) else { return .plain }
    // The shortest gzip file; htslib would read less as text.
    guard beginning.count >= 18 else { throw GenomeFileError(.truncated, path: path) }
    switch BlockHeader.read(beginning, at: 0) {
    case .block: return .blocks
    case .incomplete where beginning.count < beginningLength:
      throw GenomeFileError(.truncated, path: path)
    case .incomplete, .otherwise: return .gzip
    }
  }

  /// Refuses a file that does not end with the empty block before any work is done.
  private static func checkEndBlock(path: String, size: Int?) throws(GenomeFileError) {
    guard let size else { return }
    let expected = Deflater.endBlock
    guard size >= expected.count else { throw GenomeFileError(.truncated, path: path) }
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GenomeFileError(.lastSystemError(), path: path) }
    defer { close(descriptor) }
    let last = unsafe [UInt8](unsafeUninitializedCapacity: expected.count) { buffer, count in
      // Safe: the buffer has room for expected.count bytes.
      count = max(
        unsafe pread(descriptor, buffer.baseAddress, expected.count, size - expected.count), 0)
    }
    guard last == expected else { throw GenomeFileError(EndBlock.fault(path: path), path: path) }
  }
}

// Safe: the value can't be copied, so one thread at a time has it; htslib's files are tied to none.
extension BlockInput: @unchecked Sendable {}
