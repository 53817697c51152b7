import Guidance
public import Knowledge

/// CDS Hooks 2.0 over pharmacogenomic results: discovery, services, feedback.
///
/// Bytes in, bytes out: it opens no connection, looks at no clock and keeps nothing. Make it once.
///
///     let hooks = try CDSHooks(knowledge)
///     let request = try hooks.request(body, service: "pgx-order-sign")
///     let reply = hooks.answer(request, stored: patient)
public struct CDSHooks: Sendable {
  private let knowledge: KnowledgeBase
  private let reviewer: MedicationReviewer
  private let lookup: PatientLookup
  private let namesByCode: [String: String]
  private let guided: Set<String>
  private let genes: Set<String>

  /// Lays out what the services need of a knowledge base.
  ///
  /// - Throws: `KnowledgeError` if it can't be read.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.knowledge = knowledge
    reviewer = try MedicationReviewer(knowledge)
    lookup = try PatientLookup(reading: knowledge)
    namesByCode = Dictionary(
      try knowledge.allMedicines().filter { !$0.rxnorm.isEmpty }.map { ($0.rxnorm, $0.name) },
      uniquingKeysWith: { first, _ in first })
    guided = Set(knowledge.drugIDs)
    genes = Set(knowledge.geneSymbols)
  }

  /// The services on offer: `GET /cds-services`.
  public func discovery() -> ServiceReply {
    ServiceReply(["services": .list(CDSService.allCases.map(\.description))])
  }

  /// Reads a request for a service.
  ///
  /// - Throws: the reply to send: 404 for an unknown service, 400 for what is no request of it.
  public func request(_ body: [UInt8], service: String) throws(ServiceReply) -> CDSRequest {
    try CDSRequestReader(service: try Self.service(service)).read(body)
  }

  /// Reads feedback on a service's cards.
  ///
  /// - Throws: the reply to send: 404 for an unknown service, 400 for what is no feedback.
  public func feedback(_ body: [UInt8], service: String) throws(ServiceReply) -> [CardFeedback] {
    _ = try Self.service(service)
    return try CardFeedback.read(body)
  }

  /// The cards for a request.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - stored: what is held of the patient; nil if nothing is, or may be read. Its genes are used
  ///     before those sent along, and its facts before those sent along.
  ///   - basis: the address of a page with the full basis, for a link.
  ///   - today: the day as `2026-11-30`, for the age; without it a date of birth is not used.
  /// - Returns: 200 with cards, which may be none; 412 where results are neither held nor sent; 422
  ///   where they can't be placed; 500 where the knowledge base can't be read.
  public func answer(
    _ request: CDSRequest, stored: PatientDocument?, basis: String? = nil, today: String? = nil
  ) -> ServiceReply {
    do throws(ServiceReply) {
      let cards = try cards(request, stored, basis, today)
      return ServiceReply(["cards": cards.isLeftOut ? .emptyList : cards])
    } catch {
      return error
    }
  }

  private func cards(
    _ request: CDSRequest, _ stored: PatientDocument?, _ basis: String?, _ today: String?
  ) throws(ServiceReply) -> JSONTree {
    let isHeld = stored.map { $0.calls != .none } ?? false
    guard isHeld || request.prefetch.genes != nil else {
      throw .refusal(
        412, "No pharmacogenomic results are held for the patient, and 'prefetch.pgx' was not sent."
      )
    }
    var limits: [String] = []
    let results = try results(of: request, isHeld ? stored : nil, &limits)
    if request.prefetch.medicines == nil, stored?.medications.isEmpty ?? true {
      limits.append("The medicines the patient takes already were not sent and are not held.")
    }
    let facts = facts(of: request, stored, today)
    do throws(KnowledgeError) {
      let ordered = try request.orders.map { (order) throws(KnowledgeError) in
        (order, try listed(order))
      }
      var lines = ordered.map(\.1)
      for order in request.otherOrders + (request.prefetch.medicines ?? []) {
        lines.append(try listed(order))
      }
      for text in stored?.medications ?? [] { lines += try reviewer.list(text) }
      let review = try reviewer.review(results: results, medications: lines, facts: facts)
      let builder = CardBuilder(
        request: request, version: knowledge.version, limits: limits, basis: basis)
      if request.service == CDSService.patientView.rawValue {
        return .list([builder.overview(review.answers, genes: results)?.tree].compactMap { $0 })
      }
      var cards: [Card?] = review.answers.map { answer in
        guard let order = ordered.first(where: { $0.1.match?.medicine.id == answer.medicine })
        else { return nil }
        return builder.card(
          answer, order: order.0, hasGuidance: guided.contains(answer.medicine))
      }
      cards.append(builder.unrecognised(ordered.filter { $0.1.match == nil }.map(\.0)))
      return .list(cards.compactMap { $0?.tree })
    } catch {
      throw .refusal(500, "The knowledge base can't be read.")
    }
  }

  private func results(
    of request: CDSRequest, _ stored: PatientDocument?, _ limits: inout [String]
  ) throws(ServiceReply) -> [GeneResult] {
    let sent = request.prefetch.genes ?? []
    let usable = sent.filter { genes.contains($0.gene) }
    if stored == nil, usable.count < sent.count {
      let strangers = sent.map(\.gene).filter { !genes.contains($0) }.distinct
      limits.append("No guideline is known here for \(strangers.listed("and")).")
    }
    let patient = stored ?? PatientDocument(id: request.patientID, calls: .stated(usable))
    do throws(PatientDocumentError) {
      let found = try lookup.results(of: patient)
      limits += found.remarks
      return found.genes
    } catch {
      throw .refusal(422, "The results can't be placed: \(error)")
    }
  }

  private func facts(
    of request: CDSRequest, _ stored: PatientDocument?, _ today: String?
  ) -> PatientFacts {
    var facts = stored?.facts ?? PatientFacts()
    if facts.sex == nil { facts.sex = request.prefetch.sex.flatMap(PatientFacts.Sex.init) }
    if facts.creatinineMgPerDl == nil { facts.creatinineMgPerDl = request.prefetch.creatinine }
    if facts.ageYears == nil, let today,
      let birth = stored?.birthDate ?? request.prefetch.birthDate
    {
      facts.ageYears = PatientDocument(id: "patient", birthDate: birth).ageYears(on: today)
    }
    return facts
  }

  /// An order as a line of a list: by its code, else by its name.
  private func listed(_ order: OrderedMedicine) throws(KnowledgeError) -> ListedMedication {
    for code in order.rxnorm {
      if let name = namesByCode[code], let match = try knowledge.medicine(named: name) {
        return ListedMedication(text: order.text.isEmpty ? name : order.text, match: match)
      }
    }
    guard !order.text.isEmpty else { return ListedMedication(text: "an order", match: nil) }
    let match = try knowledge.medicine(named: order.text)
    return ListedMedication(
      text: order.text, match: match,
      suggestions: match == nil ? try knowledge.search(order.text, limit: 3) : [])
  }

  private static func service(_ id: String) throws(ServiceReply) -> CDSService {
    guard let service = CDSService(rawValue: id) else {
      throw .refusal(404, "There is no service \(id.quoted); 'cds-services' lists them.")
    }
    return service
  }
}
