internal import Glibc
internal import Synchronization

/// Files that appear whole or not at all.
package enum AtomicFile {
  /// The partial files there are at the moment.
  static let unfinished = Mutex<Set<String>>([])

  /// Removes all partial files of a process that is about to end; none gets its name after that.
  package static func abandonAll() {
    unfinished.withLock { paths in
      paths.forEach(remove)
      paths = []
    }
  }

  /// Writes beside the final name, waits for the disk, then renames into place.
  ///
  /// On failure nothing is left behind and a file that was at `path` before is untouched.
  package static func write(_ bytes: [UInt8], to path: String) throws(MappedIndexError) {
    var writer = try AtomicFileWriter(path: path)
    try writer.write(bytes)
    try writer.finish()
  }

  /// Whether a readable file is at a path.
  package static func isReadable(_ path: String) -> Bool {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    unsafe access(path, R_OK) == 0
  }

  /// Whether something other than a regular file is at a path.
  static func isOther(_ path: String) -> Bool {
    var status = stat()
    // Safe: the path is passed as a C string for the call alone; the struct is filled in place.
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }

  static func remove(_ path: String) {
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    _ = unsafe unlink(path)
  }

  /// The error for the system call that just failed.
  static func failure(_ path: String) -> MappedIndexError {
    MappedIndexError(.unwritable(code: errno), place: path)
  }

  /// Makes a new name durable; a folder that can't be synced loses nothing but that.
  static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    // Safe: the path is a Swift string, passed as a C string for the call alone.
    let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
