import Guidance
import Knowledge
import Testing

struct FactorWordingTests {
  private static func factor(
    _ factor: PatientFactor.Factor, _ action: Action, contraindicated: Bool = false,
    people: PatientFactor.People? = nil, conditions: [PatientCondition] = [],
    threshold: PatientFactor.Threshold? = nil, doses: [DoseAdvice] = [], remark: String? = nil
  ) -> PatientFactor {
    PatientFactor(
      id: "f", factor: factor, medicines: ["samplamine"], people: people, conditions: conditions,
      threshold: threshold,
      mechanism: "an enzyme is slowed", direction: .exposureUp,
      fold: ClosedNumbers(low: 1.5, high: 2), severity: .major, action: action,
      isContraindicated: contraindicated, doses: doses, monitoring: [.drugLevel],
      alternatives: [], remark: remark, sources: [FactSource(name: "Sample")])
  }

  private let start = "Exposure rises (1.5–2-fold): an enzyme is slowed."

  @Test func `what is taken in besides is what is left out, not the medicine`() {
    #expect(
      FactorWording(Self.factor(.grapefruit, .avoid)).text
        == "\(start) Do not combine samplamine and grapefruit. Monitor drug level.")
    #expect(
      FactorWording(Self.factor(.stJohnsWort, .avoid, contraindicated: true)).text
        == "\(start) Samplamine and St John's wort together are contraindicated.")
  }

  @Test func `a state of the person bars the medicine, and for whom comes first`() {
    #expect(
      FactorWording(Self.factor(.pregnancy, .avoid, contraindicated: true, remark: "in gout")).text
        == "\(start) In gout. Samplamine is contraindicated.")
    #expect(
      FactorWording(Self.factor(.age, .avoid), for: "Thirdamine").text
        == "\(start) Avoid Thirdamine. Monitor drug level.")
  }

  @Test func `the occasion tells whom a factor is limited to`() {
    #expect(
      FactorWording(Self.factor(.age, .avoid, people: .elderly, conditions: [.dementia])).occasion
        == "age: 65 years and more, with dementia")
    #expect(
      FactorWording(Self.factor(.age, .avoid, people: .children)).occasion
        == "age: below 18 years")
  }

  @Test func `a threshold and a dose are said with their units`() {
    let threshold = PatientFactor.Threshold(
      measure: .eGFR, bounds: Bounds(from: 15, below: 30), unit: "mL/min/1.73m2")
    let dose = DoseAdvice(
      phase: .maintenance, quantity: .maximum, low: 20, high: nil, unit: "mg/day")
    let wording = FactorWording(
      Self.factor(.renalFunction, .reduceDose, threshold: threshold, doses: [dose]))
    #expect(wording.occasion == "kidney function: eGFR 15 to below 30 mL/min/1.73m²")
    #expect(
      wording.text
        == "\(start) Keep the maintenance dose at or below 20 mg/day. Monitor drug level.")
  }
}
