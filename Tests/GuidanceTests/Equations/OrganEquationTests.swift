import Guidance
import Testing

struct OrganEquationTests {
  @Test(arguments: [
    (PatientFacts.Sex.female, 55, 0.9, 75.5), (.male, 60, 1.0, 86.2), (.male, 70, 2.0, 35.2),
    (.female, 30, 0.6, 123.8),
  ])
  func `CKD-EPI 2021 gives the published rates`(
    sex: PatientFacts.Sex, age: Int, creatinine: Double, rate: Double
  ) throws {
    let value = try #require(
      CreatinineEquation.ckdEPI2021(creatinineMgPerDl: creatinine, ageYears: age, sex: sex))
    #expect((value * 10).rounded() / 10 == rate)
  }

  @Test(arguments: [
    (PatientFacts.Sex.male, 60, 80.0, 1.0, 88.9), (.female, 72, 60, 1.2, 40.1),
  ])
  func `Cockcroft and Gault gives the published clearances`(
    sex: PatientFacts.Sex, age: Int, weight: Double, creatinine: Double, clearance: Double
  ) throws {
    let value = try #require(
      CreatinineEquation.cockcroftGault(
        creatinineMgPerDl: creatinine, ageYears: age, sex: sex, weightKg: weight))
    #expect((value * 10).rounded() / 10 == clearance)
  }

  @Test func `no kidney equation is used for a child or a value that can't be`() {
    #expect(CreatinineEquation.ckdEPI2021(creatinineMgPerDl: 0.5, ageYears: 17, sex: .male) == nil)
    #expect(CreatinineEquation.ckdEPI2021(creatinineMgPerDl: 0, ageYears: 40, sex: .male) == nil)
    #expect(CreatinineEquation.ckdEPI2021(creatinineMgPerDl: .nan, ageYears: 40, sex: .male) == nil)
    #expect(
      CreatinineEquation.cockcroftGault(
        creatinineMgPerDl: 1, ageYears: 40, sex: .male, weightKg: -70) == nil)
  }

  @Test func `the rate says which equation it is by and for whom that holds`() throws {
    var facts = PatientFacts()
    (facts.ageYears, facts.sex, facts.creatinineMgPerDl) = (55, .female, 0.9)
    let kidney = KidneyFunction(facts)
    let rate = try #require(kidney.eGFR)
    #expect(
      rate.sentence.text
        == "eGFR 75 mL/min/1.73 m² by CKD-EPI 2021, which holds for adults with stable creatinine.")
    #expect(!rate.isStated)
    #expect(
      rate.sentence.trace.arithmetic == [
        "CKD-EPI 2021, for adults with stable creatinine:",
        "142 × min(0.9/0.7, 1)^−0.241 × max(0.9/0.7, 1)^−1.200 × 0.9938^55 × 1.012 = 75.5",
      ])
    #expect(kidney.creatinineClearance == nil)
    #expect(kidney.deindexedGFR == nil)
    (facts.heightCm, facts.weightKg) = (160, 60)
    #expect(KidneyFunction(facts).creatinineClearance.map { $0.value.rounded() } == 67)
    #expect(
      KidneyFunction(facts).deindexedGFR?.sentence.text == "For this body that is 71 mL/min.")
  }

  @Test func `a stated rate goes before one worked out`() throws {
    var facts = PatientFacts()
    (facts.ageYears, facts.sex, facts.creatinineMgPerDl, facts.eGFR) = (55, .female, 0.9, 25)
    let rate = try #require(KidneyFunction(facts).eGFR)
    #expect(rate.isStated)
    #expect(rate.sentence.text == "The eGFR is stated as 25 mL/min/1.73 m².")
    facts.eGFR = -3
    #expect(KidneyFunction(facts).eGFR == nil)
  }

  @Test func `nothing is worked out while sex, age or creatinine is not known`() {
    var facts = PatientFacts()
    (facts.ageYears, facts.creatinineMgPerDl) = (55, 0.9)
    #expect(KidneyFunction(facts).eGFR == nil)
  }

  @Test(arguments: [
    (1.0, 4.0, 1.1, ChildPugh.Ascites.none, ChildPugh.Encephalopathy.none, 5, ChildPugh.Class.a),
    (2.0, 3.5, 1.7, .none, .none, 8, .b), (3.0, 2.8, 2.3, .slight, .mild, 10, .c),
    (3.1, 2.7, 2.4, .moderate, .severe, 15, .c), (1.9, 3.6, 1.6, .slight, .none, 6, .a),
  ])
  func `Child-Pugh adds its five parts`(
    bilirubin: Double, albumin: Double, inr: Double, ascites: ChildPugh.Ascites,
    encephalopathy: ChildPugh.Encephalopathy, score: Int, letter: ChildPugh.Class
  ) throws {
    let liver = try #require(
      ChildPugh(
        bilirubinMgPerDl: bilirubin, albuminGPerDl: albumin, inr: inr, ascites: ascites,
        encephalopathy: encephalopathy))
    #expect(liver.score == score)
    #expect(liver.letter == letter)
    #expect(ChildPugh(score: score)?.letter == letter)
  }

  @Test(arguments: [4, 16, -1]) func `a score outside 5 to 15 is refused`(score: Int) {
    #expect(ChildPugh(score: score) == nil)
  }

  @Test func `body surface is Mosteller's`() throws {
    let area = try #require(BodySurface.area(heightCm: 170, weightKg: 70))
    #expect((area * 1000).rounded() == 1818)
    #expect(BodySurface.area(heightCm: 0, weightKg: 70) == nil)
  }
}
