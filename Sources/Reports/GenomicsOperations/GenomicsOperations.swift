public import Guidance
public import Knowledge

/// The therapeutic operations of the FHIR Genomics Reporting guide, over results that are held.
///
/// `$find-subject-tx-implications` gives a patient's implications with what they rest on;
/// `$find-population-tx-implications` counts the patients to whom a medicine should not simply be
/// given as usual. Parameters in, a `Parameters` resource out; it keeps nothing. Make it once.
public struct GenomicsOperations: Sendable {
  private let knowledge: KnowledgeBase
  private let reports: PatientReports
  private let lookup: PatientLookup

  /// Lays out what the operations need of a knowledge base.
  ///
  /// - Throws: `KnowledgeError` if it can't be read.
  public init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    self.knowledge = knowledge
    reports = try PatientReports(knowledge, engine: "stardose")
    lookup = try PatientLookup(reading: knowledge)
  }

  /// Reads the parameters of `$find-subject-tx-implications`.
  ///
  /// - Throws: the reply to send, 400 or 422.
  public func subjectQuery(
    _ query: [(name: String, value: String)]
  ) throws(ServiceReply) -> ImplicationQuery {
    try ImplicationQuery(query, isSubject: true)
  }

  /// Reads the parameters of `$find-population-tx-implications`.
  ///
  /// - Throws: the reply to send, 400 or 422.
  public func populationQuery(
    _ query: [(name: String, value: String)]
  ) throws(ServiceReply) -> ImplicationQuery {
    try ImplicationQuery(query, isSubject: false)
  }

  /// A patient's implications, each with its genotypes, haplotypes and variants.
  ///
  /// - Returns: 200 with `Parameters`; 404 without a patient; 422 where a medicine is not known or the
  ///   results can't be placed; 500 where the knowledge base can't be read.
  public func subjectImplications(
    _ query: ImplicationQuery, patient: PatientDocument?
  ) -> ServiceReply {
    do throws(ServiceReply) {
      guard let patient, let subject = query.subject else {
        throw .refusal(404, "There is no such patient.")
      }
      let drugs = try drugs(query.treatments)
      let results: [GeneResult]
      do throws(PatientDocumentError) {
        results = try lookup.results(of: patient).genes
      } catch {
        throw .refusal(422, "The results can't be placed: \(error)")
      }
      let input = reports.input(results: results, patientID: patient.id, drugs: drugs)
      return parameters(query, input, subject)
    } catch {
      return error
    }
  }

  /// How many patients should not simply be given a medicine as usual.
  ///
  /// - Parameters:
  ///   - query: what is asked; a medicine or a haplotype is needed.
  ///   - patients: those who may be counted, by the id that may be shown.
  ///   - smallestCell: a count from 1 to below this is told as "fewer than", without a list.
  /// - Returns: 200 with `Parameters`, 422 where a medicine is not known or nothing is asked for.
  public func populationImplications(
    _ query: ImplicationQuery, patients: [(id: String, results: [GeneResult])], smallestCell: Int
  ) -> ServiceReply {
    do throws(ServiceReply) {
      guard !query.treatments.isEmpty || !query.haplotypes.isEmpty else {
        throw .refusal(422, "Name a medicine by 'treatments' or a result by 'haplotypes'.")
      }
      let book = GuidanceBook(drugs: try drugs(query.treatments))
      var found: [String] = []
      var unknown = 0
      for patient in patients {
        let guidance = book.guidance(for: patient.results)
        let genes = query.genes(in: patient.results)
        let urgent = guidance.filter { $0.state < .noChange }
        if query.isGermline, urgent.contains(where: { query.concerns($0, genes) }) {
          found.append(patient.id)
        } else if guidance.contains(where: { $0.state == .notAssessed }) {
          unknown += 1
        }
      }
      return Self.counted(
        found, notAssessed: unknown, of: patients.count, query, smallestCell: smallestCell)
    } catch {
      return error
    }
  }

  // MARK: Parts

  private func drugs(_ treatments: [ImplicationQuery.Treatment]) throws(ServiceReply) -> [Drug] {
    guard !treatments.isEmpty else { return reports.drugs }
    return try treatments.map { (treatment) throws(ServiceReply) in
      let found: Drug?
      switch treatment {
      case .rxnorm(let code): found = reports.drugs.first { $0.rxnorm == code }
      case .name(let name):
        do throws(KnowledgeError) {
          let id = try knowledge.medicine(named: name)?.medicine.id
          found = reports.drugs.first { $0.id == id }
        } catch {
          throw .refusal(500, "The knowledge base can't be read.")
        }
      }
      guard let found else {
        throw .refusal(
          422, "No guidance is known here for \(treatment.words.quoted), so nothing can be said.")
      }
      return found
    }
  }

  private func parameters(
    _ query: ImplicationQuery, _ input: ReportInput, _ subject: String
  ) -> ServiceReply {
    let resources = FHIRBundle.resources(input, FHIROptions(patientID: subject))
    let byID = Dictionary(
      resources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let genes = query.genes(in: input.genes)
    let frame = ReportFrame(input, FHIROptions())
    let wanted = Set(
      input.drugs.filter { query.isGermline && query.concerns($0, genes) }
        .map { frame.names.id("therapeutic-implication", $0.drug.id) })
    let implications = resources.filter { wanted.contains($0.id) }
    var reached: Set<String> = []
    var open = implications
    while let next = open.popLast() {
      for id in next.sources where reached.insert(id).inserted {
        if let resource = byID[id] { open.append(resource) }
      }
    }
    let rest = resources.filter { reached.contains($0.id) }
    let names = Dictionary(
      resources.map {
        ($0.id, $0.type == "Patient" ? "Patient/\(subject)" : "\($0.type)/\($0.id)")
      },
      uniquingKeysWith: { first, _ in first })
    let parameters = (implications + rest).map { resource -> JSONTree in
      [
        "name": .text(resource.parameterName),
        "resource": resource.body.renamingReferences(names),
      ]
    }
    return ServiceReply(
      ["resourceType": "Parameters", "parameter": .list(parameters)],
      contentType: "application/fhir+json")
  }

  private static func counted(
    _ found: [String], notAssessed: Int, of all: Int, _ query: ImplicationQuery, smallestCell: Int
  ) -> ServiceReply {
    func quantity(_ name: String, _ count: Int) -> JSONTree {
      let isSmall = count > 0 && count < smallestCell
      return [
        "name": .text(name),
        "valueQuantity": [
          "value": .whole(isSmall ? smallestCell : count), "comparator": isSmall ? "<" : .nothing,
        ],
      ]
    }
    let isListed = query.includesPatients && found.count >= smallestCell
    let parts =
      [
        quantity("numerator", found.count), quantity("denominator", all),
        quantity("notAssessed", notAssessed),
      ]
      + (isListed
        ? found.map { ["name": "subject", "valueString": .text($0)] as JSONTree } : [])
    return ServiceReply(
      [
        "resourceType": "Parameters",
        "parameter": [["name": "implications", "part": .list(parts)]],
      ], contentType: "application/fhir+json")
  }
}
