import Foundation
import Guidance
import GuidanceFixtures
@testable import Knowledge
import Reports
import Testing

/// A review written as JSON and text.
struct ReviewDocumentTests {
  private static func trace(_ rule: String) -> Trace {
    Trace(
      rule: rule, source: "CPIC", version: "2025-11-05", rows: ["row-1"],
      url: "https://example.org",
      inputs: [Trace.Input("CYP2C19 phenotype", "Poor Metabolizer", from: "genotype")],
      missing: ["eGFR"], arithmetic: ["1 × 0 = 0"], considered: ["rule 2: its population differs"])
  }

  private static func medicine(_ id: String) -> MedicineMatch {
    MedicineMatch(
      medicine: Medicine(id: id, name: id, rxnorm: "1"), matchedName: id, nameKind: .generic,
      quality: .similar(slips: 1), hasGuidance: true)
  }

  private static func answer(_ id: String, _ state: AnswerState) -> MedicationAnswer {
    MedicationAnswer(
      text: "\(id) 75 mg", medicine: id, name: id, rxnorm: "1", state: state,
      action: Sentence("Do this with \(id).", trace("a")),
      alternatives: [
        CheckedAlternative(
          medicine: "prasugrel", name: "prasugrel", state: .noChange,
          note: Sentence("Nothing speaks against it.", trace("b")))
      ],
      dose: [Sentence("Half the dose.", trace("c"))], why: [Sentence("It is so.", trace("d"))],
      sources: [
        SourceOpinion(
          source: "CPIC", strength: "strong", version: "2025", url: "https://example.org",
          population: "general", state: state, sentence: Sentence("Give less.", trace("e")))
      ],
      wouldChange: [Sentence("Another gene would.", trace("f"))],
      notTested: [Sentence("This was not tested.", trace("g"))],
      findings: [
        ReviewFinding(
          kind: .gene, state: state, sentence: Sentence("Found.", trace("h")), partners: ["x"],
          genes: ["CYP2C19"])
      ])
  }

  private static var input: ReviewInput {
    var facts = PatientFacts()
    facts.ageYears = 70
    facts.smoking = .current
    let stranger = ListedMedication(
      text: "klopidogral", match: nil, suggestions: [medicine("clopidogrel")])
    let listed = ListedMedication(text: "clopidogrell 75 mg", match: medicine("clopidogrel"))
    return ReviewInput(
      review: MedicationReview(
        facts: facts,
        answers: [answer("clopidogrel", .stop), answer("carbamazepine", .notAssessed)],
        notRecognised: [stranger],
        conversions: [
          Phenoconversion(
            gene: "CYP2C19", genotypePhenotype: "Normal Metabolizer", effectivePhenotype: nil,
            isLikelyOnly: true, causes: ["omeprazole"],
            sentence: Sentence("Omeprazole slows CYP2C19.", trace("i")))
        ]),
      medications: [listed, stranger],
      results: Fixture.results([Fixture.call("CYP2C19", ["*2/*2"])]), patientID: "P1",
      remarks: ["A remark."], engine: "stardose 1", knowledgeIdentity: "0123456789ab",
      knowledgeVersion: "2025-11-05")
  }

  @Test func `the review keeps to its schema and every sentence has its trace`() throws {
    let text = ReviewJSON(Self.input).document
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(try SchemaValidator.named("review").findings(in: value) == [])
    let rules = text.split(separator: "\n").filter { $0.contains("\"rule\": \"") }
    // Eight sentences for each of two answers, and the conversion.
    #expect(rules.count == 17)
    #expect(text == ReviewJSON(Self.input).document)
  }

  @Test func `what was not recognised comes before any answer`() throws {
    let text = ReviewText(Self.input).document
    let stranger = try #require(text.range(of: "'klopidogral': did you mean clopidogrel?"))
    let first = try #require(text.range(of: "⬣ Do this with clopidogrel."))
    #expect(stranger.lowerBound < first.lowerBound)
    #expect(text.contains("'clopidogrell 75 mg' is read as clopidogrel; check that it is meant"))
  }

  @Test func `states are told by word and sign, and not assessed is not no change`() {
    let text = ReviewText(Self.input).document
    #expect(
      text.contains(
        "⬣ 1 stop or avoid   ▲ 0 change   ◆ 0 caution   ○ 0 no change   ? 1 not assessed"))
    #expect(text.contains("\n⬣ CLOPIDOGREL  Stop or avoid, typed 'clopidogrel 75 mg'\n"))
    #expect(text.contains("\n? CARBAMAZEPINE  Not assessed, typed 'carbamazepine 75 mg'\n"))
  }

  @Test func `an answer has its seven parts in order`() throws {
    let text = ReviewText(Self.input).document
    let parts = [
      "    Do            Do this", "    Instead       ○ prasugrel (no change): Nothing",
      "    Dose          Half", "    Why           It is so",
      "    Sources       CPIC, strong, 2025: ⬣ Give", "    Would change  Another",
      "    Not tested    This",
    ]
    var rest = text[...]
    for part in parts {
      let place = try #require(rest.range(of: part), "\(part) in \(text)")
      rest = rest[place.upperBound...]
    }
  }

  @Test func `no line is wider than a terminal`() {
    let lines = ReviewText(Self.input).document.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= TextReport.width })
  }

  @Test func `a what-if shows only what changes, and keeps to its schema`() throws {
    let before = Self.input
    var after = before
    after.review.answers = [
      Self.answer("clopidogrel", .caution), Self.answer("carbamazepine", .notAssessed),
      Self.answer("codeine", .stop),
    ]
    after.review.facts.smoking = .justStopped
    after.medications.append(ListedMedication(text: "codeine", match: Self.medicine("codeine")))
    let asked = ChangeInput(before: before, after: after)
    let text = ChangeText(asked).document
    #expect(
      text.contains("\nIf codeine is added; the patient is or has: has just stopped smoking\n"))
    #expect(text.contains("\n2 answers change; 1 stays the same\n"))
    #expect(text.contains("\n◆ CLOPIDOGREL  Caution, was: ⬣ stop or avoid\n"))
    #expect(text.contains("\n⬣ CODEINE  New: stop or avoid\n"))
    #expect(!text.contains("CARBAMAZEPINE"))
    let value = try JSONSerialization.jsonObject(with: Data(ChangeJSON(asked).document.utf8))
    #expect(try SchemaValidator.named("change").findings(in: value) == [])
    let same = ChangeText(ChangeInput(before: before, after: before)).document
    #expect(same.contains("\nNothing changes: 2 answers the same\n"))
  }
}
