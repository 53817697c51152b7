internal import Hummingbird
internal import PatientStore
internal import Reports

/// What every address answers.
struct Handlers: Sendable {
  let pharmacy: Pharmacy
  let store: EncryptedStore
  let sessions: SessionBook
  let clock: Clock
  let chance: Chance
  let settings: ServiceSettings
  /// The program and its edition, such as `stardose 0.1.0`.
  let engine: String
  let storeFolder: String
  /// Who everyone is who has not signed in; only on the demonstration.
  let standIn: SignedInUser?

  /// Whether patients are made up.
  var isDemonstration: Bool { settings.patients == .demonstration }

  /// The answer to a call that has been let through.
  func answer(_ route: Route, _ call: Call, _ caller: Caller) async throws -> Answer {
    switch route {
    case .health: .json(["status": "ok"])
    case .openAPI: .json(OpenAPI.document)
    case .openSession: try await openSession(call)
    case .session, .extendSession: session(caller)
    case .closeSession: await closeSession(caller)
    case .query: try query(call)
    case .medicines: try medicines(call)
    case .genes: try genes()
    case .knowledge: knowledge()
    case .patients: try patients(call, caller)
    case .loadPatient: try loadPatient(call, caller)
    case .patient: try patient(call, caller)
    case .erasePatient: try erasePatient(call, caller)
    case .setMedications: try setMedications(call, caller)
    case .setFacts: try setFacts(call, caller)
    case .review: try review(call, caller)
    case .reviewWith: try reviewWith(call, caller)
    case .whatIf: try whatIf(call, caller)
    case .patientGenes: try patientGenes(call, caller)
    case .trace: try trace(call, caller)
    case .patientBundle: try bundle(call, caller)
    case .consents: try consents(call, caller)
    case .setConsent: try setConsent(call, caller)
    case .breakGlass: try await breakGlass(call, caller)
    case .cohort: try cohort(call, caller)
    case .audit: try audit(call, caller)
    case .users: try users(caller)
    case .addUser: try await addUser(call, caller)
    case .setUser: try await setUser(call, caller)
    case .hookDiscovery: hookDiscovery()
    case .hook: try hook(call, caller)
    case .hookFeedback: try hookFeedback(call, caller)
    case .subjectImplications: try subjectImplications(call, caller)
    case .populationImplications: try populationImplications(call, caller)
    default: try await page(route, call, caller)
    }
  }
}
