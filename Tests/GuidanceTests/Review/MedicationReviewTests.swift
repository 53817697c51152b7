import Guidance
import Knowledge
import Testing

/// What must come out for known patients, with the knowledge base of this checkout.
struct MedicationReviewTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let list: String
    let genes: [String]
    let medicine: String
    let states: Set<AnswerState>
    /// Words of the answer; all must be there, whatever their case.
    let words: [String]
    var facts: @Sendable (inout PatientFacts) -> Void = { _ in }
    var testDescription: String { "\(list); \(genes.joined(separator: ", "))" }
  }

  static let cases = [
    Case(
      list: "clopidogrel 75 mg, omeprazole 20 mg", genes: ["CYP2C19 *1/*2"],
      medicine: "clopidogrel", states: [.stop, .change],
      words: ["CYP2C19 intermediate metaboliser", "omeprazole", "pantoprazole"]),
    Case(
      list: "codeine, paroxetine", genes: ["CYP2D6 *1/*1"], medicine: "codeine",
      states: [.stop, .change], words: ["poor metaboliser", "paroxetine"]),
    Case(
      list: "tramadol", genes: ["CYP2D6 *1/*2x2"], medicine: "tramadol", states: [.stop, .change],
      words: ["ultrarapid"]),
    Case(
      list: "simvastatin 40 mg; amlodipine 5 mg", genes: ["SLCO1B1 *5/*5"],
      medicine: "simvastatin", states: [.stop, .change],
      words: ["SLCO1B1 poor function", "20 mg/day", "40 mg as written is above"]),
    Case(
      list: "azathioprine, allopurinol", genes: ["TPMT *1/*1", "NUDT15 *1/*1"],
      medicine: "azathioprine", states: [.change],
      words: ["xanthine oxidase", "25–33 % of the usual dose"]),
    Case(
      list: "warfarin, amiodarone", genes: ["CYP2C9 *1/*3", "VKORC1 =-1639 AA"],
      medicine: "warfarin", states: [.stop, .change], words: ["amiodarone", "INR"]),
    Case(
      list: "clozapine", genes: [], medicine: "clozapine", states: [.change, .caution],
      words: ["CYP1A2", "stopping smoking"], facts: { $0.smoking = .justStopped }),
    Case(
      list: "metformin", genes: [], medicine: "metformin", states: [.stop],
      words: ["eGFR 25", "metformin is contraindicated"], facts: { $0.eGFR = 25 }),
    Case(
      list: "capecitabine", genes: ["DPYD Reference/c.1905+1G>A (*2A)"],
      medicine: "capecitabine", states: [.change], words: ["50 %"]),
    Case(
      list: "rasburicase", genes: ["G6PD =Deficient"], medicine: "rasburicase", states: [.stop],
      words: ["contraindicated"]),
    Case(
      list: "abacavir", genes: ["HLA-B *57:01/*07:02"], medicine: "abacavir", states: [.stop],
      words: ["HLA-B"]),
    Case(
      list: "carbamazepine", genes: [], medicine: "carbamazepine", states: [.notAssessed],
      words: ["Not assessed: carbamazepine", "HLA-B was not tested"]),
  ]

  @Test(arguments: cases)
  func `a known patient gets the known answer`(row: Case) throws {
    let review = try ReviewDesk.shared.get().review(row.list, row.genes, row.facts)
    let answer = try #require(review.answer(row.medicine))
    #expect(row.states.contains(answer.state), "\(answer.state): \(answer.action.text)")
    let text = answer.allText.lowercased()
    for word in row.words {
      #expect(text.contains(word.lowercased()), "'\(word)' is not in: \(answer.allText)")
    }
  }

  @Test func `every sentence says where it comes from`() throws {
    let desk = try ReviewDesk.shared.get()
    for row in Self.cases {
      let review = try desk.review(row.list, row.genes, row.facts)
      for answer in review.answers {
        let sentences =
          [answer.action] + answer.dose + answer.why + answer.wouldChange + answer.notTested
          + answer.sources.map(\.sentence) + answer.alternatives.map(\.note)
          + answer.findings.map(\.sentence)
        for sentence in sentences {
          #expect(!sentence.trace.rule.isEmpty, "\(sentence.text)")
          #expect(!sentence.trace.source.isEmpty, "\(sentence.text)")
          #expect(sentence.text.hasSuffix(".") || sentence.text.hasSuffix("%"), "\(sentence.text)")
        }
      }
    }
  }

  @Test func `a review is the same each time`() throws {
    let desk = try ReviewDesk.shared.get()
    let list = "warfarin, amiodarone, simvastatin, codeine, paroxetine, clopidogrel, omeprazole"
    let genes = ["CYP2C9 *1/*3", "CYP2D6 *1/*1", "CYP2C19 *1/*2", "SLCO1B1 *1/*5"]
    #expect(try desk.review(list, genes) == desk.review(list, genes))
  }

  @Test func `an alternative is held against the same patient`() throws {
    let review = try ReviewDesk.shared.get().review("codeine, paroxetine", ["CYP2D6 *1/*1"])
    let answer = try #require(review.answer("codeine"))
    for alternative in answer.alternatives where alternative.medicine == "tramadol" {
      #expect(alternative.state < .noChange)
    }
    let clopidogrel = try #require(
      try ReviewDesk.shared.get().review("clopidogrel", ["CYP2C19 *2/*2"]).answer("clopidogrel"))
    #expect(clopidogrel.state == .stop)
    #expect(clopidogrel.action.text == "Avoid clopidogrel.")
    #expect(clopidogrel.alternatives.map(\.medicine).contains("prasugrel"))
  }

  @Test func `what is not recognised is kept and a medicine named twice is answered once`() throws {
    let review = try ReviewDesk.shared.get().review("Plavix, clopidogrel, qwxyz", [])
    #expect(review.answers.map(\.medicine) == ["clopidogrel"])
    #expect(review.notRecognised.map(\.text) == ["qwxyz"])
  }

  @Test func `an unknown kidney function is asked for and never read as fine`() throws {
    let answer = try #require(
      try ReviewDesk.shared.get().review("metformin", []).answer("metformin"))
    #expect(answer.state == .notAssessed)
    #expect(answer.notTested.contains { $0.text == "Not known: eGFR." })
    #expect(answer.wouldChange.contains { $0.text.contains("below 30") })
  }

  @Test func `a what-if shows what appears, goes or changes and nothing else`() throws {
    let desk = try ReviewDesk.shared.get()
    let before = try desk.review("codeine, metformin", ["CYP2D6 *1/*1"])
    let after = try desk.review("codeine, metformin, paroxetine", ["CYP2D6 *1/*1"])
    let changes = ReviewChange.between(before, after)
    #expect(Set(changes.map(\.medicine)) == ["codeine", "paroxetine"])
    let codeine = try #require(changes.first { $0.medicine == "codeine" })
    #expect(codeine.before?.state == .noChange)
    #expect((codeine.after?.state ?? .notAssessed) < .caution)
    #expect(ReviewChange.between(after, before).last?.after == nil)
    #expect(ReviewChange.between(after, after).isEmpty)
  }
}
