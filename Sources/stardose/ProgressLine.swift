internal import Foundation

/// How far a long read has come, on one line of standard error.
enum ProgressLine {
  /// A reporter that rewrites its line; nil where standard error is not a terminal.
  static func onTerminal(reading path: String) -> (@Sendable (Int, Int?) -> Void)? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    return { read, total in
      let megabytes = read >> 20
      let share = total.map { $0 > 0 ? " (\(100 * read / $0) %)" : "" } ?? ""
      FileHandle.standardError.write(
        Data("\rreading \(path): \(megabytes) MB\(share) \u{1B}[K".utf8))
      if let total, read + (64 << 20) > total {
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
      }
    }
  }
}
