import Guidance
import GuidanceFixtures
import StarAlleles
import Testing

/// Outside-call files that can't be read, and samples that can't be told.
struct OutsideRefusalTests {
  static let refusals: [(String, String)] = [
    (
      "",
      "calls.txt: the file states no result; give a table of gene and diplotype, or a caller's "
        + "own output"
    ),
    (
      "# nothing but a comment\n",
      "calls.txt: the file states no result; give a table of gene and "
        + "diplotype, or a caller's own output"
    ),
    (
      "Sample\tGenotype\tFilter\n",
      "calls.txt: the file states no result; give a table of gene and "
        + "diplotype, or a caller's own output"
    ),
    (
      "Sample\tGenotype\tFilter\nS1\t*1/*2",
      "calls.txt, line 2: the row has 2 of 3 columns; give the whole file as Cyrius wrote it"
    ),
    (
      "#Sample\tGene\tSolutionID\tMajor\tMinor\nS1\tCYP2D6\t1",
      "calls.txt, line 2: the row has 3 of 5 columns; give the whole file as Aldy wrote it"
    ),
    (
      "# Aldy v1.0\n# Solution 0\n",
      "calls.txt, line 1: this looks like the output of Aldy, but '# Gene:' is missing; "
        + "give the whole file as Aldy wrote it"
    ),
    (
      "CYP2D6 Star Allele Calling with StellarPGx\n\nInitially computed CN = 2\n",
      "calls.txt, line 1: this looks like the output of StellarPGx, but section 'Result:' is "
        + "missing; give the whole file as StellarPGx wrote it"
    ),
    (
      "\tGenotype\tPhenotype\tHaplotype1\nS1\t*1/*2\tNormal Metabolizer\t*1;\n",
      "calls.txt: this looks like the output of PyPGx, which does not say its gene; "
        + "put the gene's symbol into the file's name"
    ),
    (
      "Locus\tChromosome\tAllele\tQ1\nA\t1\tA*01:01\n",
      "calls.txt, line 2: the row has 3 of 4 columns; give the whole file as HLA*PRG:LA wrote it"
    ),
    (
      "##fileformat=VCFv4.2\n#CHROM\tPOS\n",
      "calls.txt: the file is a VCF, which states no diplotype; give the caller's table or report"
    ),
    (
      #"{"pbstarphase_version": "1.0"}"#,
      "calls.txt, line 1: this looks like the output of pb-StarPhase, but 'gene_details' is missing; "
        + "give the whole file as pb-StarPhase wrote it"
    ),
    (
      "{\"pbstarphase_version\": \"1.0\",\n\"gene_details\": {\n\"TPMT\": {}}}",
      "calls.txt, line 3: this looks like the output of pb-StarPhase, but 'diplotypes' of 'TPMT' is "
        + "missing; give the whole file as pb-StarPhase wrote it"
    ),
    (
      "{\"pbstarphase_version\": \"1.0\",\n\"gene_details\": {\n",
      "calls.txt, line 3: the JSON is broken: it ends too early; "
        + "give the whole file as its program wrote it"
    ),
    (
      #"{"some": {"other": 1}}"#,
      "calls.txt: the JSON is of no program known here; known are pb-StarPhase, PharmCAT, xHLA, "
        + "Cyrius, DRAGEN and arcasHLA"
    ),
    (
      "[]",
      "calls.txt: the JSON is of no program known here; known are pb-StarPhase, PharmCAT, xHLA, "
        + "Cyrius, DRAGEN and arcasHLA"
    ),
    (
      "*** a page of prose",
      "calls.txt, line 1: only one column, '*** a page of prose'; separate gene, diplotype, "
        + "phenotype and score with tabs"
    ),
  ]

  @Test(arguments: refusals)
  func `what can't be read is refused in one sentence`(_ text: String, _ sentence: String) {
    #expect(OutsideFixture.refusal(text) == sentence)
  }

  @Test func `a PyPGx archive of another type is refused`() {
    #expect(
      OutsideFixture.refusal(
        "\tGenotype\nS1\t*1/*2",
        metadata: ["Gene": "TPMT", "SemanticType": "SampleTable[Genotypes]"])
        == "calls.txt, line 1: this looks like the output of PyPGx, but table of the type "
        + "SampleTable[Results] is missing; give the whole file as PyPGx wrote it")
  }

  @Test func `bytes that are no text are refused`() {
    let sentence = { (bytes: [UInt8]) -> String in
      do {
        return try OutsideDocument(file: "x.bin", bytes: bytes).text
      } catch { return String(describing: error) }
    }
    #expect(sentence(Array("TPMT\t*1/*1".utf8)) == "TPMT\t*1/*1")
    #expect(sentence([0x1F, 0x8B, 8, 0]) == "x.bin: the file is compressed; decompress it first")
    for bytes: [UInt8] in [[0x41, 0, 0x42], [0xFF, 0xFE, 0x41]] {
      #expect(
        sentence(bytes) == "x.bin: the file is not text; give a table of gene and diplotype, or a "
          + "caller's own output")
    }
  }

  @Test(arguments: [
    "{", "[1,", "{\"a\"", "{\"a\": ", "{\"a\": \"b", "{\"a\": tru", "{\"a\": \"\\u00",
  ])
  func `JSON that is cut off is said to end too early or to be broken`(_ text: String) throws {
    let sentence = try #require(OutsideFixture.refusal(text))
    #expect(sentence.hasPrefix("calls.txt, line 1: the JSON is broken: "))
  }

  @Test(arguments: [
    (#"{"a": 1} x"#, "something follows the closing bracket"), (#"{"a" 1}"#, "a colon is missing"),
    (#"{"a": 1 "b": 2}"#, "a comma or '}' is missing"), ("[1 2]", "a comma or ']' is missing"),
    ("{a: 1}", "a name in double quotes is missing"), (#"{"a": x}"#, "a value is missing"),
    (#"{"a": "\q"}"#, "a text has an unknown escape"),
    (String(repeating: "[", count: 100), "it is nested too deeply"),
  ])
  func `what is wrong with JSON is said`(_ text: String, _ problem: String) {
    #expect(
      OutsideFixture.refusal(text)
        == "calls.txt, line 1: the JSON is broken: \(problem); "
        + "give the whole file as its program wrote it")
  }

  private func cohort() throws -> OutsideCallFile {
    try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      "Sample\tGenotype\tFilter\nANNA\t*1/*2\tPASS\nBEA\t*4/*4\tPASS\n", file: "c.tsv")
      + OutsideCallParser(genes: FixtureGenes.bySymbol).parse("TPMT\t*1/*2", file: "t.tsv")
  }

  @Test func `each sample gets the rows of its name, and those of nobody in particular`() throws {
    let divided = try cohort().divided(among: ["BEA", "ANNA", "CARL"])
    #expect(
      divided.calls.map { $0.map { $0.diplotype?.description } } == [
        ["*4/*4", "*1/*2"], ["*1/*2", "*1/*2"], ["*1/*2"],
      ])
    #expect(
      divided.remarks.map(\.description) == [
        "c.tsv: the file has no row of 1 of the 3 samples; nothing is taken from it for them"
      ])
  }

  @Test(arguments: ["CARL", "ANNA-2", "ANN"])
  func `another person's rows are not taken, however alike the name`(_ name: String) throws {
    let content = try cohort()
    let error = #expect(throws: OutsideCallError.self) { try content.divided(among: [name]) }
    #expect(
      error?.description
        == "c.tsv: none of the file's 2 samples has the name of the one looked at; "
        + "name the right one with --outside-sample")
  }
}
