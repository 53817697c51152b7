import Guidance
import GuidanceFixtures
import Knowledge
import Testing

struct GuidanceWordingTests {
  private func words(_ rule: GuidanceRule) -> GuidanceWording {
    GuidanceWording(rule: rule, drug: "clopidogrel", names: ["ticagrelor": "ticagrelor"])
  }

  struct Case: CustomTestStringConvertible {
    var rule: GuidanceRule
    var headline: String
    var text: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(
      rule: Fixture.rule("r", [], .useAlternative, alternatives: ["prasugrel", "ticagrelor"]),
      headline: "Use prasugrel or ticagrelor instead",
      text: "Choose another drug: prasugrel or ticagrelor."),
    Case(
      rule: Fixture.rule(
        "r", [], .useAlternative, consider: true, kind: "a drug that CYP2C19 does not metabolise"),
      headline: "Consider another drug",
      text: "Consider another drug (a drug that CYP2C19 does not metabolise)."),
    Case(
      rule: Fixture.rule("r", [], .avoid), headline: "Avoid", text: "Avoid clopidogrel."),
    Case(
      rule: Fixture.rule(
        "r", [], .avoid, also: [.reduceDose, .monitor],
        doses: [Fixture.dose(.start, .percentReduction, 50)], monitoring: [.drugLevel]),
      headline: "Avoid",
      text: "Avoid clopidogrel. If it must be used, lower the usual starting dose by 50 % and "
        + "monitor drug level."),
    Case(
      rule: Fixture.rule(
        "r", [], .avoid, also: [.adjustDose, .monitor], monitoring: [.drugLevel, .response]),
      headline: "Avoid",
      text: "Avoid clopidogrel. If it must be used, adjust the dose by drug level and response."),
    Case(
      rule: Fixture.rule(
        "r", [], .avoid, also: [.useAlternative], alternatives: ["ticagrelor"]),
      headline: "Avoid: use ticagrelor",
      text: "Avoid clopidogrel and choose another drug: ticagrelor."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, also: [.adjustDose],
        doses: [Fixture.dose(.start, .percentOfUsual, 50)], monitoring: [.response]),
      headline: "Start with 50 % of the usual dose",
      text: "Start with 50 % of the usual dose. Adjust the dose by response."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, also: [.monitor],
        doses: [
          Fixture.dose(.start, .percentOfUsual, 30, 80),
          Fixture.dose(.start, .amount, 22.5, 60, "mg/m2/day"),
          Fixture.dose(.start, .amount, 0.45, 1.2, "mg/kg/day"),
        ], monitoring: [.bloodCount]),
      headline: "Give a lower dose",
      text: "Start with 30–80 % of the usual dose (22.5–60 mg/m²/day or 0.45–1.2 mg/kg/day). "
        + "Monitor blood count."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, also: [.useAlternative],
        doses: [Fixture.dose(.start, .maximum, 20, nil, "mg/day")], kind: "another statin"),
      headline: "Do not start above 20 mg/day",
      text: "Do not start above 20 mg/day. If that is not enough or not possible, choose another "
        + "drug (another statin)."),
    Case(
      rule: Fixture.rule(
        "r", [], .increaseDose, consider: true,
        doses: [
          Fixture.dose(.start, .percentIncrease, 50, 100),
          Fixture.dose(.start, .maximum, 0.3, nil, "mg/kg/day"),
        ]),
      headline: "Consider a higher dose",
      text: "Consider raising the usual starting dose by 50–100 %, at most 0.3 mg/kg/day."),
    Case(
      rule: Fixture.rule("r", [], .standard), headline: "Give as usual", text: "Give as usual."),
    Case(
      rule: Fixture.rule("r", [], .standard, also: [.monitor], monitoring: [.hearing]),
      headline: "Give as usual and monitor hearing", text: "Give as usual. Monitor hearing."),
    Case(
      rule: Fixture.rule(
        "r", [], .standard, also: [.reduceDose],
        doses: [Fixture.dose(.maintenance, .percentReduction, 50)]),
      headline: "Give as usual; a lower dose may be needed",
      text: "Give as usual. If needed, lower the usual maintenance dose by 50 %."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose,
        doses: [
          Fixture.dose(.any, .percentOfUsual, 67), Fixture.dose(.any, .percentOfUsual, 50),
        ], remark: "The lower share from 65 years"),
      headline: "Give 50–67 % of the usual dose, depending on the case",
      text: "Give 50–67 % of the usual dose, depending on the case. The lower share from 65 years."),
    Case(
      rule: Fixture.rule("r", [], .monitor, monitoring: [.inr, .bleeding]),
      headline: "Give as usual and monitor INR and bleeding",
      text: "Give as usual and monitor INR and bleeding."),
    Case(
      rule: Fixture.rule("r", [], .test, remark: "Measure the enzyme in blood"),
      headline: "Do a further test before deciding",
      text: "Do a further test before deciding. Measure the enzyme in blood."),
    Case(
      rule: Fixture.rule("r", [], .noRecommendation),
      headline: "No recommendation for this result",
      text: "The source looked at this result and makes no recommendation."),
    Case(
      rule: Fixture.rule(
        "r", [], .useAlternative, alternatives: ["ticagrelor"], excluded: ["oxcarbazepine"]),
      headline: "Use ticagrelor instead",
      text: "Choose another drug: ticagrelor. Do not change to oxcarbazepine."),
  ])
  func `a rule reads as a pharmacist would say it`(_ row: Case) {
    #expect(words(row.rule).headline == row.headline)
    #expect(words(row.rule).text == row.text)
  }

  @Test func `every combination of fields gives sentences and a short headline`() {
    let doses: [[DoseAdvice]] =
      [[]]
      + DoseAdvice.Phase.allCases.flatMap { phase in
        DoseAdvice.Quantity.allCases.map { [Fixture.dose(phase, $0, 12.5, 50, "mg/m2/day")] }
      }
    let alsos: [[Action]] = [[]] + Action.allCases.map { [$0] } + [[.useAlternative, .monitor]]
    var count = 0
    for action in Action.allCases {
      for consider in [true, false] {
        for also in alsos {
          for dose in doses {
            for monitoring in [[], [Monitoring.drugLevel, .response]] {
              for named in [
                [], ["prasugrel", "ticagrelor", "a-very-long-drug-name-indeed-so-long"],
              ] {
                let rule = Fixture.rule(
                  "r", [], action, consider: consider, also: also, doses: dose,
                  alternatives: named, monitoring: monitoring)
                let (headline, text) = (words(rule).headline, words(rule).text)
                count += 1
                if headline.isEmpty || headline.count > GuidanceWording.headlineLimit
                  || !text.hasSuffix(".") || text.contains("  ") || text.contains("..")
                  || text.contains(" .") || text.first?.isUppercase != true
                {
                  Issue.record("\(headline) | \(text)")
                }
              }
            }
          }
        }
      }
    }
    #expect(count > 10_000)
  }

  @Test(arguments: Implication.Effect.allCases)
  func `every effect is a sentence`(_ effect: Implication.Effect) {
    let sentences = ImplicationWording.sentences(
      [Implication(gene: "", effect: effect)], genes: [])
    #expect(sentences.count == 1)
    #expect(sentences[0].hasPrefix("Taken together: ") && sentences[0].count > 20)
  }

  @Test func `what follows from exposure is said after it`() {
    let genes = [
      MatchedGene(
        gene: "CYP2C19", diplotype: nil, terms: ["Poor Metabolizer"], activityScore: nil)
    ]
    let sentences = ImplicationWording.sentences(
      [
        Implication(gene: "CYP2C19", effect: .higherRisk),
        Implication(gene: "CYP2C19", effect: .muchLowerActiveMetabolite),
      ], genes: genes)
    #expect(
      sentences == [
        "CYP2C19 poor metaboliser: much less active metabolite, so higher risk of harm."
      ])
  }

  @Test(arguments: [
    ("Poor Metabolizer", "poor metaboliser"), ("*57:01 positive", "*57:01 positive"),
    ("Deficient with CNSHA", "deficient with CNSHA"), ("-1639 AG", "-1639 AG"),
    ("Factor V Leiden absent", "factor V Leiden absent"),
    ("Malignant Hyperthermia Susceptibility", "malignant hyperthermia susceptibility"),
  ])
  func `a phenotype is spelled as within a sentence`(term: String, words: String) {
    #expect(PhenotypeWording.plain(term) == words)
  }
}
