internal import Foundation
internal import Hummingbird
internal import PatientStore

/// Signing in, staying, signing out.
extension Handlers {
  func openSession(_ call: Call) async throws -> Answer {
    let credentials = try call.json(Credentials.self)
    let (token, session) = try await signIn(credentials.user, credentials.passphrase)
    var answer = Answer.json(SessionBody(session, settings), status: .created)
    answer.cookies = [sessionCookie(token)]
    return answer
  }

  func session(_ caller: Caller) -> Answer {
    guard let session = caller.session else { return .done }
    return .json(SessionBody(session, settings))
  }

  func closeSession(_ caller: Caller) async -> Answer {
    await signOut(caller)
    var answer = Answer.done
    answer.cookies = [endingCookie]
    return answer
  }

  /// A new session for a user who proves who they are.
  ///
  /// The derivation is slow on purpose; it runs where it holds up nobody else.
  func signIn(_ user: String, _ passphrase: String) async throws -> (String, Session) {
    let users = store.users
    let account = try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try users.authenticate(user, password: passphrase) })
      }
    }
    let signedIn = SignedInUser(name: account.user, role: account.role)
    try? store.note("session.begin", outcome: "done", as: signedIn.requester)
    return await sessions.open(user: signedIn, now: clock.now)
  }

  /// Ends a caller's session.
  func signOut(_ caller: Caller) async {
    guard case .user(let session, let token?) = caller else { return }
    await sessions.close(token)
    try? store.note("session.end", outcome: "done", as: session.user.requester)
  }

  /// The session's cookie: out of reach of scripts, sent to this site's own requests alone.
  func sessionCookie(_ token: String) -> String { cookie(Gate.cookie, token) }

  /// The same cookie, ended.
  var endingCookie: String { cookie(Gate.cookie, "ended") + "; Max-Age=0" }

  /// A cookie of this site.
  func cookie(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
      + (settings.certificate == nil ? "" : "; Secure")
  }
}

/// What signs a user in.
private struct Credentials: Decodable {
  var user: String
  var passphrase: String
}

/// A session as its user may know it.
private struct SessionBody: Encodable {
  var user: String
  var role: Role
  /// Repeat this in `X-CSRF-Token` with every writing request.
  var csrf: String
  var idleSeconds: Int
  var lifetimeSeconds: Int

  init(_ session: Session, _ settings: ServiceSettings) {
    user = session.user.name
    role = session.user.role
    csrf = session.csrf
    idleSeconds = settings.sessions.idleSeconds
    lifetimeSeconds = settings.sessions.lifetimeSeconds
  }
}
