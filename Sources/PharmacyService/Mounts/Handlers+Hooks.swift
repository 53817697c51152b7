internal import Foundation
internal import Guidance
internal import Hummingbird
internal import PatientStore
internal import Reports

/// Decision support inside a record system (CDS Hooks 2.0) and genomics operations.
extension Handlers {
  func hookDiscovery() -> Answer { Answer(pharmacy.hooks.discovery()) }

  func hook(_ call: Call, _ caller: Caller) throws -> Answer {
    do {
      let request = try pharmacy.hooks.request(
        Array(call.body.utf8), service: call.parameter("service"))
      return Answer(
        pharmacy.hooks.answer(
          request, stored: try known(request.patientID, caller),
          basis: basis(request.patientID, call), today: clock.today))
    } catch let reply as ServiceReply {
      return Answer(reply)
    }
  }

  func hookFeedback(_ call: Call, _ caller: Caller) throws -> Answer {
    do {
      let feedback = try pharmacy.hooks.feedback(
        Array(call.body.utf8), service: call.parameter("service"))
      for card in feedback {
        try store.note(
          "card.feedback", outcome: card.outcome == .accepted ? "accepted" : "overridden",
          as: caller.requester)
      }
      return Answer(type: "", body: "")
    } catch let reply as ServiceReply {
      return Answer(reply)
    }
  }

  /// The address of the patient's page, for a card's link.
  private func basis(_ id: String, _ call: Call) -> String {
    let own = (settings.certificate == nil ? "http://" : "https://") + call.authority
    return (settings.publicAddress ?? own) + "/patients/" + Self.segment(id)
  }

  /// The stored patient, if there is one whom the caller may read; the store writes a refusal down.
  private func known(_ id: String, _ caller: Caller) throws -> PatientDocument? {
    do {
      return try stored(id, caller)
    } catch let error as PatientStoreError {
      guard [.notFound, .consent, .forbidden, .invalid].contains(error.kind) else { throw error }
      return nil
    }
  }

  /// The patient's results as a FHIR bundle.
  func bundle(_ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    let results = try pharmacy.lookup.results(of: patient, file: "document")
    let input = pharmacy.reports.input(results: results.genes, patientID: patient.id)
    let bytes = FHIRBundle.document(
      input,
      options: FHIROptions(
        issued: clock.today, patientID: patient.id, name: patient.name,
        birthDate: patient.birthDate, sex: patient.facts.sex))
    return Answer(type: "application/fhir+json", body: String(decoding: bytes, as: UTF8.self))
  }

  func subjectImplications(_ call: Call, _ caller: Caller) throws -> Answer {
    do {
      let query = try pharmacy.operations.subjectQuery(call.queryItems)
      let patient = try query.subject.flatMap { try known($0, caller) }
      return Answer(pharmacy.operations.subjectImplications(query, patient: patient))
    } catch let reply as ServiceReply {
      return Answer(reply)
    }
  }

  func populationImplications(_ call: Call, _ caller: Caller) throws -> Answer {
    do {
      let query = try pharmacy.operations.populationQuery(call.queryItems)
      var patients: [(id: String, results: [GeneResult])] = []
      let result = try store.cohort(as: caller.requester) { member in
        var patient = PatientDocument(id: member.pseudonym)
        if let calls = member.calls.flatMap({ try? Self.calls($0) }) { patient.calls = calls }
        if let found = try? pharmacy.lookup.results(of: patient, file: "document") {
          patients.append((id: member.pseudonym, results: found.genes))
        }
        return nil
      }
      return Answer(
        pharmacy.operations.populationImplications(
          query, patients: patients, smallestCell: result.minimum))
    } catch let reply as ServiceReply {
      return Answer(reply)
    }
  }
}

extension Answer {
  /// What the pure functions of an interface answer, put on the wire as it is.
  init(_ reply: ServiceReply) {
    self.init(
      status: HTTPResponse.Status(code: reply.status), type: reply.contentType,
      body: String(decoding: reply.body, as: UTF8.self))
  }
}
