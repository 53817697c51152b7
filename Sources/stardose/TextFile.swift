internal import Foundation
internal import GenomeFiles

/// Reads small text inputs whole.
enum TextFile {
  /// The text of a file.
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      let kind: VariantFileError.Kind =
        isFolder.boolValue ? .isDirectory : exists ? .permissionDenied : .notFound
      throw VariantFileError(kind, path: path)
    }
    return String(decoding: data, as: UTF8.self)
  }
}
