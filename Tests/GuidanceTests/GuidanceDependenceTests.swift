import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

struct GuidanceDependenceTests {
  private let drug = Fixture.drug(
    "clopidogrel",
    [
      Fixture.guideline(
        "CPIC", ["CYP2C19"],
        [
          Fixture.rule("normal", [Fixture.when("CYP2C19", "Normal Metabolizer")], .standard),
          Fixture.rule("rapid", [Fixture.when("CYP2C19", "Rapid Metabolizer")], .standard),
          Fixture.rule(
            "intermediate", [Fixture.when("CYP2C19", "Intermediate Metabolizer")], .useAlternative),
          Fixture.rule("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")], .avoid),
        ])
    ])

  private func dependence(_ call: GeneCall) -> GuidanceDependence {
    GuidanceMatcher(results: Fixture.results([call])).guidance(for: drug).dependence
  }

  @Test func `one possible diplotype leaves nothing open`() {
    let found = dependence(Fixture.call("CYP2C19", ["*1/*2"]))
    #expect(found.agrees)
    #expect(found.branches.isEmpty)
  }

  @Test func `diplotypes of other phenotypes with the same advice agree`() {
    let found = dependence(
      Fixture.call("CYP2C19", ["*1/*1"], compatible: ["*1/*1", "*1/*17"], deciding: [0]))
    #expect(found.agrees)
    #expect(found.branches.count == 1)
    #expect(found.deciding.isEmpty)
  }

  @Test func `different advice gives branches and the positions that would settle it`() {
    let found = dependence(
      Fixture.call(
        "CYP2C19", ["*1/*2"], compatible: ["*1/*2", "*1/*3", "*2/*3"], deciding: [1, 0]))
    #expect(!found.agrees)
    #expect(found.branches.map(\.rules) == [["intermediate"], ["poor"]])
    #expect(found.branches.map(\.state) == [.change, .stop])
    #expect(found.branches[0].cases[0].map(\.count) == [2])
    #expect(found.branches[1].cases[0].map(\.terms) == [["Poor Metabolizer"]])
    #expect(found.deciding.map(\.position) == [1, 0])
  }

  @Test func `an uncalled gene still shows what its possible diplotypes would mean`() {
    var call = GeneCall(gene: "CYP2C19", status: .notCalled(.requiredPositionMissing([1])))
    call.compatible = ["*1/*1", "*1/*2"].map(Fixture.diplotype)
    let found = dependence(call)
    #expect(found.branches.map(\.state) == [.noChange, .change])
  }

  @Test func `what can't show in variants is not taken as bounded`() {
    var call = GeneCall(gene: "CYP2C19", status: .notCalled(.needsStructure("copies")))
    call.compatible = ["*1/*1", "*1/*2"].map(Fixture.diplotype)
    #expect(dependence(call).branches.isEmpty)
  }

  @Test func `thousands of diplotypes are looked at by what they mean`() {
    let names = ["*1", "*2", "*3", "*17"]
    let many = (0..<4_000).map { "\(names[$0 % 4])/\(names[($0 / 4) % 4])" }
    let found = dependence(Fixture.call("CYP2C19", ["*1/*2"], compatible: many))
    #expect(found.branches.count == 4)
  }
}
