internal import Glibc

/// The bytes of a file as stored, in pieces: what a checksum is of.
package struct StoredBytes: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens an ordinary file.
  package init(path: String) throws(GenomeFileError) {
    descriptor = try Self.open(path)
    self.path = path
  }

  deinit { close(descriptor) }

  /// Fills the start of `buffer` and says how many bytes came; 0 at the end.
  package borrowing func read(into buffer: inout [UInt8]) throws(GenomeFileError) -> Int {
    while true {
      // Safe: the system writes at most the buffer's own count.
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw GenomeFileError(.lastSystemError(), path: path) }
      return count
    }
  }

  private static func open(_ path: String) throws(GenomeFileError) -> Int32 {
    _ = try FileStatus(path: path)
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GenomeFileError(.lastSystemError(), path: path) }
    return descriptor
  }
}
