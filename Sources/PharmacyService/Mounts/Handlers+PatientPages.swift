internal import Knowledge
internal import Foundation
internal import Guidance
internal import Hummingbird
internal import PatientStore
internal import Reports

/// The pages of one patient.
extension Handlers {
  func patientPage(_ route: Route, _ call: Call, _ caller: Caller) throws -> Answer {
    let patient = try stored(call.parameter("id"), caller)
    let reviewed = try pharmacy.review(patient)
    let header = try header(reviewed, caller)
    let pages = PageSet(frame(caller))
    let today = clock.today
    let (review, results) = (reviewed.review, reviewed.results.genes)
    switch route {
    case .detailPage, .basisPage:
      let medicine = try call.parameter("medicine")
      let page =
        route == .detailPage
        ? pages.detail(header, review: review, medicine: medicine, results: results)
        : pages.basis(header, review: review, medicine: medicine, results: results)
      guard let page else {
        throw Problem(.notFound, "The medicine is not on this patient's list; add it first.")
      }
      return .page(page)
    case .whatIfPage:
      return .page(
        pages.whatIf(header, lines: reviewed.lines, before: review, asked: nil, after: nil))
    case .whatIfForm: return .page(try whatIf(call, reviewed, header, pages))
    case .genesPage:
      let input = pharmacy.reports.input(results: results, patientID: patient.id)
      return .page(pages.genes(header, results: results, limits: input.testLimits))
    case .clinicianSheet, .walletCard:
      let passport = Passport(
        id: patient.id, results: pages.guided(results), knowledgeVersion: pharmacy.knowledge.version,
        printedOn: today)
      return .page(
        route == .walletCard
          ? pages.walletCard(header, results: results, passport: passport, printedOn: today)
          : pages.clinicianSheet(
            header, review: review, results: results, passport: passport, printedOn: today))
    case .patientSheet:
      return .page(
        pages.patientSheet(
          header, answers: try pharmacy.plainAnswers.of(review),
          notRecognised: review.notRecognised.map(\.text), printedOn: today))
    default: return .page(medications(reviewed, header, call, pages))
    }
  }

  /// The home of a patient.
  func medications(
    _ reviewed: ReviewedPatient, _ header: PatientHeader, _ call: Call, _ pages: PageSet
  ) -> String {
    let asked = (call.query("asked") ?? "").split(separator: ",").compactMap { Int($0) }
      .filter { reviewed.lines.indices.contains($0) }
    return pages.medications(
      header, lines: reviewed.lines, review: reviewed.review, asked: asked,
      uses: pharmacy.factUses.of(reviewed.review))
  }

  private func whatIf(
    _ call: Call, _ reviewed: ReviewedPatient, _ header: PatientHeader, _ pages: PageSet
  ) throws -> String {
    let asked = WhatIf(form: call.form ?? FormFields(body: ""))
    let changed = try asked.apply(lines: reviewed.lines, facts: reviewed.patient.facts) { text in
      try pharmacy.reviewer.list(text)
    }
    let after = try pharmacy.reviewer.review(
      results: reviewed.results.genes, medications: changed.lines, facts: changed.facts)
    return pages.whatIf(
      header, lines: reviewed.lines, before: reviewed.review, asked: asked, after: after)
  }

  /// What the head of a patient's pages shows.
  func header(_ reviewed: ReviewedPatient, _ caller: Caller) throws -> PatientHeader {
    let patient = reviewed.patient
    let results = reviewed.results.genes
    let counts = pharmacy.guidedGenes.counts(results)
    let reason = caller.session?.reasons[patient.id].flatMap {
      $0.until > clock.now ? $0.text : nil
    }
    return PatientHeader(
      id: patient.id, name: patient.name, birthDate: patient.birthDate,
      source: Self.source(patient.calls), sampleCheck: nil,
      genesWithResult: counts.withResult, genesAsked: counts.asked,
      consents: try consentLines(patient.id, caller), breakGlassReason: reason)
  }

  /// Where a patient's results come from, in words.
  private static func source(_ calls: PatientDocument.Calls) -> String {
    switch calls {
    case .none: "no gene results"
    case .stated: "stated results"
    case .report: "a stored call"
    }
  }

  /// What a patient agreed to, in words.
  func consentLines(_ id: String, _ caller: Caller) throws -> [ConsentLine] {
    let consents = try store.consents(of: id, as: caller.requester)
    let now = Date(timeIntervalSince1970: clock.now)
    let purposes: [(Purpose, String)] = [
      (.pgx, "Medicines and doses by genes"), (.secondaryFindings, "Other findings in the genes"),
      (.research, "Counting in a cohort"),
    ]
    return purposes.map { purpose, words in
      let consent = consents[purpose]
      let state: ConsentLine.State =
        switch consent {
        case nil: .notAsked
        case .some(let consent) where consent.isValid(at: now): .given
        case .some(let consent) where consent.withdrawn != nil: .withdrawn
        case .some: .expired
        }
      let until = consent?.expires.map {
        Clock.date($0.timeIntervalSince1970 - 1)
      }
      return ConsentLine(purpose: purpose.rawValue, words: words, state: state, until: until)
    }
  }

  /// The head of the consent page, which needs no readable record.
  func consentHeader(_ call: Call, _ caller: Caller) throws -> PatientHeader {
    let id = try call.parameter("id")
    return PatientHeader(
      id: id, genesWithResult: 0, genesAsked: 0, consents: try consentLines(id, caller))
  }
}
