import Foundation
import Guidance
import GuidanceFixtures
import Knowledge
import Testing

struct PatientWordingTests {
  struct Case: CustomTestStringConvertible {
    var rule: GuidanceRule
    var text: String
    var testDescription: String { text }
  }

  private static func effects(_ effects: Implication.Effect...) -> [Implication] {
    effects.map { Implication(gene: "CYP2C19", effect: $0) }
  }

  @Test(arguments: [
    Case(
      rule: Fixture.rule(
        "r", [], .useAlternative, consider: true, alternatives: ["prasugrel", "ticagrelor"],
        implications: effects(.lowerActiveMetabolite, .higherRisk)),
      text: "Your body turns less of this medicine into its active form than most people's. It may "
        + "not work well enough for you. Your doctor may choose another medicine, such as prasugrel "
        + "or ticagrelor."),
    Case(
      rule: Fixture.rule(
        "r", [], .avoid, also: [.useAlternative], excluded: ["tramadol"],
        implications: effects(.muchHigherActiveMetabolite, .muchHigherRisk)),
      text: "Your body turns much more of this medicine into its active form than most people's. "
        + "Side effects are much more likely for you than for most people. This medicine is not a "
        + "good choice for you. Your doctor is likely to choose another medicine. Tramadol may not "
        + "suit you either."),
    Case(
      rule: Fixture.rule("r", [], .avoid, implications: effects(.higherRisk)),
      text:
        "A bad reaction is more likely for you than for most people. This medicine is not a good "
        + "choice for you. Your doctor can look for a better way to treat you."),
    Case(
      rule: Fixture.rule(
        "r", [], .avoid, consider: true, also: [.test, .reduceDose, .adjustDose],
        doses: [Fixture.dose(.start, .percentReduction, 50)]),
      text:
        "This medicine may not be the best choice for you. Your doctor can look for a better way "
        + "to treat you. You may need one more test first. If you have to take this one, your doctor "
        + "may give you a lower dose (about half the usual one) and find your dose step by step."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, also: [.monitor, .useAlternative],
        doses: [Fixture.dose(.start, .percentOfUsual, 25)], monitoring: [.drugLevel, .sideEffects],
        implications: effects(.higherExposure, .higherRisk)),
      text: "Your blood may hold more of this medicine than most people's. Side effects are more "
        + "likely for you than for most people. Your doctor is likely to start you on a lower dose "
        + "(about a quarter of the usual one). If it does not suit you, your doctor may choose another "
        + "medicine. Your doctor may check the level of the medicine in your blood and if you have "
        + "side effects."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, doses: [Fixture.dose(.any, .percentOfUsual, 30, 80)]),
      text: "Your doctor is likely to give you a lower dose."),
    Case(
      rule: Fixture.rule(
        "r", [], .reduceDose, doses: [Fixture.dose(.any, .maximum, 20, nil, "mg/day")]),
      text: "Your doctor is likely to set a limit that your dose should not pass."),
    Case(
      rule: Fixture.rule(
        "r", [], .increaseDose, doses: [Fixture.dose(.any, .percentIncrease, 100)],
        remark: "Only for some."),
      text: "Your doctor may give you a higher dose (about twice the usual one)."),
    Case(
      rule: Fixture.rule("r", [], .adjustDose, consider: true),
      text: "Your doctor may find your dose step by step."),
    Case(
      rule: Fixture.rule("r", [], .standard, implications: effects(.normalExposure)),
      text: "Your body handles this medicine as most people's do. The usual dose of this medicine "
        + "should suit you."),
    Case(
      rule: Fixture.rule("r", [], .standard, implications: effects(.higherExposure, .higherRisk)),
      text: "Your blood may hold more of this medicine than most people's. Side effects are more "
        + "likely for you than for most people. Your doctor may still give you the usual dose. Tell "
        + "your doctor if you feel unwell."),
    Case(
      rule: Fixture.rule(
        "r", [], .standard, also: [.reduceDose, .avoid],
        doses: [Fixture.dose(.maintenance, .percentReduction, 50)]),
      text: "The usual dose of this medicine should suit you. In some cases, your doctor may lower "
        + "your dose to about half the usual one. In some cases, your doctor may decide against this "
        + "medicine."),
    Case(
      rule: Fixture.rule(
        "r", [], .monitor,
        monitoring: [.skinReaction, .liverFunction, .bilirubin, .inr, .renalFunction]),
      text: "Your doctor may still give you this medicine. Your doctor may check your skin, your "
        + "liver and how fast your blood clots. Your doctor may also check your kidneys. Tell your "
        + "doctor at once if you get a rash."),
    Case(
      rule: Fixture.rule("r", [], .monitor),
      text: "Your doctor may still give you this medicine. Your doctor may watch you more closely."),
    Case(
      rule: Fixture.rule("r", [], .test),
      text: "Your doctor is likely to ask for one more test before deciding."),
    Case(
      rule: Fixture.rule("r", [], .noRecommendation, implications: effects(.unknown)),
      text: "It is not yet known what your result means for this medicine. There is no set advice "
        + "for your result. Your doctor can decide with you."),
    Case(
      rule: Fixture.rule(
        "r", [], .noRecommendation, implications: effects(.higherExposure, .lowerExposure)),
      text:
        "One of your genes may raise the level of this medicine in your blood, and one may lower "
        + "it. There is no set advice for your result. Your doctor can decide with you."),
  ])
  func `a rule reads as one would tell the patient`(_ row: Case) {
    #expect(PatientWording(rule: row.rule).text == "\(row.text) \(PatientWording.closing)")
  }

  @Test func `a source's bar, its tests and how to find the dose are told`() {
    var rule = Fixture.rule("r", [], .avoid)
    rule.isContraindicated = true
    rule.tests = [.enzymeActivity]
    #expect(
      PatientWording(rule: rule).text
        == "You should not have this medicine. Your doctor can look for a better way to treat you. "
        + "You may need one more test first: how well one of your enzymes works. "
        + PatientWording.closing)

    rule = Fixture.rule("r", [], .adjustDose)
    rule.titration = [.startLow, .slowly, .byResponse, .byDrugLevel, .byMetaboliteLevel]
    rule.isContraindicated = true
    #expect(
      PatientWording(rule: rule).text
        == "Your doctor is likely to find your dose step by step. In some cases, you should not have "
        + "this medicine. To find your dose, your doctor may start low, go slowly and go by how well "
        + "it works and its level in your blood. " + PatientWording.closing)

    rule = Fixture.rule("r", [], .standard, also: [.test])
    rule.tests = [.hlaType, .genotype]
    #expect(
      PatientWording(rule: rule).text.contains(
        "also need one more test: one of your immune genes and one of your genes."))
  }

  @Test func `a medicine is called by its printed name`() {
    let rule = Fixture.rule("r", [], .useAlternative, alternatives: ["st-examplin"])
    let text = PatientWording(rule: rule, names: ["st-examplin": "St Examplin"]).text
    #expect(text.contains("such as St Examplin."))
  }

  /// Every action with each effect, each second action and each kind of dose.
  private static var many: [GuidanceRule] {
    let doses =
      [[]] + DoseAdvice.Quantity.allCases.map { [Fixture.dose(.any, $0, 50, nil, "mg/day")] }
    return Action.allCases.flatMap { action in
      Action.allCases.flatMap { also in
        Implication.Effect.allCases.flatMap { effect in
          doses.map { dose in
            Fixture.rule(
              "r", [], action, also: [also], doses: dose, monitoring: [.response],
              implications: effects(effect))
          }
        }
      }
    }
  }

  @Test func `every text is plain, calm and ends with whom to ask`() {
    let jargon = [
      "metaboli", "phenotype", "genotype", "diplotype", "allele", "exposure", "efficacy", "toxic",
    ]
    for rule in Self.many {
      let text = PatientWording(rule: rule).text
      let parts = text.components(separatedBy: PatientWording.closing)
      let advice = parts[0].lowercased()
      let isWarned = advice.contains("reaction") || advice.contains("side effects are more")
      if parts.count != 2 || !parts[1].isEmpty || advice.isEmpty
        || jargon.contains(where: advice.contains) || advice.contains("%") || advice.contains("  ")
        || advice.contains("..") || (isWarned && !advice.contains("your doctor"))
      {
        Issue.record("\(text)")
      }
    }
    #expect(Self.many.count > 10_000)
  }
}
