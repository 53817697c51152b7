internal import Foundation
internal import GenomeFiles
internal import Guidance

/// Opens an outside-call file: text, or the archive PyPGx writes.
enum OutsideCallSource {
  /// The document at a path.
  static func document(_ path: String) throws -> OutsideDocument {
    let bytes = Array(try TextFile.data(path))
    guard ZipArchive.begins(bytes) else { return try OutsideDocument(file: path, bytes: bytes) }
    let archive = try ZipArchive(bytes, path: path)
    let member = { (name: String) in
      try archive.names.first { $0 == name || $0.hasSuffix("/" + name) }.flatMap(archive.member)
    }
    guard let table = try member("data.tsv") else {
      throw OutsideCallError(.archiveWithoutTable, at: OutsideCallPlace(file: path, line: 0))
    }
    var document = try OutsideDocument(file: path, bytes: table)
    if let facts = try member("metadata.txt") {
      document.metadata = OutsideDocument.metadata(String(decoding: facts, as: UTF8.self))
    }
    return document
  }
}
