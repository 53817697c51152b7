internal import CHTSlib
internal import Glibc

/// The decompressed text of a file in large pieces of whole lines, for code outside the fence.
package struct TextChunks: ~Copyable, LineChunks {
  /// The path as given.
  package let path: String
  /// The size in bytes as stored.
  package let size: Int
  /// The bytes read; those of the piece are in `lines`.
  package private(set) var bytes: [UInt8]
  /// Where in `bytes` the piece lies.
  ///
  /// Every line has its end but perhaps the file's last one.
  package private(set) var lines: Range<Int> = 0..<0
  private let stream: CompressedStream
  private var filled = 0
  private var isAtEnd = false

  /// Opens an ordinary file, plain, gzip or BGZF; one without its BGZF end block is refused.
  ///
  /// - Parameters:
  ///   - path: not standard input.
  ///   - capacity: how many bytes to read at once; a longer line makes it grow.
  ///   - threads: how many threads decompress ahead, where blocks allow it.
  package init(path: String, capacity: Int = 1 << 20, threads: Int = 1) throws(GenomeFileError) {
    let stream = try CompressedStream(path: path)
    guard stream.isRegular else { throw GenomeFileError(.alreadyRead, path: path) }
    try stream.checkEndBlock()
    stream.decompress(withThreads: threads)
    self.path = path
    size = stream.size ?? 0
    self.stream = stream
    bytes = [UInt8](repeating: 0, count: capacity)
  }

  /// Whether the file holds BCF, whose records are not text.
  package var isBinary: Bool { stream.format == bcf }

  /// How far the file has been read, in stored bytes; 0 while other threads read ahead.
  package var offset: Int { stream.compressedOffset }

  /// Moves on to the next piece; false at the end of the file.
  package mutating func advance() throws(GenomeFileError) -> Bool {
    let kept = filled - lines.upperBound
    if lines.upperBound > 0 {
      bytes.replaceSubrange(0..<kept, with: Array(bytes[lines.upperBound..<filled]))
      (lines, filled) = (0..<0, kept)
    }
    var searched = 0
    while !isAtEnd {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let start = filled
      let count = try unsafe bytes.withUnsafeMutableBufferPointer {
        (buffer) throws(GenomeFileError) -> Int in
        // Safe: start is below the count, so the rest has room for what its own count says.
        let room = unsafe UnsafeMutableBufferPointer(rebasing: buffer[start...])
        return try unsafe stream.read(into: UnsafeMutableRawBufferPointer(room))
      }
      filled += count
      isAtEnd = count == 0
      if let last = bytes[searched..<filled].lastIndex(of: 10) {
        lines = 0..<last + 1
        return true
      }
      searched = filled
    }
    if filled == 0 { try stream.checkEndReached() }
    lines = 0..<filled
    return filled > 0
  }
}

extension Span<UInt8> {
  /// The index of the first such byte in a range, or its end.
  package func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { buffer in
      // Safe: the range was checked against the buffer's count.
      guard let base = buffer.baseAddress, !range.isEmpty,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return range.upperBound }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
