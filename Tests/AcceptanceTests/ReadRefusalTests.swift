import Foundation
import TestSupport
import Testing

/// Faulty files of reads end in one sentence, a listed exit status, and no output that looks complete.
struct ReadRefusalTests {
  private static let folder = Program.samples.appendingPathComponent("malformed/reads")
  private static let rows = (try? Table(folder.appendingPathComponent("expected.tsv")).rows) ?? []

  @Test func `there are malformed files of reads`() { #expect(Self.rows.count >= 20) }

  @Test(arguments: rows.map { $0["file"] ?? "" })
  func `a malformed file of reads is refused in one sentence, or read if it is sound`(
    _ name: String
  ) throws {
    let row = try #require(Self.rows.first { $0["file"] == name })
    let folder = try TemporaryFolder()
    let output = folder.url("report.json")
    var arguments = ["report", "--reads", Self.folder.appendingPathComponent(name).path]
    if let reference = row["reference"], !reference.isEmpty {
      arguments += ["--reference", Self.folder.appendingPathComponent(reference).path]
    }
    let outcome = try Program.run(
      arguments + ["--format", "json", "--output", output.path, "--quiet"])
    #expect(String(outcome.status) == row["exit"], "\(outcome.errors)")
    let left = try folder.names
    if outcome.status == 0 {
      #expect(left == ["report.json"])
    } else {
      #expect(left.isEmpty)
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("stardose: "))
      #expect(outcome.errors.contains(name), "the sentence names the file: \(outcome.errors)")
    }
  }
}
