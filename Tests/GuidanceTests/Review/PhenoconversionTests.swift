import Guidance
import Knowledge
import Testing

/// What other medicines make of gene results.
struct PhenoconversionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let list: String
    let genes: [String]
    let gene: String
    /// The phenotype to reckon with; nil for none.
    let to: String?
    let isLikely: Bool
    /// A line of the reckoning; nil if none is asked for.
    var step: String?
    var testDescription: String { "\(gene) with \(list)" }
  }

  static let cases = [
    Case(
      list: "paroxetine", genes: ["CYP2D6 *1/*1"], gene: "CYP2D6", to: "Poor Metabolizer",
      isLikely: false,
      step: "activity score 2.0 × 0 (paroxetine, strong inhibitor) = 0 → Poor Metabolizer"),
    Case(
      list: "duloxetine", genes: ["CYP2D6 *1/*1"], gene: "CYP2D6",
      to: "Intermediate Metabolizer", isLikely: false,
      step:
        "activity score 2.0 × 0.5 (duloxetine, moderate inhibitor) = 1 → Intermediate Metabolizer"
    ),
    Case(
      list: "duloxetine", genes: ["CYP2D6 *4/*41"], gene: "CYP2D6",
      to: "Intermediate Metabolizer", isLikely: false,
      step:
        "activity score 0.25 × 0.5 (duloxetine, moderate inhibitor) = 0.125, looked up as 0.25 → "
        + "Intermediate Metabolizer"),
    Case(
      list: "paroxetine", genes: [], gene: "CYP2D6", to: "Poor Metabolizer", isLikely: false,
      step: "any activity score × 0 (paroxetine, strong inhibitor) = 0 → Poor Metabolizer"),
    Case(list: "duloxetine", genes: [], gene: "CYP2D6", to: nil, isLikely: false),
    Case(
      list: "fluvoxamine", genes: ["CYP2C19 *1/*1"], gene: "CYP2C19", to: "Poor Metabolizer",
      isLikely: true),
    Case(
      list: "rifampin", genes: ["CYP2C19 *1/*1"], gene: "CYP2C19", to: "Rapid Metabolizer",
      isLikely: true),
    Case(
      list: "amiodarone", genes: ["CYP2C9 *1/*3"], gene: "CYP2C9", to: "Poor Metabolizer",
      isLikely: true),
  ]

  @Test(arguments: cases)
  func `an inhibitor or inducer changes what a result stands for`(row: Case) throws {
    let review = try ReviewDesk.shared.get().review(row.list, row.genes)
    let found = try #require(review.conversions.first { $0.gene == row.gene })
    #expect(found.effectivePhenotype == row.to)
    #expect(found.isLikelyOnly == row.isLikely)
    if let step = row.step { #expect(found.sentence.trace.arithmetic == [step]) }
  }

  @Test
  func
    `a weak inhibitor, an inducer of what can't be induced and a poor metaboliser change nothing`()
    throws
  {
    let desk = try ReviewDesk.shared.get()
    for (list, genes) in [
      ("sertraline", "CYP2D6 *1/*1"), ("rifampin", "CYP2D6 *1/*1"), ("paroxetine", "CYP2D6 *4/*4"),
      ("omeprazole", "CYP2C19 *1/*1"), ("rifampin", "CYP2C19 *2/*2"),
    ] {
      let gene = genes.prefix { $0 != " " }
      let review = try desk.review(list, [genes])
      #expect(!review.conversions.contains { $0.gene == gene }, "\(list) with \(genes)")
    }
  }

  @Test func `a medicine does not convert its own answer`() throws {
    let desk = try ReviewDesk.shared.get()
    let alone = try #require(
      try desk.review("paroxetine", ["CYP2D6 *1/*1"]).answer("paroxetine"))
    #expect(!alone.findings.contains { $0.kind == .phenoconversion })
    #expect(!alone.findings.contains { $0.partners.contains("paroxetine") })
    let both = try #require(
      try desk.review("paroxetine, codeine", ["CYP2D6 *1/*1"]).answer("paroxetine"))
    #expect(!both.findings.contains { $0.kind == .phenoconversion })
  }

  @Test func `smoke induces, and what it makes of the gene is named only`() throws {
    let review = try ReviewDesk.shared.get().review("clozapine", ["CYP1A2 *1A/*1A"]) {
      $0.smoking = .current
    }
    let found = try #require(review.conversions.first { $0.gene == "CYP1A2" })
    #expect(found.effectivePhenotype == nil)
    #expect(found.causes == ["tobacco-smoke"])
  }

  @Test func `grapefruit acts in the gut and converts nothing`() throws {
    let review = try ReviewDesk.shared.get().review("quetiapine", ["CYP3A4 *1/*1"]) {
      $0.takesGrapefruit = true
    }
    #expect(review.conversions.isEmpty)
  }
}
