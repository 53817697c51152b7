internal import Foundation
internal import GenomeFiles

/// Reads small text inputs whole.
enum TextFile {
  /// The text of a file.
  static func read(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }

  /// The bytes of a file.
  static func data(_ path: String) throws -> Data {
    if let data = FileManager.default.contents(atPath: path) { return data }
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let kind: GenomeFileError.Kind =
      switch type {
      case .typeDirectory?: .isDirectory
      case .some: .permissionDenied
      case nil: .notFound
      }
    throw GenomeFileError(kind, path: path)
  }
}
