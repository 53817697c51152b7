import Foundation
import Knowledge
import KnowledgeCompiler
import Testing

struct EquationBreakTests {
  private static let sound = """
    equation: sum
    medicine: samplamine
    name: Sum
    transform: square
    unit: mg/week
    intercept: 5
    terms:
      - {name: weight, measure: weightKg, coefficient: 0.01}
      - {name: smoking, fact: smoking, values: {current: 0.5}, unknown: 0}
      - {name: other, medicines: [otheramine], coefficient: -1}
      - {name: ALPHA, gene: ALPHA, values: {Normal: 0, "*1/*2": -0.5}}
    limits:
      - {measure: weightKg, low: 30, high: 200}
    plausible: {low: 1, high: 90}
    spread: {percent: 80, low: -1, high: 1, patients: 12}
    sources:
      - {name: Sample, paper: a paper}
    """

  private func folder(_ old: String, _ new: String) throws -> FixtureFolder {
    let folder = try FixtureFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/equations", withIntermediateDirectories: true)
    try #require(Self.sound.ranges(of: old).count == 1)
    try folder.write(Self.sound.replacing(old, with: new), to: "equations/sum.yaml")
    return folder
  }

  @Test func `a sound equation compiles and reads as it was written`() throws {
    let folder = try folder("equation: sum", "equation: sum")
    #expect(folder.errors == [])
    let equation = try #require(
      try KnowledgeCompilation.load(directory: folder.path).equations.first)
    #expect(equation.terms.map(\.name) == ["weight", "smoking", "other", "ALPHA"])
    #expect(equation.genes == ["ALPHA"])
  }

  @Test(arguments: [
    (
      "equation: sum", "equation: total",
      "line 1: the file is not named for its equation, found 'total'; name the file 'total.yaml'"
    ),
    (
      "medicine: samplamine", "medicine: sugar",
      "line 1: the equation names a medicine that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"
    ),
    (
      "[otheramine]", "[sugar]",
      "line 1: the equation names a medicine that is not known, found 'sugar'; "
        + "correct the id or add it to medicines/identity-hand.tsv"
    ),
    (
      "{current: 0.5}", "{often: 0.5}",
      "line 1: term 'smoking' names a value that smoking can't have, found 'often'; "
        + "use one of never, current, justStopped, former"
    ),
    (
      "\"*1/*2\": -0.5", "\"*1/*9\": -0.5",
      "line 1: term 'ALPHA' names a genotype that ALPHA does not have, found '*1/*9'; "
        + "give a phenotype of the gene's file or two of its alleles"
    ),
    (
      "coefficient: 0.01", "coefficient: much",
      "line 8: 'coefficient' of a term must be a number, found 'much'; write digits and a point"
    ),
    (
      "name: other, medicines", "name: other, measure: weightKg, medicines",
      "line 10: a term must have one form, found 'measure, medicines'; "
        + "give one of measure, fact, medicines, gene"
    ),
    (
      "plausible: {low: 1, high: 90}", "plausible: {low: 90, high: 90}",
      "line 1: the plausible is no range, found '90.0 to 90.0'; "
        + "give a low end and a higher high end"
    ),
    (
      "percent: 80", "percent: 800",
      "line 1: a percentage is out of range, found '800.0'; give 0 to 100"
    ),
    (
      "name: Sum", "name: Sum\nwithoutGenes: nothing",
      "line 1: the equation without genes is not there or has genes, found 'nothing'; "
        + "name an equation whose terms have none"
    ),
  ])
  func `a fault in an equation is told`(old: String, new: String, sentence: String) throws {
    #expect(try folder(old, new).errors == ["equations/sum.yaml, \(sentence)"])
  }

  @Test func `an equation's source must be described`() throws {
    #expect(
      try folder("{name: Sample, paper", "{name: Aunt, paper").errors == [
        "sources.yaml: a source that factors, risks, copy events or equations name is not described, "
          + "found 'Aunt'; add an entry with its name and licence"
      ])
  }
}
