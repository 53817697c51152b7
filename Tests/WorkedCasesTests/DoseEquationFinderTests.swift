import Guidance
import Knowledge
import Reports
import Testing

/// What is said of a start dose, with the equations of the knowledge base.
struct DoseEquationFinderTests {
  private struct Desk {
    let finder: DoseEquationFinder
    let lookup: PatientLookup

    static let shared = Result {
      let knowledge = try CompiledKnowledge.shared.get()
      return Desk(
        finder: try DoseEquationFinder(knowledge), lookup: try PatientLookup(knowledge))
    }
  }

  private var facts: PatientFacts {
    var facts = PatientFacts()
    (facts.ageYears, facts.heightCm, facts.weightKg) = (65, 170, 70)
    (facts.ancestry, facts.targetINR, facts.smoking, facts.hasThrombosis) =
      (.white, 2.5, .never, false)
    return facts
  }

  /// Genes as `VKORC1` by phenotype and `CYP2C9` by diplotype.
  private func estimates(
    _ vkorc1: [String], _ cyp2c9: [String], _ facts: PatientFacts,
    medicines: Set<String> = ["warfarin"]
  ) throws -> [DoseEstimate] {
    let desk = try Desk.shared.get()
    let genes =
      vkorc1.map { StatedGene(gene: "VKORC1", phenotype: "-1639 \($0)") }
      + cyp2c9.map { StatedGene(gene: "CYP2C9", diplotype: $0) }
    let patient = PatientDocument(id: "p", calls: genes.isEmpty ? .none : .stated(genes))
    return desk.finder.estimates(
      for: "warfarin", results: try desk.lookup.results(of: patient).genes, facts: facts,
      medicines: medicines)
  }

