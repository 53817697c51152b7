import Foundation
import TestSupport
import Testing

/// Two knowledge bases held against each other, and against stored results.
struct KnowledgeDiffTests {
  private static let folder = SharedCases.root.appendingPathComponent("knowledgebase").path

  @Test func `a compiled file and the folder it was made of hold the same`() throws {
    let outcome = try Program.run(["knowledge", "diff", Program.knowledge.path, Self.folder])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("\n\nnothing differs\n"))
  }

  @Test func `a changed rule changes the guidance of who it is for`() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    let newer = folder.file("knowledgebase")
    try files.copyItem(atPath: Self.folder, toPath: newer)
    let drug = URL(fileURLWithPath: "\(newer)/drugs/clopidogrel.yaml")
    let text = String(decoding: try Data(contentsOf: drug), as: UTF8.self)
    try Data(text.replacing("strength: Strong", with: "strength: Optional").utf8).write(to: drug)
    let calls = folder.file("calls")
    try files.createDirectory(atPath: calls, withIntermediateDirectories: true)
    let patient = Program.samples.appendingPathComponent("stent-clopidogrel")
    let name = try #require(
      files.contentsOfDirectory(atPath: patient.path).first { $0.hasSuffix(".vcf") })
    let call = try Program.run([
      "call", patient.appendingPathComponent(name).path, "--format", "json", "--quiet",
      "--output", "\(calls)/one.json",
    ])
    try #require(call.status == 0, "\(call.errors)")
    let outcome = try Program.run(
      ["knowledge", "diff", Self.folder, newer, "--calls", calls, "--format", "json"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.sections.flatMap(\.changes).map(\.name) == ["clopidogrel"])
    #expect(answer.samples?.count == 1)
    #expect(answer.samples?.changes.flatMap(\.drugs).map(\.id) == ["clopidogrel"])
  }

  @Test(
    arguments: [
      (["no-such-file", "knowledgebase"], 4, "no-such-file: there is no such file"),
      (["knowledgebase", "README.md"], 4, "README.md: the file is not a Stardose index"),
      (["knowledgebase", "vcf-samples"], 3, "vcf-samples/"),
      (
        ["knowledgebase", "knowledgebase", "--calls", "scripts"], 3,
        "scripts: the folder has no file whose name ends in .json"
      ),
      (
        ["knowledgebase", "knowledgebase", "--calls", "README.md"], 3,
        "README.md: the file is not a result of"
      ),
      (["knowledgebase", "knowledgebase", "--calls", "no-such-folder"], 3, "no-such-folder: "),
    ] as [([String], Int32, String)])
  func `what can't be read is named, with what to do`(
    _ arguments: [String], _ status: Int32, _ words: String
  ) throws {
    let outcome = try Program.run(["knowledge", "diff"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix("stardose: \(words)"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  private struct Answer: Decodable {
    struct Section: Decodable {
      struct Change: Decodable { let name: String }
      let changes: [Change]
    }
    struct Samples: Decodable {
      struct Change: Decodable {
        struct Drug: Decodable { let id: String }
        let drugs: [Drug]
      }
      let count: Int
      let changes: [Change]
    }
    let sections: [Section]
    let samples: Samples?
  }
}
