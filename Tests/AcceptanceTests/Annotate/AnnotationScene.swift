import Foundation
import GenomeFiles
import TestSupport
import Testing

/// A folder in which sources are compiled and inputs annotated by the program, as its user would.
final class AnnotationScene {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var errors: String
    /// The output's text, inflated if it is compressed; empty if there is none.
    var text: String
    /// Whether an output is there.
    var isThere: Bool

    /// The lines that are no header, each with its end.
    var records: [Substring] { AnnotationScene.records(of: text) }
  }

  let folder: TemporaryFolder
  private var runs = 0

  init() throws { folder = try TemporaryFolder() }

  /// Writes a file and gives its path.
  func write(_ text: String, to name: String) throws -> String {
    try folder.write(Array(text.utf8), to: name)
  }

  /// Writes a file in BGZF blocks and gives its path.
  func compress(_ text: String, to name: String) throws -> String {
    var writer = try BGZFWriter(path: folder.file(name))
    try writer.write(text)
    try writer.finish()
    return folder.file(name)
  }

  /// Compiles a source and gives the index's path.
  func index(_ source: String, _ arguments: [String] = [], as name: String = "s") throws -> String {
    let index = folder.file("\(name).sdx")
    try? FileManager.default.removeItem(atPath: index)
    let outcome = try Program.run(
      ["index", source, "--output", index, "--quiet"] + arguments, bare: true)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return index
  }

  /// Annotates into a file of its own.
  func annotate(
    _ input: String, _ sources: [String], _ arguments: [String] = [], type: String = "v"
  ) throws -> Outcome {
    runs += 1
    let output = folder.file("out\(runs).\(type == "z" ? "vcf.gz" : "vcf")")
    let outcome = try Program.run(
      ["annotate", input, "--output", output, "--quiet", "--output-type", type]
        + sources.flatMap { ["--source", $0] } + arguments, bare: true)
    let isThere = FileManager.default.fileExists(atPath: output)
    let text = isThere ? try Self.text(of: output) : ""
    return Outcome(status: outcome.status, errors: outcome.errors, text: text, isThere: isThere)
  }

  /// The text of a file, inflated if it is compressed.
  static func text(of path: String) throws -> String {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    guard bytes.starts(with: [0x1F, 0x8B]) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: try BGZFWriter.content(of: path), as: UTF8.self)
  }

  /// The lines of a VCF's text that are no header, each with its end.
  static func records(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end =
        bytes[start...].firstIndex(of: 10).map { bytes.index(after: $0) } ?? bytes.endIndex
      if bytes[start] != UInt8(ascii: "#") { lines.append(text[start..<end]) }
      start = end
    }
    return lines
  }
}
