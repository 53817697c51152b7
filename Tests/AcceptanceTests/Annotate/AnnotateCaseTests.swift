import Foundation
import TestSupport
import Testing

/// Our own cases: a folder each, with what goes in, the steps, what comes out, and why.
struct AnnotateCaseTests {
  private static let folder = AnnotationCases.own.appendingPathComponent("cases")
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func `there are cases, each with its reason`() {
    #expect(Self.names.count >= 10)
    for name in Self.names {
      let why = Self.folder.appendingPathComponent("\(name)/why.md").path
      #expect(FileManager.default.fileExists(atPath: why), "\(name)")
    }
  }

  /// In `steps`, `@` stands for the case's folder and `%` for the one written to.
  @Test(arguments: names) func `a case comes out as expected, byte for byte`(name: String) throws {
    let scene = try AnnotationScene()
    let given = Self.folder.appendingPathComponent(name)
    let expected = given.appendingPathComponent("expected")
    let steps = String(
      decoding: try Foundation.Data(contentsOf: given.appendingPathComponent("steps")),
      as: UTF8.self)
    var last: Int32 = 0
    var errors = ""
    for step in steps.split(separator: "\n") where last == 0 {
      let words = AnnotationCases.words(String(step)).map { word in
        word.replacingOccurrences(of: "@", with: given.path + "/")
          .replacingOccurrences(of: "%", with: scene.folder.path + "/")
      }
      let outcome = try Program.run(words + ["--quiet"], bare: true)
      (last, errors) = (outcome.status, outcome.errors)
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: expected.path)
    if files.contains("refusal") {
      let said =
        "\(last) "
        + errors.replacingOccurrences(of: given.path + "/", with: "@")
        .replacingOccurrences(of: scene.folder.path + "/", with: "%")
      #expect(said == (try AnnotationScene.text(of: expected.path + "/refusal")))
      let left = try scene.folder.names.filter { !$0.hasSuffix(".sdx") }
      #expect(left.isEmpty)
    } else {
      #expect(last == 0, "\(errors)")
    }
    for file in files where file != "refusal" {
      let found = try AnnotationScene.text(of: scene.folder.file(file))
      #expect(found == (try AnnotationScene.text(of: "\(expected.path)/\(file)")), "\(file)")
    }
  }
}
