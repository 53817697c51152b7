import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

struct GuidanceMatcherTests {
  private let tricyclic = Fixture.drug(
    "amitriptyline",
    [
      Fixture.guideline(
        "CPIC", ["CYP2C19", "CYP2D6"],
        [
          Fixture.rule(
            "both-normal",
            [Fixture.when("CYP2C19", "Normal Metabolizer"), Fixture.scored("CYP2D6", 125, 225)],
            .standard),
          Fixture.rule(
            "poor-alone",
            [Fixture.when("CYP2C19", "No Result"), Fixture.scored("CYP2D6", 0, 0)], .avoid),
          Fixture.rule(
            "unscored",
            [
              Fixture.when("CYP2C19", "Normal Metabolizer"),
              GeneCondition(gene: "CYP2D6", requirement: .noScore),
            ], .noRecommendation),
        ])
    ])

  private func states(_ drug: Drug, _ results: [GeneResult]) -> [AnswerState] {
    GuidanceMatcher(results: results).guidance(for: drug).entries.map(\.state)
  }

  @Test func `a rule fits when all its conditions hold`() {
    let results = Fixture.results(
      [Fixture.call("CYP2C19", ["*1/*1"])], outside: [Fixture.outside("CYP2D6", "*1/*10")])
    let guidance = GuidanceMatcher(results: results).guidance(for: tricyclic)
    #expect(guidance.entries.compactMap(\.rule?.id) == ["both-normal"])
    #expect(guidance.state == .noChange)
    #expect(guidance.entries[0].matchedGenes.map(\.gene) == ["CYP2C19", "CYP2D6"])
    #expect(guidance.entries[0].matchedGenes[1].activityScore?.description == "1.25")
  }

  @Test func `a rule for a gene without result fits a gene without result`() {
    let results = Fixture.results([], outside: [Fixture.outside("CYP2D6", "*4/*4")])
    let guidance = GuidanceMatcher(results: results).guidance(for: tricyclic)
    #expect(guidance.entries.compactMap(\.rule?.id) == ["poor-alone"])
    #expect(guidance.entries[0].gaps == [GeneGap(gene: "CYP2C19", cause: .notTested)])
    #expect(guidance.state == .stop)
  }

  @Test func `a score that can't be stated has its own rule`() {
    let results = Fixture.results(
      [Fixture.call("CYP2C19", ["*1/*1"])], outside: [Fixture.outside("CYP2D6", "*1/*22")])
    let guidance = GuidanceMatcher(results: results).guidance(for: tricyclic)
    #expect(guidance.entries.compactMap(\.rule?.id) == ["unscored"])
    #expect(guidance.state == .notAssessed)
  }

