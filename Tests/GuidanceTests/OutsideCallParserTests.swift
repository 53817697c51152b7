import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

struct OutsideCallParserTests {
  private func parse(_ text: String) throws -> OutsideCallFile {
    try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(text, file: "calls.tsv")
  }

  struct Case: CustomTestStringConvertible {
    var row: String
    var diplotype: String?
    var phenotype: String?
    var score: String?
    var remarks: [String] = []
    var testDescription: String { row }
  }

  @Test(arguments: [
    Case(row: "CYP2D6\t*1/*4", diplotype: "*1/*4"),
    Case(row: "CYP2D6\tCYP2D6*3/CYP2D6*4", diplotype: "*3/*4"),
    Case(row: "CYP2D6\t*4/*1", diplotype: "*1/*4"),
    Case(row: "CYP2D6\t*10/*2", diplotype: "*2/*10"),
    Case(row: "CYP2D6\t*36+*10/*1", diplotype: "*1/*36 + *10"),
    Case(row: "CYP2D6\t*68+*4/*1", diplotype: "*1/*68 + *4"),
    Case(row: "CYP2D6\t[*68 + *4]/*1", diplotype: "*1/*68 + *4"),
    Case(row: "CYP2D6\t*1/*41x7", diplotype: "*1/*41x7"),
    Case(row: "CYP2D6\t*1/*2xN", diplotype: "*1/*2xN"),
    Case(row: "CYP2D6\t*1x>=3/*1", diplotype: "*1/*1x≥3"),
    Case(row: "CYP2D6\t*1x1/*4", diplotype: "*1/*4"),
    Case(
      row: "CYP2D6\t*2/*4.024", diplotype: "*2/*4",
      remarks: ["calls.tsv, line 1: suballele '*4.024' is read as '*4'"]),
    Case(
      row: "CYP2D6\t*1/*999", diplotype: "*1/*999",
      remarks: [
        "calls.tsv, line 1: the knowledge base has no CYP2D6 allele '*999'; "
          + "no function is known for it"
      ]),
    Case(row: "UGT1A1\t*80+*28", diplotype: "*80+*28"),
    Case(row: "UGT1A1\t*1/*80 + *28", diplotype: "*1/*80+*28"),
    Case(row: "HLA-B\tHLA-B*57:01/B*15:02", diplotype: "*15:02/*57:01"),
    Case(
      row: "HLA-B\t*07:02:01:127/*08:01", diplotype: "*07:02/*08:01",
      remarks: ["calls.tsv, line 1: allele '*07:02:01:127' is read to two fields as '*07:02'"]),
    Case(row: "HLA-A\t\t*31:01 positive", phenotype: "*31:01 positive"),
    Case(row: "CYP2C19\t\tPM", phenotype: "Poor Metabolizer"),
    Case(row: "CYP2C19\t\tpoor metaboliser", phenotype: "Poor Metabolizer"),
    Case(row: "CYP2C19\t\tCYP2C19 Extensive Metabolisers", phenotype: "Normal Metabolizer"),
    Case(row: "CYP2C19\t\tultra-rapid metabolizer", phenotype: "Ultrarapid Metabolizer"),
    Case(row: "TPMT\t\tSlow acetylator", phenotype: "Poor Metabolizer"),
    Case(row: "CYP2D6\t\t\t1.25", score: "1.25"),
    Case(row: "CYP2D6\t\tIM\t≥3.0", phenotype: "Intermediate Metabolizer", score: "≥3.0"),
    Case(row: "CYP2D6\t*1/*4\t\t\t0.6\t0.75\tp: 0.0", diplotype: "*1/*4"),
    Case(row: "CYP2D6\t."), Case(row: "CYP2D6\t./."),
    Case(row: "MT-RNR1\tm.1555A>G", diplotype: "m.1555A>G"),
    Case(row: "MT-RNR1\t1555A>G", diplotype: "m.1555A>G"),
    Case(
      row: "G6PD\tCanton, Taiwan-Hakka, Gifu-like", diplotype: "Canton, Taiwan-Hakka, Gifu-like"),
    Case(row: "DPYD\t*2A/Reference", diplotype: "Reference/c.1905+1G>A (*2A)"),
    Case(row: "DPYD\tReference/c.1905+1G>A (*2A)", diplotype: "Reference/c.1905+1G>A (*2A)"),
    Case(
      row: "CYP2C19\t*1/*2\t\t1.0", diplotype: "*1/*2",
      remarks: ["calls.tsv, line 1: CYP2C19 has no activity score; '1.0' is left out"]),
  ])
  func `a row is read however it is spelled`(_ row: Case) throws {
    let file = try parse(row.row)
    let call = try #require(file.calls.first)
    #expect(call.diplotype?.description == row.diplotype)
    #expect(call.phenotype == row.phenotype)
    #expect(call.activityScore?.description == row.score)
    if !row.remarks.isEmpty { #expect(file.remarks.map(\.description) == row.remarks) }
  }

  @Test(arguments: [
    (
      "CYP2D6\t*1/*2/*4",
      "calls.tsv, line 1: '*1/*2/*4' has 3 alleles of CYP2D6 where two are the most; "
        + "put alternative diplotypes on rows of their own"
    ),
    (
      "MT-RNR1\tReference/m.1555A>G",
      "calls.tsv, line 1: 'Reference/m.1555A>G' has two alleles, but a person has one copy of "
        + "MT-RNR1; give one allele"
    ),
    (
      "CYP2D6\t   ",
      "calls.tsv, line 1: nothing is stated of CYP2D6; give a diplotype, a phenotype or a score, "
        + "or '.' for no call"
    ),
    (
      "CYP2D6\t*1/*4\t\tabc",
      "calls.tsv, line 1: the activity score of CYP2D6 is 'abc'; "
        + "write a number such as 1.25 or ≥3.0"
    ),
    (
      "# made by hand\nCYP2D6 *1/*4",
      "calls.tsv, line 2: only one column, 'CYP2D6 *1/*4'; separate gene, diplotype, phenotype and "
        + "score with tabs"
    ),
    (
      "CYP2D6\t*1/",
      "calls.tsv, line 1: half of the CYP2D6 diplotype '*1/' is missing; "
        + "give both alleles, or '.' for no call"
    ),
    ("\t*1/*2", "calls.tsv, line 1: the gene column is empty; write the gene symbol first"),
  ])
  func `a row that can't be read is refused with one sentence`(row: String, sentence: String) {
    let error = #expect(throws: OutsideCallError.self) { try parse(row) }
    #expect(error?.description == sentence)
  }

  @Test func `comments, blank lines, a head line and a byte order mark are passed over`() throws {
    let file = try parse("\u{FEFF}# note\r\ngene\tdiplotype\r\n\r\nCYP2C19\t*1/*2\r\n")
    #expect(file.calls.map(\.gene) == ["CYP2C19"])
    #expect(file.calls[0].place == OutsideCallPlace(file: "calls.tsv", line: 4))
  }

  @Test func `an unknown gene is remarked on and left out`() throws {
    let file = try parse("XYZ9\t*1/*2\nCYP2C19\t*1/*2")
    #expect(file.calls.count == 1)
    #expect(
      file.remarks.map(\.description) == [
        "calls.tsv, line 1: the knowledge base has no gene 'XYZ9'; the row is left out"
      ])
  }

