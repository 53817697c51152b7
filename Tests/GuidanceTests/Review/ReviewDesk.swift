import Foundation
import Guidance
import GuidanceFixtures
import Knowledge
import KnowledgeCompiler
import StarAlleles
import TestSupport

/// The checkout's knowledge base, compiled once, and a reviewer on it.
struct ReviewDesk {
  let reviewer: MedicationReviewer
  let genes: [String: Gene]

  static let shared: Result<ReviewDesk, any Error> = Result {
    let folder = try TemporaryFolder()
    let path = folder.file("knowledge.stardose")
    _ = try KnowledgeCompilation.compile(
      directory: SharedCases.root.appendingPathComponent("knowledgebase").path, output: path)
    let knowledge = try KnowledgeBase(path: path)
    let genes = try knowledge.allGenes()
    return ReviewDesk(
      reviewer: try MedicationReviewer(knowledge),
      genes: Dictionary(genes.map { ($0.symbol, $0) }) { first, _ in first })
  }

  /// Results from diplotypes or, after `=`, phenotypes: `CYP2D6 *1/*1`, `G6PD =Deficient`.
  func results(_ stated: [String]) -> [GeneResult] {
    let calls = stated.map { line in
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      return parts[1].hasPrefix("=")
        ? Fixture.outside(parts[0], phenotype: String(parts[1].dropFirst()))
        : Fixture.outside(parts[0], parts[1])
    }
    return PhenotypeCaller(genes: genes).results(for: [], outside: calls)
  }

  /// The review of a list.
  func review(
    _ list: String, _ genes: [String], _ set: (inout PatientFacts) -> Void = { _ in }
  ) throws -> MedicationReview {
    var facts = PatientFacts()
    set(&facts)
    return try reviewer.review(
      results: results(genes), medications: try reviewer.list(list), facts: facts)
  }
}

extension MedicationReview {
  /// The answer for a medicine.
  func answer(_ medicine: String) -> MedicationAnswer? {
    answers.first { $0.medicine == medicine }
  }
}

extension MedicationAnswer {
  /// Everything it says, in one text.
  var allText: String {
    ([action] + dose + why + wouldChange + notTested).map(\.text).joined(separator: "\n")
  }
}
