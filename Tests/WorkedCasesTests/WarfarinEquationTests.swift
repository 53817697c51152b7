import Foundation
import Guidance
import Knowledge
import TestSupport
import Testing
import warfarin_accuracy

/// The equations of the knowledge base against published figures.
struct WarfarinEquationTests {
  /// Age, height, weight, the two genotypes, and the doses in mg a week to two decimals.
  struct Vector: Sendable {
    let inputs: DoseInputs
    let iwpc: Double
    let gage: Double?

    init(
      _ age: Double, _ height: Double, _ weight: Double, _ vkorc1: String?, _ cyp2c9: String?,
      _ iwpc: Double, _ gage: Double?
    ) {
      var genotypes: [String: String] = [:]
      genotypes["VKORC1"] = vkorc1.map { "-1639 \($0)" }
      genotypes["CYP2C9"] = cyp2c9
      inputs = DoseInputs(
        measures: [.ageYears: age, .heightCm: height, .weightKg: weight, .targetINR: 2.5],
        facts: [.ancestry: "white", .smoking: "never", .thrombosis: "no"], genotypes: genotypes)
      (self.iwpc, self.gage) = (iwpc, gage)
    }
  }

  static let vectors = [
    Vector(65, 170, 70, "GG", "*1/*1", 41.10, 41.63),
    Vector(65, 170, 70, "AA", "*1/*1", 22.22, 21.79),
    Vector(65, 170, 70, "AG", "*1/*2", 25.22, 24.50), Vector(65, 170, 70, nil, nil, 32.57, nil),
    Vector(80, 160, 55, "AA", "*3/*3", 2.50, 7.83),
  ]

  private func equation(_ id: String) throws -> DoseEquation {
    try #require(try CompiledKnowledge.shared.get().allEquations().first { $0.id == id })
  }

  @Test(arguments: vectors)
  func `the equations with genes give the published doses to two decimals`(vector: Vector) throws {
    let iwpc = try #require(try equation("warfarin-iwpc").evaluate(vector.inputs))
    #expect(String(format: "%.2f", iwpc.weekly) == String(format: "%.2f", vector.iwpc))
    let gage = try equation("warfarin-gage").evaluate(vector.inputs)
    #expect(
      gage.map { String(format: "%.2f", $0.weekly) }
        == vector.gage.map { String(format: "%.2f", $0) })
  }

  @Test func `each allele of the exponential equation counts`() throws {
    let gage = try equation("warfarin-gage")
    var inputs = Self.vectors[0].inputs
    func dose(_ vkorc1: String, _ cyp2c9: String) throws -> Double {
      inputs.genotypes = ["VKORC1": "-1639 \(vkorc1)", "CYP2C9": cyp2c9]
      return try #require(gage.evaluate(inputs)).weekly
    }
    let (two, one, none) = (
      try dose("AA", "*1/*1"), try dose("AG", "*1/*1"), try dose("GG", "*1/*1")
    )
    #expect(abs(one / none - two / one) < 1e-9)
    #expect((one / none * 100).rounded() == 72)
    #expect((try dose("GG", "*1/*3") / none * 100).rounded() == 67)
    #expect((try dose("GG", "*1/*2") / none * 100).rounded() == 81)
  }

  @Test func `a dose nobody takes is refused`() throws {
    let inputs = Self.vectors[4].inputs
    guard case .failure(let refusals) = try equation("warfarin-iwpc").assess(inputs) else {
      Issue.record("2.50 mg a week was not refused")
      return
    }
    #expect(
      refusals.reasons.map(\.words) == [
        "it comes to 2.50 mg a week, outside the 7 to 84 mg of nearly all patients"
      ])
  }

  @Test(arguments: [
    (DoseMeasure.ageYears, 17.0), (.targetINR, 3.6), (.heightCm, 0), (.heightCm, 300),
    (.weightKg, -70), (.weightKg, 500), (.heightCm, .nan),
  ])
  func `nothing is worked out outside the patients the equations were made from`(
    measure: DoseMeasure, value: Double
  ) throws {
    for equation in try CompiledKnowledge.shared.get().allEquations() {
      var inputs = Self.vectors[0].inputs
      inputs.measures[measure] = value
      if case .success = equation.assess(inputs) { Issue.record("\(equation.id) gave a dose") }
    }
  }

  @Test(arguments: [DoseMeasure.heightCm, .weightKg, .ageYears])
  func `nothing is worked out while a measure is not known`(measure: DoseMeasure) throws {
    for equation in try CompiledKnowledge.shared.get().allEquations() {
      var inputs = Self.vectors[0].inputs
      inputs.measures[measure] = nil
      if case .success = equation.assess(inputs) { Issue.record("\(equation.id) gave a dose") }
    }
  }

  /// Where the consortium's table lies; it is not part of the repository.
  static let table =
    ProcessInfo.processInfo.environment["STARDOSE_IWPC"]
    ?? SharedCases.root.appendingPathComponent("../shared/reference/warfarin/iwpc_patients.csv")
    .standardized.path

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: table),
      "the consortium's table is not here; set STARDOSE_IWPC to its path"))
  func `the accuracy listed for the equations is found again`() throws {
    let patients = try PatientTable(path: Self.table)
    let reproduction = try #require(
      Reproduction(patients, equations: try CompiledKnowledge.shared.get().allEquations()))
    print(reproduction.table)
    #expect(patients.count == 5700)
    for line in reproduction.lines {
      #expect(line.agrees, "\(line.name), \(line.figure): \(line.listed), found \(line.found)")
    }
  }
}
