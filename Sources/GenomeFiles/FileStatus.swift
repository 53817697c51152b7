internal import Glibc

/// What the system says about a path before it is opened.
struct FileStatus {
  /// Whether this is an ordinary file, not a pipe or device.
  let isRegular: Bool
  /// The size in bytes.
  let size: Int
  /// When the content last changed, in seconds and nanoseconds.
  let modified: (seconds: Int, nanoseconds: Int)

  /// Looks a path up; `-` is standard input and never regular.
  ///
  /// - Throws: if the path is absent, a folder or out of reach.
  init(path: String) throws(GenomeFileError) {
    guard path != "-" else {
      isRegular = false
      size = 0
      modified = (0, 0)
      return
    }
    var status = stat()
    // Safe: stat fills the structure and keeps neither pointer.
    guard unsafe stat(path, &status) == 0 else { throw .init(.lastSystemError(), path: path) }
    let type = status.st_mode & S_IFMT
    guard type != S_IFDIR else { throw .init(.isDirectory, path: path) }
    // Safe: access only reads the string.
    guard unsafe access(path, R_OK) == 0 else { throw .init(.lastSystemError(), path: path) }
    isRegular = type == S_IFREG
    size = Int(status.st_size)
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Whether a file exists and is ordinary.
  static func isFile(_ path: String) -> Bool { (try? FileStatus(path: path))?.isRegular ?? false }
}

extension GenomeFileError.Kind {
  /// The kind for the error a system call just left.
  static func lastSystemError() -> Self {
    let number = errno
    switch number {
    case ENOENT, ENOTDIR: return .notFound
    case EACCES, EPERM: return .permissionDenied
    case EISDIR: return .isDirectory
    default:
      // Safe: strerror returns a terminated string, copied at once.
      return .unreadable(unsafe String(cString: strerror(number)).lowercased())
    }
  }
}