  @Test func `the dose comes with its range and every step`() throws {
    let estimates = try estimates(["GG"], ["*1/*1"], facts)
    #expect(
      estimates.map(\.equation.id) == [
        "warfarin-iwpc", "warfarin-gage", "warfarin-iwpc-clinical", "warfarin-gage-clinical",
      ])
    #expect(estimates.map(\.isLeading) == [true, false, false, false])
    let sentence = try #require(estimates[0].sentences.first)
    #expect(
      sentence.text
        == "Start dose about 41.1 mg a week (5.9 mg a day) by IWPC 2009 with genes; around it lay the "
        + "stable doses of 80 % of patients, between 27.8 and 57.8 mg a week.")
    #expect(
      sentence.trace.arithmetic == [
        "intercept: +5.6044", "age in decades: 6 decades × −0.2614 = −1.5684",
        "height: 170 cm × +0.0087 = +1.479", "weight: 70 kg × +0.0128 = +0.896",
        "VKORC1: -1639 GG, +0", "CYP2C9: *1/*1, +0", "ancestry: white, +0",
        "enzyme inducer: none taken, +0", "amiodarone: none taken, +0", "sum: 6.4110",
        "6.4110² = 41.10 mg a week",
        "80 % of 4168 patients lay from −1.136 to +1.190 around the sum: 27.8 to 57.8 mg a week",
      ])
    #expect(sentence.trace.rule == "warfarin-iwpc")
    #expect(sentence.trace.source.contains("N Engl J Med 360:753"))
    #expect(
      estimates[1].sentences.first?.text.hasPrefix(
        "For comparison, about 41.6 mg a week (5.9 mg a day) by Gage 2008 with genes;") == true)
    #expect(sentence.trace.considered.contains("Gage 2008 with genes: 41.6 mg a week"))
  }

  @Test func `in a group where genes gain nothing the equation without genes leads`() throws {
    var facts = facts
    facts.ancestry = .black
    let estimates = try estimates(["GG"], ["*1/*1"], facts)
    #expect(estimates.first?.equation.genes == [])
    #expect(estimates.first?.equation.id == "warfarin-iwpc-clinical")
    let iwpc = try #require(estimates.first { $0.equation.id == "warfarin-iwpc" })
    let texts = iwpc.sentences.map(\.text)
    #expect(
      texts.contains(
        "CYP2C9 *5, *6, *8 and *11 and rs12777823 were not shown to be tested: dose without genes. The "
          + "guideline lowers the dose by a further 10 to 25 percent where A of rs12777823 is carried."
      ))
    #expect(
      texts.contains(
        "In 397 Black patients genes made it no better: 43.6 % of doses were within a fifth of the "
          + "stable one, 45.6 % without genes."))
  }

  @Test func `ancestry not stated gives the range over the terms`() throws {
    var facts = facts
    facts.ancestry = nil
    let iwpc = try #require(try estimates(["GG"], ["*1/*1"], facts).first)
    #expect(
      iwpc.sentences.map(\.text).contains(
        "Ancestry is not stated and need not be; over the terms IWPC 2009 with genes has for it the "
          + "dose is 37.6 to 41.1 mg a week."))
    #expect(iwpc.sentences.contains { $0.text.hasPrefix("If the patient is of African ancestry") })
    #expect(iwpc.sentences.first?.trace.missing == ["ancestry"])
  }

  @Test func `every branch of an open genotype has its dose`() throws {
    let iwpc = try #require(try estimates(["GG", "AG"], ["*1/*1"], facts).first)
    #expect(
      iwpc.sentences.first?.text
        == "The genotype is open, and so is the dose by IWPC 2009 with genes: 41.1 mg a week with "
        + "VKORC1 -1639 GG and CYP2C9 *1/*1 or 30.7 mg a week with VKORC1 -1639 AG and CYP2C9 *1/*1."
    )
  }

  @Test func `an allele without a term lowers the dose as the guideline says`() throws {
    let iwpc = try #require(try estimates(["GG"], ["*1/*5"], facts).first)
    #expect(iwpc.sentences.first?.text.hasPrefix("Start dose about 28.8 to 34.9 mg a week") == true)
    #expect(iwpc.sentences.contains { $0.text.contains("lowered by 15 to 30 %") })
    let two = try #require(try estimates(["GG"], ["*2/*5"], facts).first)
    #expect(two.branches.first?.reduction == ClosedNumbers(low: 20, high: 40))
  }

  @Test func `a genotype without a term is refused and the equation without genes leads`() throws {
    let estimates = try estimates(["GG"], ["*1/*13"], facts)
    #expect(estimates.first?.equation.genes == [])
    let iwpc = try #require(estimates.first { $0.equation.id == "warfarin-iwpc" })
    #expect(
      iwpc.sentences.map(\.text) == [
        "No dose by IWPC 2009 with genes: the equation has no term for CYP2C9 *1/*13."
      ])
  }

  @Test func `without genes only equations without genes speak`() throws {
    #expect(try estimates([], [], facts).allSatisfy { $0.equation.genes.isEmpty })
  }

  @Test func `where no equation gives a dose one refusal is told`() throws {
    let desk = try Desk.shared.get()
    var facts = facts
    facts.ageYears = 16
    let findings = desk.finder.findings(
      for: "warfarin", results: [], facts: facts, medicines: ["warfarin"])
    #expect(findings.map(\.state) == [.notAssessed])
    #expect(
      findings.map(\.sentence.text) == [
        "No dose by IWPC 2009 without genes: age 16 years lies outside the 18 to 120 years it holds "
          + "for."
      ])
    #expect(!desk.finder.hasEquation(for: "codeine"))
    #expect(
      desk.finder.findings(for: "codeine", results: [], facts: facts, medicines: []).isEmpty)
  }

  @Test func `the same patient gives the same words`() throws {
    let one = try estimates(["AG"], ["*1/*3"], facts, medicines: ["warfarin", "amiodarone"])
    let other = try estimates(["AG"], ["*1/*3"], facts, medicines: ["amiodarone", "warfarin"])
    #expect(one == other)
  }
}
