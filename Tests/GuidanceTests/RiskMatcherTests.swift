import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing

struct RiskMatcherTests {
  private static func risk(
    _ id: String, _ conditions: [GeneCondition], severity: SideEffectRisk.Severity = .severe,
    estimates: [RiskEstimate] = []
  ) -> SideEffectRisk {
    SideEffectRisk(
      id: id, topic: "T", medicines: ["clopidogrel"], reaction: "rash", severity: severity,
      conditions: conditions, unassessed: nil, riskClass: nil, action: nil,
      isContraindicated: false, monitoring: [.skinReaction], onset: "within a week",
      estimates: estimates, remark: "only a sample", sources: [FactSource(name: "Sample")])
  }

  private func ids(_ risks: [SideEffectRisk], _ results: [GeneResult]) -> [String] {
    RiskMatcher(risks: risks).findings(for: results).map {
      "\($0.risk.id) \($0.certainty.rawValue)"
    }
  }

  private let carrier = Self.risk(
    "carrier", [GeneCondition(gene: "CYP2C19", requirement: .carries(["*2"]))])
  private let poor = Self.risk("poor", [Fixture.when("CYP2C19", "Poor Metabolizer")])

  @Test func `a state that the result shows raises its risks, the worst first`() {
    let worst = Self.risk(
      "worst", [Fixture.when("CYP2C19", "Poor Metabolizer")], severity: .lifeThreatening)
    let results = Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])])
    #expect(
      ids([carrier, poor, worst], results) == ["worst present", "carrier present", "poor present"])
  }

  @Test func `a state that the result lacks raises nothing`() {
    #expect(ids([carrier, poor], Fixture.results([Fixture.call("CYP2C19", ["*1/*1"])])) == [])
    #expect(ids([carrier, poor], []) == [])
  }

  @Test func `a state that only some fitting diplotypes show is possible`() {
    var call = Fixture.call("CYP2C19", ["*1/*1"])
    call.compatible = [Diplotype(first: "*1", second: "*1"), Diplotype(first: "*1", second: "*2")]
    #expect(ids([carrier, poor], Fixture.results([call])) == ["carrier possible"])
  }

  @Test func `a typed allele is found by its watched key`() {
    let typed = Self.risk(
      "typed", [GeneCondition(gene: "HLA-B", requirement: .carries(["*57:01"]))])
    let results = Fixture.results([], outside: [Fixture.outside("HLA-B", "*57:01/*08:01")])
    #expect(ids([typed], results) == ["typed present"])
  }

  @Test func `a risk that nothing here can show is never found`() {
    #expect(ids([Self.risk("none", [])], []) == [])
  }

  @Test func `the words say the harm, the state, what to watch and each figure with its source`() {
    let risk = Self.risk(
      "r", [GeneCondition(gene: "HLA-B", requirement: .carries(["*57:01"]))],
      estimates: [
        RiskEstimate(
          measure: .oddsRatio, value: 960, interval: ClosedNumbers(low: 10, high: 1000),
          population: "a cohort", source: "PMID 1", basis: .published),
        RiskEstimate(
          measure: .positivePredictiveValue, value: 55, interval: nil, population: "",
          source: "PMID 2", basis: .published),
      ])
    #expect(
      RiskWording(risk).text
        == "Rash (severe, within a week): likelier with HLA-B carrying *57:01. Watch skin "
        + "reactions. Odds ratio 960 (10–1000) [a cohort; PMID 1]; share of carriers who react "
        + "55 % [PMID 2]. Only a sample.")
  }
}
