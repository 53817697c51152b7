import Foundation
import KnowledgeCompiler
import Testing
import TestSupport

/// A copy of the sound knowledge base that a test may break.
struct FixtureFolder {
  private let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("knowledgebase")
    let sound = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/sound").path
    try FileManager.default.copyItem(atPath: sound, toPath: path)
  }

  /// Where a test may write its output.
  var output: String { folder.file("out.stardose") }

  /// Replaces text that must come once in a file.
  func replace(_ old: String, by new: String, in file: String) throws {
    let text = try read(file)
    try #require(text.ranges(of: old).count == 1, "'\(old)' must come once in \(file)")
    try write(text.replacing(old, with: new), to: file)
  }

  func read(_ file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(file)")
  }

  /// The sentences of all errors.
  var errors: [String] { sentences(.error) }

  /// The sentences of all notes.
  var notes: [String] { sentences(.note) }

  private func sentences(_ severity: CurationFinding.Severity) -> [String] {
    KnowledgeCompilation.check(directory: path).filter { $0.severity == severity }
      .map(\.description)
  }
}
