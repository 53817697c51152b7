import Foundation
import TestSupport
import Testing

/// The files of other programs, given to the program as its user would.
struct OutsideCallTests {
  private static let demo = Program.samples.appendingPathComponent("demo/demo.vcf").path

  /// One gene's part of the JSON of a run with a file of outside calls.
  private func gene(
    _ symbol: String, _ name: String, _ content: Data, _ more: [String] = []
  ) throws -> [String: Any] {
    let folder = try TemporaryFolder()
    let file = folder.url(name)
    try content.write(to: file)
    let outcome = try Program.run(
      ["call", Self.demo, "--outside-calls", file.path, "--format", "json", "--gene", symbol] + more
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let samples = (report as? [String: Any])?["samples"] as? [[String: Any]]
    return try #require((samples?.first?["genes"] as? [[String: Any]])?.first)
  }

  private func refusal(_ name: String, _ content: Data) throws -> String {
    let folder = try TemporaryFolder()
    let file = folder.url(name)
    try content.write(to: file)
    let outcome = try Program.run(["call", Self.demo, "--outside-calls", file.path])
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    return outcome.errors.replacing(file.path, with: name)
  }

  @Test func `Cyrius' row of the sample is taken, with its doubt`() throws {
    let table =
      "Sample\tGenotype\tFilter\nPAUL\t*4/*4\tPASS\n"
      + "PAULA\t*1/*41;*2/*10\tMore_than_one_possible_genotype\n"
    let gene = try gene("CYP2D6", "cohort.tsv", Data(table.utf8))
    #expect(gene["status"] as? String == "outside")
    #expect(gene["statedBy"] as? [String] == ["Cyrius"])
    #expect(gene["diplotypes"] as? [String] == ["*1/*41", "*2/*10"])
    #expect(gene["activityScores"] as? [String] == ["1.25"])
    #expect(
      gene["notes"] as? [String] == [
        "Cyrius marks its call 'More_than_one_possible_genotype'."
      ])
  }

  @Test func `PyPGx' archive is read as it is`() throws {
    let gene = try gene("CYP2D6", "results.zip", Data(SampleArchives.results))
    #expect(gene["statedBy"] as? [String] == ["PyPGx"])
    #expect(gene["diplotypes"] as? [String] == ["*1/*68 + *4"])
    #expect(gene["phenotypes"] as? [String] == ["Intermediate Metabolizer"])
  }

  @Test func `a typer's table excludes what it has seen, and no more`() throws {
    let rows = "A\tHLA-A*31:01:02\tHLA-A*02:01:01\nB\tHLA-B*57:01:01\t-\nC\tNot typed\tNot typed\n"
    let gene = try gene("HLA-B", "x_final.result.txt", Data(rows.utf8))
    #expect(gene["statedBy"] as? [String] == ["HLA-HD"])
    #expect(gene["phenotypes"] as? [String] == ["*57:01 positive"])
  }

  @Test func `a sample of another name is taken only when it is named`() throws {
    let table = Data("Sample\tGenotype\tFilter\nPAULA-2\t*4/*4\tPASS\n".utf8)
    #expect(
      try refusal("other.tsv", table)
        == "stardose: other.tsv: none of the file's 1 sample has the name of the one looked at; "
        + "name the right one with --outside-sample\n")
    let gene = try gene("CYP2D6", "other.tsv", table, ["--outside-sample", "PAULA-2"])
    #expect(gene["diplotypes"] as? [String] == ["*4/*4"])
  }

  @Test func `files that can't be read are refused in one sentence`() throws {
    #expect(
      try refusal("x.tsv.gz", Data([0x1F, 0x8B, 8, 0]))
        == "stardose: x.tsv.gz: the file is compressed; decompress it first\n")
    #expect(
      try refusal("x.json", Data("{\"pbstarphase_version\": \"1\", \"gene_det".utf8))
        == "stardose: x.json, line 1: the JSON is broken: it ends too early; "
        + "give the whole file as its program wrote it\n")
    #expect(
      try refusal("cut.zip", Data(SampleArchives.results.dropLast(30)))
        == "stardose: cut.zip: reading failed: the ZIP archive is damaged or of an unusual kind; "
        + "make it again\n")
    #expect(
      try refusal("empty.tsv", Data())
        == "stardose: empty.tsv: the file states no result; "
        + "give a table of gene and diplotype, or a caller's own output\n")
  }
}
