internal import Glibc
internal import Synchronization

/// A file being written that appears under its name whole or not at all.
///
/// The bytes go to a partial file beside the final name; `finish()` waits for the disk and renames
/// it into place. A writer that is dropped before that removes the partial file, and what was at the
/// path stays as it was. Something that is not a regular file, such as a pipe or a device, is
/// written to directly.
package struct AtomicFileWriter: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// The name the bytes are under until `finish()`; nil when writing directly.
  private var partial: String?

  /// Opens a file for writing; nil is standard output.
  package init(path: String?) throws(MappedIndexError) {
    guard let path else {
      (descriptor, self.path, partial) = (STDOUT_FILENO, "standard output", nil)
      return
    }
    self.path = path
    partial = AtomicFile.isOther(path) ? nil : "\(path).\(getpid()).partial"
    if let partial { AtomicFile.unfinished.withLock { _ = $0.insert(partial) } }
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    descriptor = unsafe open(partial ?? path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if let partial { AtomicFile.unfinished.withLock { _ = $0.remove(partial) } }
      partial = nil
      throw AtomicFile.failure(path)
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    if let partial {
      AtomicFile.remove(partial)
      AtomicFile.unfinished.withLock { _ = $0.remove(partial) }
    }
  }

  /// The name that the bytes written so far are under; nil if they go straight to where they belong.
  package var unfinishedPath: String? { partial }

  /// Writes bytes at the end.
  package borrowing func write(_ bytes: [UInt8]) throws(MappedIndexError) {
    var offset = 0
    while offset < bytes.count {
      // Safe: the buffer is valid during the closure and its own count is passed.
      let written = unsafe bytes[offset...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw AtomicFile.failure(path) }
      offset += written
    }
  }

  /// Writes bytes over those at an offset; not for pipes.
  package borrowing func overwrite(_ bytes: [UInt8], at offset: Int) throws(MappedIndexError) {
    // Safe: the buffer is valid during the closure and its own count is passed.
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    }
    guard written == bytes.count else { throw AtomicFile.failure(path) }
  }

  /// Makes the file durable and gives it its name.
  package mutating func finish() throws(MappedIndexError) {
    guard let partial else { return }
    guard fsync(descriptor) == 0 else { throw AtomicFile.failure(path) }
    // Safe: both paths are Swift strings, passed as C strings for the call alone.
    guard unsafe rename(partial, path) == 0 else { throw AtomicFile.failure(path) }
    self.partial = nil
    AtomicFile.unfinished.withLock { _ = $0.remove(partial) }
    AtomicFile.syncFolder(of: path)
  }
}
