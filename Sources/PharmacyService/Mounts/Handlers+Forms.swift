internal import Foundation
internal import Guidance
internal import Hummingbird
internal import PatientStore
internal import Reports

/// The forms of the pages; each good one answers with where to look next.
extension Handlers {
  func findPage(_ caller: Caller, notices: [Notice], document: String) throws -> Answer {
    let known = try store.list(limit: 200, as: caller.requester).map { summary in
      PatientHeader(
        id: summary.id, name: summary.name, birthDate: summary.birthDate, genesWithResult: 0,
        genesAsked: 0)
    }
    return .page(
      PageSet(frame(caller, notices: notices)).findPatient(known: known, document: document))
  }

  func loadForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let document = call.form?["document"] ?? ""
    do {
      guard JSONDepth.of(document, limit: settings.deepestJSON) <= settings.deepestJSON else {
        throw Problem(.badRequest, "The document is nested too deeply; give a patient document.")
      }
      return .seeOther(Self.place(try load(document, caller).id))
    } catch {
      guard let problem = Problem(error), problem.status != .forbidden else { throw error }
      var answer = try findPage(
        caller, notices: [Notice(.error, problem.detail)], document: document)
      answer.status = problem.status
      return answer
    }
  }

  func findForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let text = (call.form?["id"] ?? "").trimmingCharacters(in: .whitespaces)
    let found = text.isEmpty ? [] : try store.find(text, as: caller.requester)
    if let one = found.first(where: { $0.id == text }) ?? (found.count == 1 ? found[0] : nil) {
      return .seeOther(Self.place(one.id))
    }
    let sentence =
      found.isEmpty
      ? "Nobody is stored under that id or name; load the patient's document."
      : "\(found.count) patients fit; type more of the name, or the id."
    var answer = try findPage(caller, notices: [Notice(.error, sentence)], document: "")
    answer.status = .notFound
    return answer
  }

  func medicationsForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let form = call.form ?? FormFields(body: "")
    let patient = try stored(call.parameter("id"), caller)
    var lines = try patient.medications.flatMap { try pharmacy.reviewer.list($0) }.map(\.text)
    var asked: [Int] = []
    if let index = form["remove"].flatMap(Int.init) {
      try Self.check(index, lines)
      lines.remove(at: index)
    } else if let index = form["replace"].flatMap(Int.init), let name = form["with"] {
      try Self.check(index, lines)
      lines[index] = name
      asked = [index]
    } else {
      let added = try pharmacy.reviewer.list(form["add"] ?? "").map(\.text)
      asked = Array(lines.count..<lines.count + added.count)
      lines += added
    }
    _ = try store.updateCare(
      patient.id, facts: patient.facts, medications: lines, as: caller.requester)
    let query = asked.isEmpty ? "" : "?asked=" + asked.map(String.init).joined(separator: ",")
    return .seeOther(Self.place(patient.id) + query)
  }

  private static func check(_ index: Int, _ lines: [String]) throws(Problem) {
    guard lines.indices.contains(index) else {
      throw Problem(.conflict, "The list has changed since the page was loaded; load it again.")
    }
  }

  func factsForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    do {
      let facts = try PatientFacts(form: call.form ?? FormFields(body: ""), keeping: patient.facts)
      if let impossible = facts.firstImpossible {
        throw Problem(.unprocessableContent, impossible.sentence)
      }
      _ = try store.updateCare(
        patient.id, facts: facts, medications: patient.medications, as: caller.requester)
      return .seeOther(Self.place(patient.id))
    } catch {
      guard let problem = Problem(error), problem.status == .unprocessableContent else {
        throw error
      }
      let reviewed = try pharmacy.review(patient)
      let pages = PageSet(frame(caller, notices: [Notice(.error, problem.detail)]))
      return .page(
        medications(reviewed, try header(reviewed, caller), call, pages), status: problem.status)
    }
  }

  func consentForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let id = try call.parameter("id")
    let form = call.form ?? FormFields(body: "")
    guard let decision = form["decision"], ["given", "withdrawn"].contains(decision) else {
      throw Problem(.unprocessableContent, "The form lacks a decision; choose given or withdrawn.")
    }
    _ = try setConsent(
      id, form["purpose"] ?? "", isGiven: decision == "given", until: form["until"], caller)
    return .seeOther(Self.place(id) + "/consent")
  }

  func breakGlassForm(_ call: Call, _ caller: Caller) async throws -> Answer {
    let id = try call.parameter("id")
    _ = try await breakGlass(id, reason: call.form?["reason"] ?? "", caller)
    return .seeOther(Self.place(id))
  }

  func cohortForm(_ call: Call, _ caller: Caller) throws -> Answer {
    let medicine = call.form?["medicine"] ?? ""
    do {
      let answer = try cohort(medicine, caller)
      return .page(PageSet(frame(caller)).cohort(answer, query: medicine))
    } catch let problem as Problem where problem.status == .notFound {
      let pages = PageSet(frame(caller, notices: [Notice(.error, problem.detail)]))
      return .page(pages.cohort(nil, query: medicine), status: .notFound)
    }
  }

  /// How many records a page of the audit log shows.
  private static let auditRows = 50

  func auditPage(_ call: Call, _ caller: Caller) throws -> Answer {
    let before = call.query("before").flatMap(Int.init)
    let all = try store.auditRecords(last: 10_000, as: caller.requester)
    let shown = all.filter { record in before.map { record.seq < $0 } ?? true }
      .suffix(Self.auditRows)
    let rows = shown.reversed().map { record in
      AuditRow(
        sequence: record.seq, time: record.time, actor: record.actor, role: record.role,
        action: record.action, subject: record.subject ?? "", purpose: record.purpose,
        outcome: record.outcome, hash: record.hash)
    }
    let first = shown.first?.seq
    let older = first.flatMap { first in all.contains { $0.seq < first } ? first : nil }
    let newer = before.flatMap { before in
      all.contains { $0.seq >= before } ? before + Self.auditRows : nil
    }
    let verdict = try AuditLog.verify(folder: storeFolder)
    return .page(
      PageSet(frame(caller)).audit(
        rows, verdict: verdict.sentence, isIntact: verdict.firstBad == nil,
        from: rows.first?.sequence ?? 0,
        older: older, newer: newer))
  }

  private static func place(_ id: String) -> String { "/patients/\(segment(id))" }
}