  @Test func `a missing gene is named, with the reason`() throws {
    var call = GeneCall(gene: "CYP2D6", status: .notCalled(.needsStructure("hybrids")))
    call.compatible = [Fixture.diplotype("*1/*1")]
    let results = Fixture.results([Fixture.call("CYP2C19", ["*1/*1"]), call])
    let guidance = GuidanceMatcher(results: results).guidance(for: tricyclic)
    #expect(
      guidance.entries.map(\.reason) == [
        .noResult([GeneGap(gene: "CYP2D6", cause: .notCalled(.needsStructure("hybrids")))])
      ])
    #expect(guidance.state == .notAssessed)
    #expect(guidance.missingGenes == ["CYP2D6"])
  }

  @Test func `an indeterminate result and a source without a rule are told apart`() {
    let indeterminate = Fixture.results(
      [Fixture.call("CYP2C19", ["*1/*30"])], outside: [Fixture.outside("CYP2D6", "*1/*1")])
    let clear = Fixture.results(
      [Fixture.call("CYP2C19", ["*1/*2"])], outside: [Fixture.outside("CYP2D6", "*1/*1")])
    #expect(
      GuidanceMatcher(results: indeterminate).guidance(for: tricyclic).entries[0].reason
        == .indeterminate(["CYP2C19"]))
    #expect(
      GuidanceMatcher(results: clear).guidance(for: tricyclic).entries[0].reason
        == .noRuleForResult)
  }

  @Test func `no change is not said while another source could not be asked`() {
    let drug = Fixture.drug(
      "phenytoin",
      [
        Fixture.guideline(
          "DPWG", ["CYP2C19"],
          [Fixture.rule("normal", [Fixture.when("CYP2C19", "Normal Metabolizer")], .standard)]),
        Fixture.guideline(
          "DPWG", ["HLA-B"],
          [Fixture.rule("carrier", [Fixture.when("HLA-B", "*15:02 positive")], .avoid)]),
      ])
    let half = Fixture.results([Fixture.call("CYP2C19", ["*1/*1"])])
    #expect(GuidanceMatcher(results: half).guidance(for: drug).state == .notAssessed)
    let full = Fixture.results(
      [Fixture.call("CYP2C19", ["*1/*1"])], outside: [Fixture.outside("HLA-B", "*07:02/*08:01")])
    #expect(GuidanceMatcher(results: full).guidance(for: drug).state == .noChange)
    let carrier = Fixture.results([], outside: [Fixture.outside("HLA-B", "*15:02/*08:01")])
    #expect(GuidanceMatcher(results: carrier).guidance(for: drug).state == .stop)
  }

  @Test func `no change is not said while a fitting diplotype would ask for action`() {
    let drug = Fixture.drug(
      "x",
      [
        Fixture.guideline(
          "CPIC", ["CYP2C19"],
          [
            Fixture.rule("normal", [Fixture.when("CYP2C19", "Normal Metabolizer")], .standard),
            Fixture.rule("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")], .avoid),
          ])
      ])
    let open = Fixture.results([Fixture.call("CYP2C19", ["*1/*1"], compatible: ["*1/*1", "*2/*2"])])
    let guidance = GuidanceMatcher(results: open).guidance(for: drug)
    #expect(guidance.entries.map(\.state) == [.noChange])
    #expect(guidance.state == .notAssessed)
    #expect(guidance.dependence.openGenes == ["CYP2C19"])
  }

  @Test func `diplotypes match in either order and outrank phenotypes`() {
    let drug = Fixture.drug(
      "x",
      [
        Fixture.guideline(
          "DPWG", ["CYP2C19"],
          [
            Fixture.rule("phenotype", [Fixture.when("CYP2C19", "Poor Metabolizer")], .monitor),
            Fixture.rule(
              "exact", [GeneCondition(gene: "CYP2C19", requirement: .diplotypes(["*3 / *2"]))],
              .avoid),
          ])
      ])
    let exact = Fixture.results([Fixture.call("CYP2C19", ["*2/*3"])])
    let other = Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])])
    #expect(states(drug, exact) == [.stop])
    #expect(states(drug, other) == [.caution])
  }

  @Test func `equally ranked diplotypes with different rules give conditional entries`() {
    let drug = Fixture.drug(
      "x",
      [
        Fixture.guideline(
          "CPIC", ["CYP2C19"],
          [
            Fixture.rule("normal", [Fixture.when("CYP2C19", "Normal Metabolizer")], .standard),
            Fixture.rule("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")], .avoid),
          ])
      ])
    let guidance = GuidanceMatcher(
      results: Fixture.results([Fixture.call("CYP2C19", ["*1/*1", "*2/*2"])])
    )
    .guidance(for: drug)
    #expect(guidance.entries.map(\.state) == [.stop, .noChange])
    #expect(guidance.entries.map(\.isConditional) == [true, true])
    #expect(!guidance.dependence.agrees)
  }

  @Test(arguments: [
    // Scores of an intermediate metaboliser, with the alleles known: 0.25, 0.5, 0.75, 1.0.
    ([(25, 100)], [false]), ([(0, 50), (75, 225)], [true, true]), ([(200, 225)], []),
  ])
  func `a stated phenotype stands for every score it can have`(
    ranges: [(Int, Int)], conditional: [Bool]
  ) {
    let drug = Fixture.drug(
      "x",
      [
        Fixture.guideline(
          "DPWG", ["CYP2D6"],
          ranges.map { low, high in
            Fixture.rule("\(low)", [Fixture.scored("CYP2D6", low, high)], .monitor)
          })
      ])
    let results = Fixture.results(
      [], outside: [Fixture.outside("CYP2D6", phenotype: "Intermediate Metabolizer")])
    let entries = GuidanceMatcher(results: results).guidance(for: drug).entries
    #expect(entries.filter { $0.rule != nil }.map(\.isConditional) == conditional)
  }

  @Test func `a guideline without rules says so`() {
    let drug = Fixture.drug(
      "warfarin", [Fixture.guideline("CPIC", ["CYP2C19"], [], remark: "follow the flowchart")])
    let guidance = GuidanceMatcher(results: []).guidance(for: drug)
    #expect(guidance.entries.map(\.reason) == [.noRules])
  }

  @Test func `drugs come by urgency, then by name`() {
    let rules = [
      Fixture.rule("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")], .avoid)
    ]
    let calm = [
      Fixture.rule("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")], .standard)
    ]
    let drugs = [
      Fixture.drug(
        "d",
        [
          Fixture.guideline(
            "CPIC", ["TPMT"], [Fixture.rule("x", [Fixture.when("TPMT", "x")], .avoid)])
        ]),
      Fixture.drug("c", [Fixture.guideline("CPIC", ["CYP2C19"], calm)]),
      Fixture.drug("b", [Fixture.guideline("CPIC", ["CYP2C19"], rules)]),
      Fixture.drug("a", [Fixture.guideline("CPIC", ["CYP2C19"], rules)]),
    ]
    let results = Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])])
    let guidance = GuidanceMatcher(results: results).guidance(for: drugs)
    #expect(guidance.map(\.drug.name) == ["a", "b", "c", "d"])
    #expect(guidance.map(\.state) == [.stop, .stop, .noChange, .notAssessed])
  }

  @Test(arguments: [
    (Action.avoid, false, AnswerState.stop), (.avoid, true, .change),
    (.useAlternative, false, .change), (.useAlternative, true, .caution),
    (.reduceDose, false, .change), (.reduceDose, true, .caution),
    (.increaseDose, false, .change), (.increaseDose, true, .caution),
    (.adjustDose, false, .caution), (.monitor, false, .caution), (.test, false, .caution),
    (.standard, false, .noChange), (.standard, true, .noChange),
    (.noRecommendation, false, .notAssessed),
  ])
  func `an action has one of five states`(action: Action, consider: Bool, state: AnswerState) {
    #expect(AnswerState(Fixture.rule("r", [], action, consider: consider)) == state)
  }

  @Test func `a standard dose with a further step to think of is a caution`() {
    #expect(AnswerState(Fixture.rule("r", [], .standard, also: [.reduceDose])) == .caution)
    #expect(AnswerState(Fixture.rule("r", [], .standard, also: [.monitor])) == .noChange)
  }
}
