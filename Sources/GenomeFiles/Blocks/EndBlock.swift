internal import Glibc

/// Tells what is wrong with a file that does not end with the block that marks the end.
enum EndBlock {
  /// How far before the file's end the block is looked for.
  private static let reach = 1 << 16

  /// `bytesAfterEnd` if the block is there and something that is no block follows, else `truncated`.
  static func fault(path: String) -> GenomeFileError.Kind {
    let tail = tail(of: path)
    let mark = Deflater.endBlock
    guard tail.count > mark.count else { return .truncated }
    for start in (0..<tail.count - mark.count).reversed()
    where tail[start] == mark[0] && tail[start..<start + mark.count].elementsEqual(mark) {
      let rest = Array(tail[(start + mark.count)...])
      // Another block follows: files were joined, and the last of them is cut short.
      guard case .otherwise = BlockHeader.read(rest, at: 0) else { return .truncated }
      return .bytesAfterEnd(rest.count)
    }
    return .truncated
  }

  /// The last bytes of a file; none if it can't be read.
  private static func tail(of path: String) -> [UInt8] {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let length = min(max(size, 0), reach)
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      // Safe: the buffer has room for `length` bytes.
      count = max(unsafe pread(descriptor, buffer.baseAddress, length, size - length), 0)
    }
  }
}
