internal import Knowledge
internal import Foundation
internal import Hummingbird
internal import PatientStore

/// The pages: which there are, and what each carries.
extension Handlers {
  /// The answer to a page's address.
  func page(_ route: Route, _ call: Call, _ caller: Caller) async throws -> Answer {
    switch route {
    case .asset: return try asset(call)
    case .suggestions: return try suggestions(call)
    case .home: return .seeOther(caller.session.map(Self.home) ?? "/sign-in")
    case .signInPage: return signInPage(call, notices: [])
    case .signIn: return try await signInForm(call)
    case .signOut: return await signOutForm(caller)
    case .extendPage: return Self.next(call).map(Answer.seeOther) ?? .done
    case .findPage: return try findPage(caller, notices: [], document: "")
    case .loadForm: return try loadForm(call, caller)
    case .findForm: return try findForm(call, caller)
    case .consentPage: return .page(PageSet(frame(caller)).consent(try consentHeader(call, caller)))
    case .consentForm: return try consentForm(call, caller)
    case .breakGlassForm: return try await breakGlassForm(call, caller)
    case .cohortPage: return .page(PageSet(frame(caller)).cohort(nil))
    case .cohortForm: return try cohortForm(call, caller)
    case .auditPage: return try auditPage(call, caller)
    case .medicationsForm: return try medicationsForm(call, caller)
    case .factsForm: return try factsForm(call, caller)
    default: return try patientPage(route, call, caller)
    }
  }

  /// What every page carries.
  func frame(_ caller: Caller, notices: [Notice] = [], csrf: String? = nil) -> PageFrame {
    let session = caller.session
    let role = session?.user.role
    var places: Set<PageFrame.Place> = []
    if let role {
      if Permission.findPatients.isGranted(to: role) { places.insert(.patients) }
      if Permission.cohort.isGranted(to: role) { places.insert(.cohort) }
      if Permission.readAudit.isGranted(to: role) { places.insert(.audit) }
    }
    return PageFrame(
      user: session?.user.name, role: role?.rawValue, csrf: csrf ?? session?.csrf ?? "",
      idleSeconds: session == nil ? 0 : settings.sessions.idleSeconds,
      knowledgeVersion: pharmacy.knowledge.version,
      knowledgeIdentity: pharmacy.knowledge.identity, engine: engine, places: places,
      notices: notices, isDemo: isDemonstration,
      guidedGenes: pharmacy.guidedGenes.symbols)
  }

  /// Where a user begins.
  static func home(of session: Session) -> String {
    let role = session.user.role
    if Permission.findPatients.isGranted(to: role) { return "/patients" }
    if Permission.cohort.isGranted(to: role) { return "/cohort" }
    return Permission.readAudit.isGranted(to: role) ? "/audit" : "/sign-in"
  }

  /// A refusal as a page.
  func page(of problem: Problem, _ route: Route?, _ call: Call?, _ caller: Caller) -> Answer {
    var answer: Answer
    if problem.status == .unauthorized, let call {
      let next = route?.isWriting == false ? "?next=" + Self.segment(call.path) : ""
      answer = .seeOther("/sign-in" + next)
    } else if problem.status == .forbidden {
      let id = call?.parameters["id"]
      let mayBreak =
        caller.session.map { Permission.breakGlass.isGranted(to: $0.user.role) } ?? false
      answer = .page(
        PageSet(frame(caller)).refused(
          title: "Not allowed", sentence: problem.detail,
          breakGlassFor: mayBreak && route?.access == .may(.readRecord) ? id : nil),
        status: problem.status)
    } else {
      answer = .page(
        PageSet(frame(caller)).failed(
          title: problem.status.reasonPhrase, sentence: problem.detail), status: problem.status)
    }
    if let retryAfter = problem.retryAfter { answer.headers["Retry-After"] = "\(retryAfter)" }
    return answer
  }

  /// A place of this service that a form asks to go to next; nil if it names none.
  static func next(_ call: Call) -> String? {
    guard let place = call.form?["next"], place.hasPrefix("/"), !place.hasPrefix("//"),
      !place.contains("\\"), place.utf8.count <= 512, place.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return nil }
    return place
  }

  private func asset(_ call: Call) throws -> Answer {
    guard let asset = Assets.all.first(where: { $0.path == call.path }) else {
      throw Problem(.notFound, "There is no such file; load the page again.")
    }
    var answer = Answer(type: asset.type, body: asset.body)
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
  }

  private func suggestions(_ call: Call) throws -> Answer {
    let text = String((call.query("q") ?? "").prefix(200))
    return .json(
      Suggestions.json(text.isEmpty ? [] : try pharmacy.knowledge.search(text, limit: 8)))
  }
}
