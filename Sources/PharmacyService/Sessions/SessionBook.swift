internal import Crypto
internal import Foundation

/// The sessions of this process: tokens are kept as hashes only, idle ones end.
///
/// Sessions are not written to disk: stopping the service signs everyone out.
actor SessionBook {
  private let rules: SessionRules
  private let chance: Chance
  private var sessions: [Data: Session] = [:]

  init(rules: SessionRules, chance: Chance) {
    self.rules = rules
    self.chance = chance
  }

  /// Opens a session for a user who has proven who they are.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: The token, which is nowhere kept, and the session.
  func open(user: SignedInUser, now: Double) -> (token: String, session: Session) {
    sessions = sessions.filter { isOpen($0.value, now: now) }
    let token = chance.token()
    let session = Session(user: user, csrf: chance.token(), opened: now, used: now)
    sessions[Self.hash(token)] = session
    return (token, session)
  }

  /// The session of a token, used now; nil if there is none or it has ended.
  func use(_ token: String, now: Double) -> Session? {
    let key = Self.hash(token)
    guard var session = sessions[key] else { return nil }
    guard isOpen(session, now: now) else {
      sessions[key] = nil
      return nil
    }
    session.used = now
    sessions[key] = session
    return session
  }

  /// Remembers the reason for which a patient is looked at, to show it.
  func note(reason: String, patient: String, until: Double, token: String) {
    sessions[Self.hash(token)]?.reasons[patient] = Session.Reason(text: reason, until: until)
  }

  /// Ends a session.
  func close(_ token: String) { sessions[Self.hash(token)] = nil }

  /// Ends all sessions of a user.
  func closeAll(of name: String) { sessions = sessions.filter { $0.value.user.name != name } }

  private func isOpen(_ session: Session, now: Double) -> Bool {
    now - session.used < Double(rules.idleSeconds)
      && now - session.opened < Double(rules.lifetimeSeconds)
  }

  private static func hash(_ token: String) -> Data { Data(SHA256.hash(data: Data(token.utf8))) }
}
