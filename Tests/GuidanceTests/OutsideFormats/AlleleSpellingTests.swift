import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

/// The spellings of copies, tandems and suballeles that callers and laboratories use.
struct AlleleSpellingTests {
  struct Case: CustomTestStringConvertible {
    var written: String
    var diplotypes: [String]
    var remarks: [String] = []
    var testDescription: String { written }
  }

  @Test(arguments: [
    Case(written: "*1/*36+*36+*10", diplotypes: ["*1/*36x2 + *10"]),
    Case(written: "*1/*36+*10+*36", diplotypes: ["*1/*36x2 + *10"]),
    Case(written: "*1/*36x2+*10", diplotypes: ["*1/*36x2 + *10"]),
    Case(written: "*1/*4+*68", diplotypes: ["*1/*68 + *4"]),
    Case(written: "*2+*2/*10", diplotypes: ["*2x2/*10"]),
    Case(written: "*1+*1/*4", diplotypes: ["*1x2/*4"]),
    Case(written: "*1x2+*1/*4", diplotypes: ["*1x3/*4"]),
    Case(written: "*1xN+*1/*4", diplotypes: ["*1xN + *1/*4"]),
    Case(
      written: "*1/*2x2;*1x2/*2", diplotypes: ["*1/*2x2", "*1x2/*2"]),
    Case(
      written: "*4/*41 xN", diplotypes: ["*4xN/*41", "*4/*41xN"],
      remarks: [
        "c.tsv, line 1: '*4/*41 xN' does not say which allele is there more than once; both are "
          + "considered"
      ]),
    Case(
      written: "(*1/*2)x3", diplotypes: ["*1x3/*2", "*1/*2x3"],
      remarks: [
        "c.tsv, line 1: '(*1/*2)x3' does not say which allele is there more than once; both are "
          + "considered"
      ]),
    Case(
      written: "*4/*4 xN", diplotypes: ["*4/*4xN"],
      remarks: [
        "c.tsv, line 1: '*4/*4 xN' does not say which allele is there more than once; both are "
          + "considered"
      ]),
    Case(
      written: "*1/*4N+*4", diplotypes: ["*1/*4x2"],
      remarks: [
        "c.tsv, line 1: '*4N' is today's '*4.013'",
        "c.tsv, line 1: suballele '*4.013' is read as '*4'",
      ]),
    Case(
      written: "*1/*4.013+*4", diplotypes: ["*1/*4x2"],
      remarks: ["c.tsv, line 1: suballele '*4.013' is read as '*4'"]),
    Case(
      written: "*1/*4.021", diplotypes: ["*1/*4"],
      remarks: ["c.tsv, line 1: suballele '*4.021' is read as '*4'"]),
  ])
  func `copies and tandems have one spelling`(_ row: Case) throws {
    let content = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(
      "CYP2D6\t\(row.written)", file: "c.tsv")
    #expect(content.calls.map { $0.diplotype?.description } == row.diplotypes)
    #expect(content.remarks.map(\.description) == row.remarks)
  }

  @Test func `a suballele that the knowledge base has stays itself`() throws {
    var gene = FixtureGenes.cyp2d6
    gene.alleles.append(
      NamedAllele(name: "*4.013", function: "No function", activity: nil, cells: []))
    let content = try OutsideCallParser(genes: ["CYP2D6": gene]).parse(
      "CYP2D6\t*1/*4N+*4", file: "c.tsv")
    #expect(content.calls.map { $0.diplotype?.description } == ["*1/*4.013 + *4"])
    #expect(content.remarks.map(\.description) == ["c.tsv, line 1: '*4N' is today's '*4.013'"])
  }

  @Test func `a program's phenotype decides nothing, and a difference is said`() throws {
    let text = """
      #Sample\tGene\tSolutionID\tMajor\tMinor
      #Solution 1: *1, *4; cpic=normal
      S1\tCYP2D6\t1\t*1/*4\t1;4
      """
    let content = try OutsideCallParser(genes: FixtureGenes.bySymbol).parse(text, file: "s.aldy")
    let result = PhenotypeCaller(genes: FixtureGenes.bySymbol)
      .results(for: [], outside: content.calls)[0]
    #expect(result.phenotypes == ["Intermediate Metabolizer"])
    #expect(
      result.lookupNotes == [
        .callerTellsOtherwise(told: "Normal Metabolizer", derived: "Intermediate Metabolizer")
      ])
    #expect(result.call.statedBy == ["Aldy"])
  }

  @Test func `a program's no-call leaves the variants to speak, a laboratory's does not`() throws {
    let parser = OutsideCallParser(genes: FixtureGenes.bySymbol)
    let own = Fixture.call("TPMT", ["*1/*2"])
    let program = try parser.parse(
      #"{"pbstarphase_version": "1", "gene_details": {"TPMT": {"diplotypes": []}}}"#, file: "s.json"
    )
    let kept = program.calls.applied(to: [own], genes: FixtureGenes.bySymbol)[0]
    #expect(kept.status == .called)
    #expect(kept.diplotypes == own.diplotypes)
    #expect(
      kept.notes == [
        .outsideMark(caller: "pb-StarPhase 1", mark: "could not call it"),
        .outsideMark(caller: "pb-StarPhase", mark: "found no diplotype that matches"),
      ])
    let laboratory = try parser.parse("TPMT\t.", file: "t.tsv")
    #expect(
      laboratory.calls.applied(to: [own], genes: FixtureGenes.bySymbol)[0].status
        == .notCalled(.outsideNoCall))
  }
}
