internal import Knowledge
internal import Foundation
internal import Guidance
internal import Hummingbird
internal import PatientStore
internal import Reports

/// The answer for a stored patient, and what would change it.
extension Handlers {
  func review(_ call: Call, _ caller: Caller) throws -> Answer {
    .json(reviewJSON(try pharmacy.review(stored(call.parameter("id"), caller))))
  }

  /// The review with another list or other facts than those stored; nothing is kept.
  func reviewWith(_ call: Call, _ caller: Caller) throws -> Answer {
    var patient = try stored(call.parameter("id"), caller)
    let members = try JSONObjectText.members(of: call.body)
    try Self.check(members, are: ["medications", "facts"])
    if members["medications"] != nil {
      patient.medications = try Self.texts("medications", members)
    }
    patient.facts = try Self.facts(members, over: patient.facts)
    return .json(reviewJSON(try pharmacy.review(patient)))
  }

  /// What adding, stopping or another habit would change, and only that; nothing is kept.
  func whatIf(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    let members = try JSONObjectText.members(of: call.body)
    try Self.check(members, are: ["add", "stop", "facts"])
    let before = try pharmacy.review(patient)
    var changed = patient
    changed.medications = try list(patient.medications, stopping: Self.texts("stop", members))
    changed.medications += try Self.texts("add", members)
    changed.facts = try Self.facts(members, over: patient.facts)
    let after = try pharmacy.review(changed)
    let changes = ReviewChange.between(before.review, after.review).map(AnswerChange.init)
    return .json(
      "{\"changes\":\(JSONCoding.text(changes)),\"layout\":\"stardose-what-if/1\","
        + "\"review\":\(reviewJSON(after).trimmingCharacters(in: .whitespacesAndNewlines))}")
  }

  /// The list without the lines meant; each must be on it.
  private func list(_ lines: [String], stopping stopped: [String]) throws -> [String] {
    var kept = lines
    for text in stopped {
      let meant = Set(try pharmacy.reviewer.list(text).map { $0.match?.medicine.id ?? $0.text })
      let before = kept.count
      try kept.removeAll { line in
        try line == text
          || !meant.isDisjoint(
            with: pharmacy.reviewer.list(line).compactMap { $0.match?.medicine.id })
      }
      guard kept.count < before else {
        throw Problem(
          .unprocessableContent, "A medicine to stop is not on the patient's list; see 'stop'.")
      }
    }
    return kept
  }

  /// Every sentence of the answer for one medicine, with where it comes from.
  func trace(_ call: Call, _ caller: Caller) throws -> Answer {
    let reviewed = try pharmacy.review(stored(call.parameter("id"), caller))
    let medicine = try call.parameter("medicine")
    guard let answer = reviewed.review.answers.first(where: { $0.medicine == medicine }) else {
      throw Problem(.notFound, "The medicine is not on this patient's list; see the review.")
    }
    return .json(
      TraceBody(
        medicine: medicine, engine: engine, knowledgeIdentity: pharmacy.knowledge.identity,
        knowledgeVersion: pharmacy.knowledge.version, answer: answer))
  }

  func patientGenes(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    let results = try pharmacy.lookup.results(of: patient, file: "document")
    return .json(results.genes.map(GeneBody.init))
  }

  static func check(_ members: [String: Any], are known: Set<String>) throws(Problem) {
    guard let other = members.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw Problem(
      .badRequest,
      "The body's '\(other.prefix(40))' is not known here; use \(known.sorted().joined(separator: ", "))."
    )
  }

  private static func texts(_ name: String, _ members: [String: Any]) throws(Problem) -> [String] {
    guard let value = members[name] else { return [] }
    guard let texts = value as? [String] else {
      throw Problem(.badRequest, "The body's '\(name)' is no list of texts; send [\"...\"].")
    }
    return texts
  }

  private static func facts(_ members: [String: Any], over old: PatientFacts) throws -> PatientFacts
  {
    guard let value = members["facts"] else { return old }
    guard let stated = value as? [String: Any] else {
      throw Problem(.badRequest, "The body's 'facts' is no object; see /api/v1/openapi.json.")
    }
    return try StatedFacts(stated, over: old).facts
  }
}

/// A gene's result as the API lists it.
private struct GeneBody: Encodable {
  var gene: String
  var hasResult: Bool
  var phenotypes: [String]

  init(_ result: GeneResult) {
    gene = result.gene.symbol
    hasResult = !result.lookups.isEmpty
    phenotypes = result.phenotypes
  }
}