  @Test func `several rows of a gene are alternatives`() throws {
    let file = try parse("CYP2D6\t*1/*1\nCYP2D6\t*4/*4")
    let call = file.calls.applied(to: [], genes: FixtureGenes.bySymbol)
    #expect(call.map(\.status) == [.outside])
    #expect(call[0].diplotypes.map(\.description) == ["*1/*1", "*4/*4"])
  }

  @Test func `an outside call replaces what the variants say and tells so`() throws {
    let file = try parse("CYP2C19\t*2/*2")
    let calls = file.calls.applied(
      to: [Fixture.call("CYP2C19", ["*1/*1"]), Fixture.call("TPMT", ["*1/*1"])],
      genes: FixtureGenes.bySymbol)
    #expect(calls.map(\.gene) == ["CYP2C19", "TPMT"])
    #expect(calls[0].notes == [.outsideReplacesVariants(Fixture.diplotype("*1/*1"))])
  }

  @Test func `a no-call leaves the gene uncalled`() throws {
    let calls = try parse("HLA-B\t.").calls.applied(to: [], genes: FixtureGenes.bySymbol)
    #expect(calls.map(\.status) == [.notCalled(.outsideNoCall)])
  }

  @Test func `copies beyond the cap are looked up in the bin`() throws {
    let call = try parse("CYP2D6\t*1x5/*4").calls.applied(to: [], genes: FixtureGenes.bySymbol)[0]
    #expect(call.diplotypes.map(\.description) == ["*1x5/*4"])
    #expect(call.lookup.map(\.description) == ["*1x≥3/*4"])
    #expect(call.notes == [.copyNumberBinned(from: "*1x5", to: "*1x≥3")])
    #expect(call.isLookupInferred)
  }

  @Test func `the least functional component of a tandem is looked up where it decides`() throws {
    let rows =
      "DPYD\t[c.498G>A + c.2582A>G]/[c.2846A>T + c.2933A>G]\nRYR1\tReference/c.38T>G + c.103T>C"
    let calls = try parse(rows).calls.applied(to: [], genes: FixtureGenes.bySymbol)
    #expect(calls[0].lookup.map(\.description) == ["c.498G>A/c.2933A>G"])
    #expect(calls[1].lookup.map(\.description) == ["Reference/c.103T>C"])
  }
}
