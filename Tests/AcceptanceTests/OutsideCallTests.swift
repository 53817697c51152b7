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
    #expect(gene["diplotypes"] as? [String] == ["*57:01/*57:01"])
    let half = "HLA-A\t0\t.\t0\t-1\t.\t0\t-1\nHLA-B\t1\tHLA-B*57:01:01\t80\t45\t.\t0\t-1\n"
    let other = try self.gene("HLA-B", "t1k_genotype.tsv", Data(half.utf8))
    #expect(other["statedBy"] as? [String] == ["T1K"])
    #expect(other["phenotypes"] as? [String] == ["*57:01 positive"])
  }

  @Test func `Aldy's simple table, its VCF and its table say the same`() throws {
    let files = [
      "PAULA\tCYP2D6\t*1/*4+*4.021\t*1.001/*4+*4.021\t*4+*4/*139\t*4+*4/*139.001\t\n",
      "##fileformat=VCFv4.2\n##source=aldy-v4.4\n##INFO=<ID=ANN,Description=\"Location within CYP2D6\">\n"
        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tPAULA:0:*1/*4+*4.021\t"
        + "PAULA:1:*4+*4/*139\n",
      "#Sample\tGene\tSolutionID\tMajor\tMinor\nPAULA\tCYP2D6\t1\t*1/*4+*4.021\t1;4\n"
        + "PAULA\tCYP2D6\t2\t*4+*4/*139\t4;139\n",
    ]
    for (index, file) in files.enumerated() {
      let gene = try gene("CYP2D6", "\(index).txt", Data(file.utf8))
      #expect(gene["diplotypes"] as? [String] == ["*1/*4x2", "*4x2/*139"])
      #expect(gene["phenotypes"] as? [String] == ["Intermediate Metabolizer", "Indeterminate"])
    }
  }

  @Test func `a name without a function is never normal, and a withdrawn one is followed`() throws {
    for name in ["*61", "*63", "*999"] {
      let gene = try gene("CYP2D6", "x.tsv", Data("CYP2D6\t*1/\(name)".utf8))
      #expect(gene["phenotypes"] as? [String] == ["Indeterminate"])
    }
    let gene = try gene("CYP2D6", "x.tsv", Data("CYP2D6\t*57/*4".utf8))
    #expect(gene["diplotypes"] as? [String] == ["*4/*36"])
    #expect(gene["phenotypes"] as? [String] == ["Poor Metabolizer"])
  }

  @Test func `an outside call that the sample's own data contradict shows both`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url("x.tsv")
    try Data("CYP2C19\t*1/*17\nCYP2C9\t*1/*2\n".utf8).write(to: file)
    let outcome = try Program.run(["call", Self.demo, "--outside-calls", file.path])
    #expect(outcome.status == 0)
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains("CYP2C19 *1/*17 Rapid metaboliser; the sample's own data say *2/*2"))
    #expect(!text.contains("own data say *1/*2"))
  }

  @Test func `a file of which nothing can be used leaves no output behind`() throws {
    let folder = try TemporaryFolder()
    let (file, output) = (folder.url("x.tsv"), folder.url("out.json"))
    try Data("S1\t*1/*2\nS2\t*1/*1\n".utf8).write(to: file)
    let outcome = try Program.run([
      "report", Self.demo, "--outside-calls", file.path, "--format", "json", "-o", output.path,
    ])
    #expect(outcome.status == 3)
    #expect(
      outcome.errors.replacing(file.path, with: "x.tsv")
        == "stardose: x.tsv: no row is of a gene the knowledge base has, and the first says 'S1' in its "
        + "place; put the gene's symbol first, or into the file's name where a program's table leaves it "
        + "out\n")
    #expect(!FileManager.default.fileExists(atPath: output.path))
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
