internal import Hummingbird

/// Every address the service answers, with its method; what is not here is not there.
///
/// ``access`` says who may use each, ``Handlers`` what it answers: both switch over all of them,
/// so that an address without a rule does not compile.
enum Route: String, Sendable, Hashable, CaseIterable {
  // The JSON API.
  case health = "GET /api/v1/health"
  case openAPI = "GET /api/v1/openapi.json"
  case openSession = "POST /api/v1/session"
  case session = "GET /api/v1/session"
  case extendSession = "POST /api/v1/session/extend"
  case closeSession = "DELETE /api/v1/session"
  case query = "POST /api/v1/query"
  case medicines = "GET /api/v1/medicines"
  case genes = "GET /api/v1/genes"
  case knowledge = "GET /api/v1/knowledge"
  case patients = "GET /api/v1/patients"
  case loadPatient = "POST /api/v1/patients"
  case patient = "GET /api/v1/patients/{id}"
  case erasePatient = "DELETE /api/v1/patients/{id}"
  case setMedications = "PUT /api/v1/patients/{id}/medications"
  case setFacts = "PUT /api/v1/patients/{id}/facts"
  case review = "GET /api/v1/patients/{id}/review"
  case reviewWith = "POST /api/v1/patients/{id}/review"
  case whatIf = "POST /api/v1/patients/{id}/what-if"
  case patientGenes = "GET /api/v1/patients/{id}/genes"
  case trace = "GET /api/v1/patients/{id}/trace/{medicine}"
  case patientBundle = "GET /api/v1/patients/{id}/fhir"
  case consents = "GET /api/v1/patients/{id}/consent"
  case setConsent = "PUT /api/v1/patients/{id}/consent"
  case breakGlass = "POST /api/v1/patients/{id}/break-glass"
  case cohort = "GET /api/v1/cohort"
  case audit = "GET /api/v1/audit"
  case users = "GET /api/v1/users"
  case addUser = "POST /api/v1/users"
  case setUser = "PUT /api/v1/users/{user}"

  // Decision support inside a record system, and genomics operations.
  case hookDiscovery = "GET /cds-services"
  case hook = "POST /cds-services/{service}"
  case hookFeedback = "POST /cds-services/{service}/feedback"
  case subjectImplications =
    "GET /fhir/subject-operations/phenotype-operations/$find-subject-tx-implications"
  case populationImplications =
    "GET /fhir/population-operations/phenotype-operations/$find-population-tx-implications"

  // The pages.
  case home = "GET /"
  case signInPage = "GET /sign-in"
  case signIn = "POST /sign-in"
  case signOut = "POST /sign-out"
  case extendPage = "POST /session/extend"
  case findPage = "GET /patients"
  case loadForm = "POST /patients"
  case findForm = "POST /patients/find"
  case medicationsPage = "GET /patients/{id}"
  case medicationsForm = "POST /patients/{id}/medications"
  case factsForm = "POST /patients/{id}/facts"
  case detailPage = "GET /patients/{id}/medicines/{medicine}"
  case basisPage = "GET /patients/{id}/medicines/{medicine}/basis"
  case whatIfPage = "GET /patients/{id}/what-if"
  case whatIfForm = "POST /patients/{id}/what-if"
  case genesPage = "GET /patients/{id}/genes"
  case consentPage = "GET /patients/{id}/consent"
  case consentForm = "POST /patients/{id}/consent"
  case breakGlassForm = "POST /patients/{id}/break-glass"
  case clinicianSheet = "GET /patients/{id}/print/clinician"
  case patientSheet = "GET /patients/{id}/print/patient"
  case walletCard = "GET /patients/{id}/print/card"
  case cohortPage = "GET /cohort"
  case cohortForm = "POST /cohort"
  case auditPage = "GET /audit"
  case suggestions = "GET /medicines/suggest"
  case asset = "GET /assets/{name}"

  /// The method.
  var method: HTTPRequest.Method {
    switch rawValue.prefix(while: { $0 != " " }) {
    case "GET": .get
    case "POST": .post
    case "PUT": .put
    default: .delete
    }
  }

  /// The path, with `{name}` for what varies.
  var path: String { String(rawValue.drop(while: { $0 != " " }).dropFirst()) }

  /// The names of what varies.
  var parameterNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }

  /// Whether it changes something, so that a form elsewhere must not reach it.
  var isWriting: Bool { method != .get }

  /// Whether it belongs to the JSON API.
  var isAPI: Bool { path.hasPrefix("/api/") }

  /// Whether programs ask for it, rather than a browser for a page.
  var isForPrograms: Bool {
    isAPI || path.hasPrefix("/cds-services") || path.hasPrefix("/fhir/") || self == .suggestions
      || self == .asset
  }
}
