import Foundation
import TestSupport
import Testing

/// Bad input ends in one sentence, a listed exit status, and no output that looks complete.
struct RefusalTests {
  private static let rows = (try? Table(folder.appendingPathComponent("expected.tsv")).rows) ?? []
  private static let folder = Program.samples.appendingPathComponent("malformed")

  @Test func `there are malformed files`() { #expect(Self.rows.count >= 25) }

  @Test(arguments: rows.map { $0["file"] ?? "" })
  func `a malformed file is refused in one sentence, or read if it is sound`(_ name: String) throws
  {
    let row = try #require(Self.rows.first { $0["file"] == name })
    let folder = try TemporaryFolder()
    let output = folder.url("report.json")
    let input = Self.folder.appendingPathComponent(name).path
    let outcome = try Program.run(
      ["report", input, "--format", "json", "--output", output.path, "--quiet"])
    #expect(String(outcome.status) == row["exit"], "\(outcome.errors)")
    let left = try folder.names
    if outcome.status == 0 {
      #expect(left == ["report.json"])
      #expect(outcome.errors.isEmpty)
    } else {
      #expect(left.isEmpty)
      #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
      #expect(outcome.errors.hasPrefix("stardose: "))
      #expect(outcome.errors.contains(name), "the sentence names the file: \(outcome.errors)")
    }
  }

  @Test func `a failed run leaves an earlier report as it was`() throws {
    let folder = try TemporaryFolder()
    let output = folder.url("report.html")
    try Data("earlier".utf8).write(to: output)
    let input = Self.folder.appendingPathComponent("flipped-byte.vcf.gz").path
    let outcome = try Program.run(["report", input, "--format", "html", "--output", output.path])
    #expect(outcome.status == 3)
    #expect(try Data(contentsOf: output) == Data("earlier".utf8))
    #expect(try folder.names == ["report.html"])
  }

  @Test func `a full disk is an error, and a device is never replaced`() throws {
    let demo = Program.samples.appendingPathComponent("demo/demo.vcf").path
    let outcome = try Program.run(["report", demo, "--output", "/dev/full"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "stardose: /dev/full: the file can't be written (No space left on device), "
        + "so no output was left; check the folder and the free space\n")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  private static let mistakes: [([String], Int32)] = [
    (["call"], 2), (["nonsense"], 2), (["call", "x.vcf", "--format", "pdf"], 2),
    (["call", "no-such-file.vcf"], 3), (["call", "."], 3),
    (["call", "x.vcf", "--knowledge", "no-such-file"], 4),
    (["call", "x.vcf", "--knowledge", "README.md"], 4), (["--version"], 0), (["--help"], 0),
  ]

  @Test(arguments: mistakes)
  func `each kind of mistake has its own exit status`(arguments: [String], status: Int32) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(status == 0 || !outcome.errors.isEmpty)
  }

  @Test func `the same input gives the same bytes`() throws {
    let demo = Program.samples.appendingPathComponent("demo/demo.vcf").path
    for format in ["json", "html", "tsv", "text"] {
      let first = try Program.run(["report", demo, "--format", format])
      let second = try Program.run(["report", demo, "--format", format])
      #expect(first.status == 0)
      #expect(first.output == second.output)
      #expect(!first.output.isEmpty)
    }
  }

  @Test func `a page stays under 300 kB`() throws {
    let demo = Program.samples.appendingPathComponent("demo/demo.vcf").path
    let page = try Program.run(["report", demo, "--format", "html"]).output
    #expect(page.utf8.count < 300_000)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(!page.contains("http-equiv") && !page.contains("<script"))
  }
}
