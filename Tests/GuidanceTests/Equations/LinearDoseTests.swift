import Guidance
import Knowledge
import Testing

/// A made-up equation shows each kind of term, each refusal and each sentence.
struct LinearDoseTests {
  private let equation = DoseEquation(
    id: "made-up", medicine: "m", name: "Made Up 2020", withoutGenes: nil, transform: .square,
    unit: .mgPerWeek, intercept: 2,
    terms: [
      DoseTerm(name: "age", kind: .measure(.ageDecades, coefficient: -0.1, assumed: nil)),
      DoseTerm(name: "target", kind: .measure(.targetINR, coefficient: 0.4, assumed: 2.5)),
      DoseTerm(
        name: "smoking",
        kind: .fact(
          .smoking, [.init(key: "current", amount: 0.5), .init(key: "never", amount: 0)],
          unknown: 0.2)),
      DoseTerm(name: "inducer", kind: .medicines(["a", "b"], coefficient: 1)),
      DoseTerm(
        name: "G",
        kind: .genotype(
          gene: "G", [.init(key: "*1/*1", amount: 0), .init(key: "*1/*2", amount: -0.5)],
          unknown: nil)),
    ],
    limits: [.init(measure: .ageYears, range: ClosedNumbers(low: 18, high: 90))],
    plausible: ClosedNumbers(low: 3, high: 40),
    spread: .init(percent: 80, low: -0.5, high: 0.5, patients: 10), accuracy: [], adjustment: nil,
    requirement: nil, sources: [FactSource(name: "S", detail: "paper")])

  private let inputs = DoseInputs(
    measures: [.ageYears: 57, .targetINR: 3], facts: [.smoking: "current"], medicines: ["a", "b"],
    genotypes: ["G": "*1/*2"])

  @Test func `each term adds its part once`() throws {
    let evaluation = try equation.assess(inputs).get()
    #expect(
      evaluation.contributions.map(\.step) == [
        "intercept: +2", "age: 5 decades × −0.1 = −0.5", "target: 3 × +0.4 = +1.2",
        "smoking: current, +0.5", "inducer: a, b, +1", "G: *1/*2, −0.5",
      ])
    #expect((evaluation.sum * 1000).rounded() == 3700)
    #expect((evaluation.weekly * 1000).rounded() == 13690)
    #expect((evaluation.weeklyRange.low * 1000).rounded() == 10240)
    #expect(evaluation.weeklyRange.high.map { ($0 * 1000).rounded() } == 17640)
  }

  @Test func `what is not known takes the number for that and says so`() throws {
    var inputs = inputs
    inputs.facts = [:]
    inputs.measures[.targetINR] = nil
    inputs.medicines = []
    let evaluation = try equation.assess(inputs).get()
    #expect(evaluation.contributions.map(\.amount) == [2, -0.5, 1, 0.2, 0, -0.5])
    #expect(
      evaluation.contributions.map(\.basis) == [
        .equation, .stated, .assumed, .unknown, .medicines, .genotype,
      ])
  }

  @Test func `an exponential equation a day is seven times that a week`() throws {
    var equation = equation
    (equation.transform, equation.unit) = (.exponential, .mgPerDay)
    equation.plausible = ClosedNumbers(low: 0, high: 1000)
    let evaluation = try equation.assess(inputs).get()
    #expect((evaluation.daily * 100).rounded() == 4045)
    #expect((evaluation.weekly * 100).rounded() == 28313)
  }

  @Test func `a sum below nothing is no dose`() throws {
    var equation = equation
    equation.intercept = -4
    #expect(equation.evaluate(inputs)?.weekly == 0)
    #expect(try refusals(equation, inputs).reasons.count == 1)
  }

  /// A dose was given where a refusal was due.
  private struct UnexpectedDose: Error {}

  private func refusals(_ equation: DoseEquation, _ inputs: DoseInputs) throws -> DoseRefusals {
    guard case .failure(let refusals) = equation.assess(inputs) else { throw UnexpectedDose() }
    return refusals
  }

  @Test func `every reason for a refusal is named`() throws {
    var inputs = inputs
    inputs.measures = [.ageYears: 15]
    inputs.genotypes = ["G": "*1/*9"]
    #expect(
      try refusals(equation, inputs).reasons.map(\.words) == [
        "age 15 years lies outside the 18 to 90 years it holds for",
        "the equation has no term for G *1/*9",
      ])
    inputs = DoseInputs()
    #expect(
      try refusals(equation, inputs).reasons.map(\.words) == [
        "age is not known", "the G genotype is not known",
      ])
    inputs = self.inputs
    inputs.measures[.ageYears] = 90
    var low = equation
    low.plausible = ClosedNumbers(low: 30, high: 40)
    #expect(
      try refusals(low, inputs).reasons.map(\.words) == [
        "it comes to 10.89 mg a week, outside the 30 to 40 mg of nearly all patients"
      ])
  }
}
