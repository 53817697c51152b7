internal import Foundation
internal import GenomeFiles

/// Reads small text inputs whole.
enum TextFile {
  /// The text of a file.
  static func read(_ path: String) throws -> String {
    if let data = FileManager.default.contents(atPath: path) {
      return String(decoding: data, as: UTF8.self)
    }
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    let kind: VariantFileError.Kind =
      switch type {
      case .typeDirectory?: .isDirectory
      case .some: .permissionDenied
      case nil: .notFound
      }
    throw VariantFileError(kind, path: path)
  }
}
