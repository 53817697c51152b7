import Foundation
import TestSupport
import Testing

/// An answer worked out again from its trace.
struct ReplayTests {
  /// A trace, and the answer it is of.
  private static func trace(
    in folder: borrowing TemporaryFolder, _ more: [String] = []
  ) throws -> (path: String, text: String, answer: String) {
    let patient = folder.file("p.json")
    let text = """
      { "layout": "stardose-patient/1", "id": "P1", "name": "Ada \\"Countess\\"",
        "birthDate": "1956-03-31",
        "genes": [{ "gene": "CYP2C19", "diplotype": "*1/*2" },
          { "gene": "CYP2D6", "diplotype": "*1/*4.001" }] }
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: patient))
    let path = folder.file("t.json")
    let outcome = try Program.run(
      [
        "query", "--patient", patient, "--medications", "Plavix, omeprazole 20 mg, xyzzyqqq",
        "--smoker", "--egfr", "45.5", "--trace", path,
      ] + more)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let written = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return (path, written, outcome.output)
  }

  @Test(arguments: [[], ["--format", "json"], ["--add", "codeine", "--what-if", "no-smoking"]])
  func `an answer is replayed byte for byte`(_ more: [String]) throws {
    let folder = try TemporaryFolder()
    let trace = try Self.trace(in: folder, more)
    let outcome = try Program.run(["replay", trace.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "\(trace.path): the same, byte for byte\n")
    #expect(outcome.errors == "")
    #expect(try Program.run(["replay", trace.path, "--answer"]).output == trace.answer)
  }

  @Test func `the same question gives the same trace`() throws {
    let folder = try TemporaryFolder()
    let first = try Self.trace(in: folder)
    #expect(try Self.trace(in: folder).text == first.text)
  }

  @Test func `a byte flipped anywhere in a trace is noticed`() throws {
    let folder = try TemporaryFolder()
    let trace = try Self.trace(in: folder)
    let bytes = Array(trace.text.utf8)
    // Twenty places spread over the whole.
    for place in stride(from: 3, to: bytes.count, by: bytes.count / 20) {
      var flipped = bytes
      flipped[place] ^= 1
      try Data(flipped).write(to: URL(fileURLWithPath: trace.path))
      let outcome = try Program.run(["replay", trace.path])
      #expect([1, 3].contains(outcome.status), "byte \(place): \(outcome.errors)")
      #expect(outcome.output == "")
      #expect(outcome.errorLines.count == 1)
      #expect(
        outcome.errors.hasPrefix("stardose: \(trace.path)"), "byte \(place): \(outcome.errors)")
    }
  }

  @Test(arguments: [
    (
      "\"*1/*2\"", "\"*1/*1\"",
      "the question was changed since the trace was written: its SHA-256 is "
    ),
    (
      "CLOPIDOGREL", "CLOPIDOGREM",
      "the answer was changed since the trace was written: its SHA-256 is "
    ),
    (
      "\"engine\": \"stardose", "\"engine\": \"Stardose",
      "its engine, the knowledge base's name or the seal was changed since the trace was written; "
    ),
    (
      "\"seal\": \"", "\"seal\": \"0",
      "its engine, the knowledge base's name or the seal was changed since the trace was written; "
    ),
    (
      "\"seal\": \"", "\"seal\":  \"",
      "the trace was changed since it was written, first on line "
    ),
  ])
  func `what was changed in a trace is named`(
    _ old: String, _ new: String, _ words: String
  ) throws {
    let folder = try TemporaryFolder()
    let trace = try Self.trace(in: folder)
    try #require(trace.text.contains(old))
    try Data(trace.text.replacing(old, with: new).utf8).write(to: URL(fileURLWithPath: trace.path))
    let outcome = try Program.run(["replay", trace.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("stardose: \(trace.path): \(words)"), "\(outcome.errors)")
  }

  @Test func `another knowledge base replays nothing and is named`() throws {
    let folder = try TemporaryFolder()
    let trace = try Self.trace(in: folder)
    let files = FileManager.default
    let source = folder.file("knowledgebase")
    try files.copyItem(
      atPath: SharedCases.root.appendingPathComponent("knowledgebase").path, toPath: source)
    let drug = URL(fileURLWithPath: "\(source)/drugs/clopidogrel.yaml")
    let text = String(decoding: try Data(contentsOf: drug), as: UTF8.self)
    try Data(text.replacing("strength: Strong", with: "strength: Optional").utf8).write(to: drug)
    let other = folder.file("other.stardose")
    let compiled = try Program.run(["knowledge", "compile", source, "--output", other], bare: true)
    try #require(compiled.status == 0, "\(compiled.errors)")
    let outcome = try Program.run(["replay", trace.path, "--knowledge", other])
    #expect(outcome.status == 4)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        "stardose: \(trace.path): the answer was made with knowledge base "), "\(outcome.errors)")
    #expect(
      outcome.errors.hasSuffix(
        ", so nothing was replayed; name the right one with --knowledge\n"), "\(outcome.errors)")
  }
}
