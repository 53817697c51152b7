internal import PatientStore

/// Who asks.
enum Caller: Sendable {
  /// A user, with the token of the session; nil on the demonstration, where no session is needed.
  case user(Session, token: String?)
  /// A decision-support client, by its issuer.
  case client(issuer: String)
  /// Anyone, at an address open to all.
  case nobody

  /// The session, where there is one.
  var session: Session? {
    guard case .user(let session, _) = self else { return nil }
    return session
  }

  /// What the store is told of them.
  ///
  /// A client asks on behalf of a pharmacist, under its own name; consent holds for it as well.
  var requester: Requester {
    switch self {
    case .user(let session, _): session.user.requester
    case .client(let issuer): Requester(user: issuer, role: .pharmacist, purpose: .pgx)
    case .nobody: Requester(user: "nobody", role: .auditor, purpose: .operations)
    }
  }
}
