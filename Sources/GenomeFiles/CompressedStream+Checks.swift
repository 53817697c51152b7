internal import CHTSlib

extension CompressedStream {
  /// Throws if a regular BGZF file lacks the empty block that marks its end.
  func checkEndBlock() throws(GenomeFileError) {
    guard isRegular, isBlockCompressed else { return }
    // Safe: htslib looks at the last 28 bytes and returns to where it was.
    guard unsafe bgzf_check_EOF(blocks) == 1 else {
      throw GenomeFileError(EndBlock.fault(path: path), path: path)
    }
  }

  /// Throws if the stream stopped before its end: an error held back, or no end block in a pipe.
  func checkEndReached() throws(GenomeFileError) {
    try check()
    // Safe: reads a field of the open stream.
    if isBlockCompressed, unsafe stardose_end_block_missing(blocks) != 0 {
      throw GenomeFileError(.truncated, path: path)
    }
  }
}

extension CompressedStream {
  /// Everything from here to the end.
  func readAll() throws(GenomeFileError) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(8 * (size ?? 0))
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try unsafe chunk.withUnsafeMutableBufferPointer {
        (buffer) throws(GenomeFileError) -> Int in
        try unsafe read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if count == 0 { return content }
      if content.capacity - content.count < count { content.reserveCapacity(content.capacity * 2) }
      content += chunk[..<count]
    }
  }

  /// The decompressed bytes of a small file.
  static func content(of path: String) throws(GenomeFileError) -> [UInt8] {
    let stream = try CompressedStream(path: path)
    try stream.checkEndBlock()
    return try stream.readAll()
  }
}
