import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

struct PhenotypeCallerTests {
  struct Case: CustomTestStringConvertible {
    var gene: String
    var diplotype: String
    var phenotypes: [String]
    var score: String?
    var testDescription: String { "\(gene) \(diplotype)" }
  }

  @Test(arguments: [
    Case(gene: "CYP2C19", diplotype: "*1/*1", phenotypes: ["Normal Metabolizer"]),
    Case(gene: "CYP2C19", diplotype: "*2/*3", phenotypes: ["Poor Metabolizer"]),
    Case(gene: "CYP2C19", diplotype: "*1/*30", phenotypes: ["Indeterminate"]),
    Case(gene: "CYP2C19", diplotype: "*1/*38", phenotypes: ["Indeterminate"]),
    Case(gene: "CYP2C19", diplotype: "*1", phenotypes: ["Indeterminate"]),
    Case(
      gene: "CYP2D6", diplotype: "*1/*4", phenotypes: ["Intermediate Metabolizer"], score: "1.0"),
    Case(gene: "CYP2D6", diplotype: "*1/*10", phenotypes: ["Normal Metabolizer"], score: "1.25"),
    Case(gene: "CYP2D6", diplotype: "*1/*22", phenotypes: ["Indeterminate"]),
    Case(
      gene: "CYP2D6", diplotype: "*1/*2x2", phenotypes: ["Ultrarapid Metabolizer"], score: "3.0"),
    Case(gene: "CYP2D6", diplotype: "*1/*10x3", phenotypes: ["Normal Metabolizer"], score: "1.75"),
    Case(
      gene: "CYP2D6", diplotype: "*1/*36 + *10", phenotypes: ["Normal Metabolizer"], score: "1.25"),
    Case(
      gene: "CYP2D6", diplotype: "*1/*36x2 + *10x2", phenotypes: ["Normal Metabolizer"],
      score: "1.5"),
    Case(
      gene: "CYP2D6", diplotype: "*1/*2xN", phenotypes: ["Ultrarapid Metabolizer"], score: "≥3.0"),
    Case(
      gene: "CYP2D6", diplotype: "*1x≥3/*4", phenotypes: ["Ultrarapid Metabolizer"], score: "≥3.0"),
    Case(gene: "CYP2D6", diplotype: "*1/*999", phenotypes: ["Indeterminate"]),
    Case(
      gene: "DPYD", diplotype: "Reference/c.2846A>T", phenotypes: ["Intermediate Metabolizer"],
      score: "1.5"),
    Case(gene: "G6PD", diplotype: "A- 202A_376G", phenotypes: ["Deficient"]),
    Case(gene: "G6PD", diplotype: "B (reference)/A- 202A_376G", phenotypes: ["Variable"]),
    Case(gene: "MT-RNR1", diplotype: "m.1555A>G", phenotypes: ["increased risk of hearing loss"]),
    Case(
      gene: "HLA-B", diplotype: "*15:02/*57:01",
      phenotypes: ["*15:02 positive", "*57:01 positive", "*58:01 negative"]),
    Case(gene: "HLA-B", diplotype: "*57:01", phenotypes: ["*57:01 positive"]),
    Case(
      gene: "HLA-B", diplotype: "*15/*08:01", phenotypes: ["*57:01 negative", "*58:01 negative"]),
    Case(
      gene: "IFNL3", diplotype: "rs12979860 variant (T)/rs12979860 variant (T)", phenotypes: []),
  ])
  func `a diplotype means what the gene's file says`(_ row: Case) throws {
    let result = try #require(
      Fixture.results([], outside: [Fixture.outside(row.gene, row.diplotype)]).first)
    #expect(result.phenotypes == row.phenotypes)
    #expect(result.activityScores.first.flatMap { $0 }?.description == row.score)
  }

  @Test func `equally ranked diplotypes with one meaning give one phenotype`() throws {
    let result = try #require(Fixture.results([Fixture.call("CYP2C19", ["*1/*2", "*1/*3"])]).first)
    #expect(result.lookups.count == 2)
    #expect(result.phenotypes == ["Intermediate Metabolizer"])
    #expect(!result.isMeaningOpen)
  }

  @Test func `compatible diplotypes are grouped by what they mean`() throws {
    let call = Fixture.call(
      "CYP2C19", ["*1/*2"], compatible: ["*1/*2", "*1/*3", "*2/*17", "*2/*3"])
    let result = try #require(Fixture.results([call]).first)
    #expect(result.possible.map(\.diplotypes.count) == [3, 1])
    #expect(
      result.possible.map(\.lookup.phenotype) == ["Intermediate Metabolizer", "Poor Metabolizer"])
    #expect(result.isMeaningOpen)
  }

  @Test func `a suballele that the table does not list means what its parent means`() throws {
    let result = try #require(
      Fixture.results([Fixture.call("CYP2D6", ["*1/*4.013 + *4"])]).first)
    #expect(result.phenotypes == ["Intermediate Metabolizer"])
    #expect(result.activityScores.first.flatMap { $0 }?.description == "1.0")
  }

  @Test func `a name that was replaced means what its successor means`() throws {
    let result = try #require(
      Fixture.results([Fixture.call("CYP2D6", ["*1/*57 + *10"])]).first)
    #expect(result.phenotypes == ["Normal Metabolizer"])
    #expect(result.activityScores.first.flatMap { $0 }?.description == "1.25")
  }

  @Test func `computed activities are told`() throws {
    let result = try #require(
      Fixture.results([], outside: [Fixture.outside("CYP2D6", "*1/*36 + *10")]).first)
    #expect(
      result.lookupNotes == [
        .activityComputed(haplotype: "*36 + *10", activity: ActivityScore(hundredths: 25))
      ])
  }

  struct Stated: CustomTestStringConvertible {
    var call: OutsideCall
    var phenotype: String
    var score: String?
    var notes: [LookupNote] = []
    var testDescription: String {
      "\(call.gene) \(call.diplotype?.description ?? "-") \(call.phenotype ?? "-") "
        + "\(call.activityScore?.description ?? "-")"
    }
  }

  @Test(arguments: [
    // The score outranks the phenotype, and the reader is told. The peer prints the stated phenotype
    // beside a score that means another; one consistent line is safer to read.
    Stated(
      call: Fixture.outside("CYP2D6", phenotype: "Normal Metabolizer", score: "4.0"),
      phenotype: "Ultrarapid Metabolizer", score: "4.0",
      notes: [
        .statedPhenotypeOverruled(
          stated: "Normal Metabolizer", score: ActivityScore(hundredths: 400),
          derived: "Ultrarapid Metabolizer")
      ]),
    Stated(
      call: Fixture.outside("CYP2D6", "*2/*10", phenotype: "Intermediate Metabolizer"),
      phenotype: "Intermediate Metabolizer",
      notes: [
        .statedDiffersFromDiplotype(
          stated: "Intermediate Metabolizer", derived: "Normal Metabolizer")
      ]),
    Stated(
      call: Fixture.outside("CYP2D6", "*2/*10", phenotype: "Normal Metabolizer"),
      phenotype: "Normal Metabolizer", score: "1.25"),
    Stated(
      call: Fixture.outside("CYP2C19", "*1/*1", phenotype: "Poor Metabolizer"),
      phenotype: "Poor Metabolizer",
      notes: [
        .statedDiffersFromDiplotype(stated: "Poor Metabolizer", derived: "Normal Metabolizer")
      ]),
  ])
  func `what is stated outranks the diplotype, and a mismatch is told`(_ row: Stated) throws {
    let result = try #require(Fixture.results([], outside: [row.call]).first)
    #expect(result.phenotypes == [row.phenotype])
    #expect(result.lookups[0].activityScore?.description == row.score)
    #expect(result.lookupNotes == row.notes)
  }
}
