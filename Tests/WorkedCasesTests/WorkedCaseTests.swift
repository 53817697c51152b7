import Foundation
import Guidance
import Knowledge
import Reports
import Testing

/// Each folder of `Tests/WorkedCases`: the answer of the program held against that of the guidelines.
struct WorkedCaseTests {
  /// What is looked up in, made once.
  private struct Desk: Sendable {
    let reviewer: MedicationReviewer
    let lookup: PatientLookup

    static let shared = Result {
      let knowledge = try CompiledKnowledge.shared.get()
      return Desk(
        reviewer: try MedicationReviewer(knowledge), lookup: try PatientLookup(knowledge))
    }
  }

  @Test func `there are at least sixty cases, each with its source`() throws {
    #expect(WorkedCase.all.count >= 60)
    for one in WorkedCase.all {
      #expect(try one.text("why.md").contains("\nSource: "), "\(one.name)")
      #expect(try one.strayKeys() == [], "\(one.name)")
    }
  }

  @Test(arguments: WorkedCase.all)
  func `the answer is that of the guidelines`(one: WorkedCase) throws {
    let desk = try Desk.shared.get()
    let patient = try PatientDocument(try one.text("patient.json"), file: "patient.json")
    let medications = try desk.reviewer.list(try one.text("medicines.txt"))
    let review = try desk.reviewer.review(
      results: try desk.lookup.results(of: patient).genes, medications: medications,
      facts: patient.facts)
    let expected = try one.expected()
    for (id, wanted) in (expected.medicines ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let answer = review.answers.first(where: { $0.medicine == id }) else {
        Issue.record("no answer for \(id); there are \(review.answers.map(\.medicine))")
        continue
      }
      check(answer, wanted)
    }
    check(review, expected)
  }

  private func check(_ answer: MedicationAnswer, _ wanted: WorkedCase.Medicine) {
    let id = answer.medicine
    let why = answer.why + answer.findings.map(\.sentence)
    #expect(
      wanted.state.contains(answer.state.rawValue),
      "\(id) is \(answer.state): \(answer.action.text) Why: \(answer.why.map(\.text))")
    has(wanted.action, in: [answer.action], "action of \(id)")
    lacks(wanted.actionLacks, in: [answer.action], "action of \(id)")
    has(wanted.why, in: why, "why of \(id)")
    lacks(wanted.whyLacks, in: why, "why of \(id)")
    has(wanted.dose, in: answer.dose, "dose of \(id)")
    lacks(wanted.doseLacks, in: answer.dose, "dose of \(id)")
    has(wanted.notTested, in: answer.notTested, "not tested of \(id)")
    has(wanted.anywhere, in: answer.everySentence, "any part of \(id)")
    for source in wanted.sources ?? [] {
      #expect(answer.sources.contains { $0.source == source }, "source \(source) of \(id)")
    }
    let kinds = Set(answer.findings.map(\.kind.rawValue))
    for kind in wanted.kinds ?? [] {
      #expect(kinds.contains(kind), "\(id) has no finding of kind \(kind), only \(kinds.sorted())")
    }
    for kind in wanted.lacksKinds ?? [] {
      #expect(
        !kinds.contains(kind),
        "\(id) has \(kind): \(answer.findings.filter { $0.kind.rawValue == kind }.map(\.sentence.text))"
      )
    }
    let good = Set(
      answer.alternatives.filter { $0.state != .stop && $0.state != .change }.map(\.medicine))
    for names in wanted.offered ?? [] {
      let names = names.split(separator: "|").map(String.init)
      #expect(
        names.contains(where: good.contains),
        "\(id): none of \(names) offered, only \(good.sorted())")
    }
    let named = answer.alternatives.filter { $0.state != .stop }.map(\.medicine)
    for names in wanted.named ?? [] {
      #expect(
        names.split(separator: "|").contains { named.contains(String($0)) },
        "\(id): none of \(names) among the alternatives \(named)")
    }
    for name in wanted.notOffered ?? [] {
      #expect(!good.contains(name), "\(id): \(name) must not be offered to this patient")
    }
  }

  private func check(_ review: MedicationReview, _ expected: WorkedCase.Expectation) {
    for wanted in expected.conversions ?? [] {
      let found = review.conversions.filter { $0.gene == wanted.gene }
      #expect(
        found.contains { conversion in
          conversion.effectivePhenotype == wanted.to && conversion.isLikelyOnly == wanted.likelyOnly
            && (wanted.from == nil || conversion.genotypePhenotype == wanted.from)
            && wanted.causes.allSatisfy { names in
              names.split(separator: "|").contains { conversion.causes.contains(String($0)) }
            }
        }, "\(wanted.gene) to \(wanted.to) by \(wanted.causes); found \(found.map(\.sentence.text))"
      )
    }
    for gene in expected.noConversions ?? [] {
      let found = review.conversions.filter { $0.gene == gene }
      #expect(found.isEmpty, "\(gene) was converted: \(found.map(\.sentence.text))")
    }
    for line in expected.notRecognised ?? [] {
      #expect(review.notRecognised.contains { $0.text == line }, "\(line) was dropped")
    }
    if let listed = expected.listed {
      #expect(review.answers.count + review.notRecognised.count == listed)
    }
    if let words = expected.mentions {
      let lines =
        review.answers.map { "\($0.text) \($0.medicine) \($0.name)" }
        + review.notRecognised.map(\.text)
      for word in words { #expect(lines.joined(separator: "\n").contains(word)) }
    }
    if expected.lacksInteractionWithItself == true {
      for answer in review.answers {
        #expect(
          !answer.findings.contains {
            $0.kind == .interaction && $0.partners.contains(answer.medicine)
          })
      }
    }
  }

  private func has(_ words: [String]?, in sentences: [Sentence], _ place: String) {
    let text = sentences.map(\.text).joined(separator: "\n")
    for word in words ?? [] {
      #expect(
        word.split(separator: "|").contains { text.localizedCaseInsensitiveContains($0) },
        "\(place) lacks '\(word)': \(text)")
    }
  }

  private func lacks(_ words: [String]?, in sentences: [Sentence], _ place: String) {
    let text = sentences.map(\.text).joined(separator: "\n")
    for word in words ?? [] {
      #expect(!text.localizedCaseInsensitiveContains(word), "\(place) says '\(word)': \(text)")
    }
  }
}

extension MedicationAnswer {
  /// The sentences of all parts.
  fileprivate var everySentence: [Sentence] {
    [action] + alternatives.map(\.note) + dose + why + sources.map(\.sentence) + wouldChange
      + notTested + findings.map(\.sentence)
      + findings.flatMap {
        $0.sentence.trace.arithmetic.map { Sentence($0, Trace(rule: "", source: "")) }
      }
  }
}
