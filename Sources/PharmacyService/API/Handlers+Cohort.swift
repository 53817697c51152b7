internal import Foundation
internal import Guidance
internal import Hummingbird
internal import Knowledge
internal import PatientStore
internal import Reports

/// Who takes a medicine and is at risk, counted; small cells are held back by the store.
extension Handlers {
  func cohort(_ call: Call, _ caller: Caller) throws -> Answer {
    guard let name = call.query("medicine"), !name.isEmpty else {
      throw Problem(.badRequest, "The address lacks 'medicine'; add ?medicine= and a name.")
    }
    return .json(CohortBody(try cohort(name, caller)))
  }

  /// Those who take a medicine, by answer and phenotype.
  func cohort(_ name: String, _ caller: Caller) throws -> CohortAnswer {
    guard let match = try pharmacy.knowledge.medicine(named: name) else {
      throw Problem(.notFound, "No medicine of that name is known; see /api/v1/medicines.")
    }
    let medicine = match.medicine
    var understood: [String: Bool] = [:]
    let result = try store.cohort(as: caller.requester) { member in
      let takes = member.medications.contains { line in
        if let known = understood[line] { return known }
        let found = (try? pharmacy.reviewer.list(line)) ?? []
        let isMeant = found.contains { $0.match?.medicine.id == medicine.id }
        understood[line] = isMeant
        return isMeant
      }
      guard takes else { return nil }
      return Self.state(of: medicine.id, in: try? review(member))
    }
    let rows = result.cells.map { cell in
      let parts = cell.state.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      return CohortRow(
        state: AnswerState(rawValue: String(parts[0])) ?? .notAssessed,
        phenotype: parts.count > 1 ? String(parts[1]) : "", count: cell.count,
        pseudonyms: cell.pseudonyms)
    }
    let counts = rows.map(\.count)
    return CohortAnswer(
      medicine: medicine.name, smallestCell: result.minimum,
      patients: counts.contains(nil) ? nil : counts.compactMap(\.self).reduce(0, +),
      rows: rows.sorted { ($0.state, $0.phenotype) < ($1.state, $1.phenotype) })
  }

  private func review(_ member: CohortMember) throws -> ReviewedPatient {
    var patient = PatientDocument(id: member.pseudonym)
    if let calls = member.calls { patient.calls = try Self.calls(calls) }
    patient.facts = member.facts
    patient.medications = member.medications
    return try pharmacy.review(patient)
  }

  /// A member's answer and the phenotypes it rests on; a record that can't be read is not assessed.
  private static func state(of medicine: String, in reviewed: ReviewedPatient?) -> String {
    guard let reviewed,
      let answer = reviewed.review.answers.first(where: { $0.medicine == medicine })
    else { return AnswerState.notAssessed.rawValue + "|" }
    let genes = Set(answer.findings.flatMap(\.genes))
    let phenotypes = reviewed.results.genes.filter { genes.contains($0.gene.symbol) }
      .map { result in
        let names = result.phenotypes
        return result.gene.symbol + " "
          + (names.isEmpty ? "without a result" : names.joined(separator: " or "))
      }
    return answer.state.rawValue + "|" + phenotypes.joined(separator: ", ")
  }
}

/// A cohort's counts; `count` is absent where it is held back.
private struct CohortBody: Encodable {
  var medicine: String
  var smallestCell: Int
  var patients: Int?
  var rows: [Row]

  struct Row: Encodable {
    var state: String
    var phenotype: String
    var count: Int?
    var pseudonyms: [String]
  }

  init(_ answer: CohortAnswer) {
    medicine = answer.medicine
    smallestCell = answer.smallestCell
    patients = answer.patients
    rows = answer.rows.map {
      Row(
        state: $0.state.rawValue, phenotype: $0.phenotype, count: $0.count,
        pseudonyms: $0.pseudonyms)
    }
  }
}
