internal import Guidance
internal import Hummingbird
internal import Knowledge

/// What is known, and answers that need no stored patient.
extension Handlers {
  /// A patient document in, the review out; nothing is kept.
  func query(_ call: Call) throws -> Answer {
    .json(reviewJSON(try pharmacy.review(Pharmacy.document(call.body))))
  }

  /// Names that begin with, or are like, what was typed.
  func medicines(_ call: Call) throws -> Answer {
    let text = call.query("prefix") ?? ""
    guard !text.isEmpty, text.utf8.count <= 200 else {
      throw Problem(.badRequest, "The address lacks 'prefix'; add ?prefix= and some letters.")
    }
    let limit = min(max(call.query("limit").flatMap(Int.init) ?? 10, 1), 50)
    return .json(try pharmacy.knowledge.search(text, limit: limit).map(MedicineBody.init))
  }

  /// The genes in order, and how each result is stated.
  func genes() throws -> Answer {
    .json(pharmacy.knowledge.geneSymbols.map { ["gene": $0] })
  }

  /// Which knowledge base answers.
  func knowledge() -> Answer {
    let knowledge = pharmacy.knowledge
    return .json(
      KnowledgeBody(
        engine: engine, identity: knowledge.identity, version: knowledge.version,
        genes: knowledge.geneSymbols.count, guidelines: knowledge.drugIDs.count,
        medicines: knowledge.medicineCount,
        sources: knowledge.sources.map {
          KnowledgeBody.Source(name: $0.name, version: $0.version, licence: $0.licence)
        }))
  }
}

/// A medicine as the type-ahead lists it.
private struct MedicineBody: Encodable {
  var id: String
  var name: String
  var matched: String
  var kind: String
  var rxnorm: String
  var hasGuidance: Bool

  init(_ match: MedicineMatch) {
    id = match.medicine.id
    name = match.medicine.name
    matched = match.matchedName
    kind = match.nameKind.rawValue
    rxnorm = match.medicine.rxnorm
    hasGuidance = match.hasGuidance
  }
}

/// The knowledge base's own data.
private struct KnowledgeBody: Encodable {
  var engine: String
  var identity: String
  var version: String
  var genes: Int
  var guidelines: Int
  var medicines: Int
  var sources: [Source]

  struct Source: Encodable {
    var name: String
    var version: String
    var licence: String
  }
}
