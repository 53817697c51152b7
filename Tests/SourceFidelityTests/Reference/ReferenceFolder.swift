import Foundation
import TestSupport

/// The tables the knowledge base was made from, which stand beside the checkout on some machines.
enum ReferenceFolder {
  /// The folder named by `STARDOSE_REFERENCE`, else `../shared/reference`; it may not exist.
  static let url = URL(
    fileURLWithPath: ProcessInfo.processInfo.environment["STARDOSE_REFERENCE"]
      ?? "../shared/reference",
    relativeTo: SharedCases.root
  ).standardizedFileURL

  /// Whether the folder is there; prints why its tests are skipped if it is not.
  static let isAvailable: Bool = {
    let index = url.appendingPathComponent("INDEX.md").path
    if FileManager.default.fileExists(atPath: index) { return true }
    print("skipped: there is no \(index); set STARDOSE_REFERENCE to the folder of source tables")
    return false
  }()

  /// A file of the folder.
  static func file(_ path: String) -> URL { url.appendingPathComponent(path) }

  /// The files of a subfolder with this extension, sorted by name.
  static func files(in folder: String, _ suffix: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: file(folder), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
  }

  /// A file as JSON.
  static func json(_ path: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(contentsOf: file(path)))
  }
}
