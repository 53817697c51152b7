internal import Glibc

/// Files that appear whole or not at all.
package enum AtomicFile {
  /// Writes beside the final name, waits for the disk, then renames into place.
  ///
  /// On failure nothing is left behind and a file that was at `path` before is untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(MappedIndexError) {
    let beside = "\(path).\(getpid()).partial"
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(MappedIndexError) {
      defer { close(descriptor) }
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw failure(path) }
    } catch {
      remove(beside)
      throw error
    }
    // Safe: both paths are Swift strings, passed as C strings for the call alone.
    guard unsafe rename(beside, path) == 0 else {
      let error = failure(path)
      remove(beside)
      throw error
    }
    syncFolder(of: path)
  }

  private static func remove(_ path: String) {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    _ = unsafe unlink(path)
  }

  /// Whether a readable file is at a path.
  package static func isReadable(_ path: String) -> Bool {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    unsafe access(path, R_OK) == 0
  }

  private static func failure(_ path: String) -> MappedIndexError {
    MappedIndexError(.unwritable(code: errno), place: path)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String)
    throws(MappedIndexError)
  {
    var offset = 0
    while offset < bytes.count {
      // Safe: the buffer is valid during the closure and its own count is passed.
      let written = unsafe bytes[offset...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw failure(path) }
      offset += written
    }
  }

  /// Makes the new name durable; a folder that can't be synced loses nothing but that.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
