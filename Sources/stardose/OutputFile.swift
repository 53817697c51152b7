internal import Foundation

/// Where a command writes: standard output, or a file that appears whole or not at all.
///
/// A file is written under another name beside the final one, flushed to the disk, and renamed at
/// the end; if anything fails before, it is removed and what was there stays.
final class OutputFile {
  private let path: String?
  private let partial: String
  private let handle: FileHandle
  private var isFinished = false

  /// Opens an output; nil or `-` is standard output.
  init(path: String?) throws {
    guard let path, path != "-" else {
      self.path = nil
      partial = ""
      handle = .standardOutput
      return
    }
    self.path = path
    partial = "\(path).\(ProcessInfo.processInfo.processIdentifier).partial"
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forWritingAtPath: partial)
    else {
      throw OutputError(path: path, reason: "the folder is missing or may not be written to")
    }
    self.handle = handle
  }

  deinit { if !isFinished, path != nil { try? FileManager.default.removeItem(atPath: partial) } }

  /// Writes some text.
  func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw OutputError(path: path ?? "standard output", reason: Self.reason(error))
    }
  }

  /// Makes the file appear under its name.
  func finish() throws {
    guard let path else { return }
    do {
      try handle.synchronize()
      try handle.close()
      if FileManager.default.fileExists(atPath: path) {
        _ = try FileManager.default.replaceItemAt(
          URL(fileURLWithPath: path), withItemAt: URL(fileURLWithPath: partial))
      } else {
        try FileManager.default.moveItem(atPath: partial, toPath: path)
      }
      isFinished = true
    } catch {
      throw OutputError(path: path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
