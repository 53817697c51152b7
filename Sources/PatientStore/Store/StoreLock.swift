import Foundation
import Glibc

/// Keeps a second process out of an open store: two writers would break the audit log's chain.
///
/// The lock is the operating system's, so it ends with the process, however that ends.
final class StoreLock: Sendable {
  static let fileName = "lock"
  private let handle: FileHandle

  /// Takes the lock of a folder.
  init(_ folder: String) throws(PatientStoreError) {
    let path = "\(folder)/\(Self.fileName)"
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    guard let handle = FileHandle(forUpdatingAtPath: path) else {
      throw PatientStoreError(
        .unreadable, place: path, "the file can't be opened; check the folder's access rights")
    }
    guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else {
      try? handle.close()
      throw PatientStoreError(
        .inUse, place: folder,
        "another process has the store open; stop the service or wait for the other command")
    }
    self.handle = handle
  }

  /// Gives the lock back.
  func release() { try? handle.close() }
}
