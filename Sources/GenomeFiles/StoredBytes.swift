internal import Glibc

/// The bytes of a file as stored, in pieces: what a checksum is of.
package struct StoredBytes: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens an ordinary file.
  package init(path: String) throws(VariantFileError) {
    _ = try FileStatus(path: path)
    self.path = path
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw VariantFileError(.lastSystemError(), path: path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills the start of `buffer` and says how many bytes came; 0 at the end.
  package borrowing func read(into buffer: inout [UInt8]) throws(VariantFileError) -> Int {
    while true {
      // Safe: the system writes at most the buffer's own count.
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw VariantFileError(.lastSystemError(), path: path) }
      return count
    }
  }
}
