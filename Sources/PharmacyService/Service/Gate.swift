internal import Hummingbird
internal import PatientStore

/// Lets a request through to its handler, or refuses it: session, role, token against forgery.
struct Gate: Sendable {
  let store: EncryptedStore
  let sessions: SessionBook
  let tokens: ClientTokens?
  let clock: Clock
  /// Who everyone is who has not signed in; only on the demonstration.
  let standIn: SignedInUser?
  let publicAddress: String?
  let isTLS: Bool

  /// The name of the session's cookie.
  static let cookie = "stardose-session"

  /// Who asks, if they may.
  func admit(_ call: Call, to route: Route) async throws(Problem) -> Caller {
    switch route.access {
    case .anyone:
      if let (session, token) = await session(of: call) { return .user(session, token: token) }
      guard let standIn, route == .home else { return .nobody }
      let (token, session) = await sessions.open(user: standIn, now: clock.now)
      return .user(session, token: token)
    case .client: return try await client(call)
    case .clientOrMay where call.authorization != nil: return try await client(call)
    case .signedIn, .may, .clientOrMay: return try await user(call, route)
    }
  }

  private func user(_ call: Call, _ route: Route) async throws(Problem) -> Caller {
    guard let (session, token) = await session(of: call) else {
      guard let standIn, route.isForPrograms || !route.isWriting else {
        throw Problem(.unauthorized, "Nobody is signed in, or the session has ended; sign in.")
      }
      guard route.access.admits(standIn.role) else { throw Self.wrongRole }
      guard route.isForPrograms else {
        let (token, session) = await sessions.open(user: standIn, now: clock.now)
        return .user(session, token: token)
      }
      let session = Session(user: standIn, csrf: "", opened: clock.now, used: clock.now)
      return .user(session, token: nil)
    }
    guard route.access.admits(session.user.role) else {
      try? store.note("refused", outcome: "role", as: session.user.requester)
      throw Self.wrongRole
    }
    if route.isWriting {
      let repeated = call.csrfHeader ?? call.form?["csrf"]
      guard let repeated, Self.isSame(repeated, session.csrf) else {
        throw Problem(
          .forbidden,
          "The request does not repeat this session's token; load the page again, or send "
            + "X-CSRF-Token.")
      }
    }
    return .user(session, token: token)
  }

  /// Whether a session's token is not that of the call's cookie, so that it must be sent.
  func isNew(_ token: String, _ call: Call) -> Bool { call.cookies[Self.cookie] != token }

  /// The session of a call's cookie, used now.
  func session(of call: Call) async -> (Session, String)? {
    guard let token = call.cookies[Self.cookie],
      let session = await sessions.use(token, now: clock.now)
    else { return nil }
    guard let account = store.users.account(session.user.name), !account.isDisabled,
      account.role == session.user.role
    else {
      await sessions.closeAll(of: session.user.name)
      return nil
    }
    return (session, token)
  }

  private func client(_ call: Call) async throws(Problem) -> Caller {
    guard let tokens else {
      guard standIn != nil else {
        throw Problem(
          .unauthorized, "This service knows no decision-support clients; give --client-keys.")
      }
      return .client(issuer: "demonstration")
    }
    let address = publicAddress ?? ((isTLS ? "https://" : "http://") + call.authority)
    let issuer = try await tokens.issuer(
      authorization: call.authorization, url: address + call.path, now: clock.now)
    return .client(issuer: issuer)
  }

  private static let wrongRole = Problem(
    .forbidden, "Your role may not do this; ask an administrator if it should.")

  /// Compares in a time that does not depend on where two texts differ.
  static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count, !one.isEmpty else { return false }
    var difference: UInt8 = 0
    for (left, right) in zip(one, other) { difference |= left ^ right }
    return difference == 0
  }
}
