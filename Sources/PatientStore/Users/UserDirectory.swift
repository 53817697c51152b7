import Crypto
import Foundation

/// The users of the service: names, roles, and hashes of passwords.
public final class UserDirectory: Sendable {
  /// The shortest password taken.
  public static let shortestPassword = 12

  private let users: UserTable
  private let gate: AccessGate
  private let settings: StoreSettings
  private let secrets: StoreSecrets
  private let writing: NSLock
  /// What a password is compared with when there is no such user, so that it takes as long.
  private let decoySalt: Data

  init(
    table: RecordTable, gate: AccessGate, settings: StoreSettings, secrets: StoreSecrets,
    writing: NSLock
  ) {
    users = UserTable(table: table)
    self.gate = gate
    self.settings = settings
    self.secrets = secrets
    self.writing = writing
    decoySalt = Data(settings.randomBytes(16))
  }

  /// Whether there is no user yet.
  public var isEmpty: Bool { (try? users.all().isEmpty) ?? false }

  /// A user as of now, to check that a session's user still may; nil if there is none.
  public func account(_ user: String) -> Account? { (try? users.user(user))?.account }

  /// All users in order of their names; needs `manageUsers`.
  public func list(as requester: Requester) throws(PatientStoreError) -> [Account] {
    try gate.check(.manageUsers, requester)
    return try users.all().map(\.account)
  }

  /// Adds a user; needs `manageUsers`.
  ///
  /// - Throws: `PatientStoreError` of kind `invalid` if the name is taken or made of anything but letters,
  ///   digits, `.`, `-`, `_` and `@`, or if the password is shorter than twelve characters.
  public func add(
    _ user: String, role: Role, password: String, as requester: Requester
  ) throws(PatientStoreError) {
    try gate.check(.manageUsers, requester, subject: secrets.subject(ofUser: user))
    guard (1...64).contains(user.utf8.count),
      user.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || ".-_@".unicodeScalars.contains($0)
      })
    else {
      throw PatientStoreError(
        .invalid, place: "the user name",
        "a name has 1 to 64 bytes, of letters, digits and . - _ @; choose another")
    }
    let row = try made(user, role: role, password: password)
    writing.lock()
    defer { writing.unlock() }
    guard try users.user(user) == nil else {
      throw PatientStoreError(
        .invalid, place: "the user name", "there is a user of this name; choose another")
    }
    try write(row, "user-add", requester)
  }

  /// Gives a user another password, and ends a lock-out; a user may change their own, others need
  /// `manageUsers`.
  public func setPassword(
    _ password: String, of user: String, as requester: Requester
  ) throws(PatientStoreError) {
    if requester.user != user {
      try gate.check(.manageUsers, requester, subject: secrets.subject(ofUser: user))
    }
    let fresh = try made(user, role: .analyst, password: password)
    try edit(user, "user-password", requester) { row in
      (row.salt, row.cost, row.hash) = (fresh.salt, fresh.cost, fresh.hash)
      (row.failures, row.lockedUntil) = (0, nil)
    }
  }

  /// Gives a user another role; needs `manageUsers`.
  public func setRole(
    _ role: Role, of user: String, as requester: Requester
  ) throws(PatientStoreError) {
    try gate.check(.manageUsers, requester, subject: secrets.subject(ofUser: user))
    try edit(user, "user-role", requester) { $0.role = role }
  }

  /// Shuts a user out until `enable`; needs `manageUsers`.
  public func disable(_ user: String, as requester: Requester) throws(PatientStoreError) {
    try gate.check(.manageUsers, requester, subject: secrets.subject(ofUser: user))
    try edit(user, "user-disable", requester) { $0.isDisabled = true }
  }

  /// Lets a user in again, also after failed attempts; needs `manageUsers`.
  public func enable(_ user: String, as requester: Requester) throws(PatientStoreError) {
    try gate.check(.manageUsers, requester, subject: secrets.subject(ofUser: user))
    try edit(user, "user-enable", requester) {
      ($0.isDisabled, $0.failures, $0.lockedUntil) = (false, 0, nil)
    }
  }

  /// The account of a user who knows the password.
  ///
  /// After `failuresAllowed` wrong ones in a row the user is shut out for `lockoutMinutes`, right password
  /// or wrong. It takes about a tenth of a second on purpose, with a known name or an unknown one.
  ///
  /// - Throws: `PatientStoreError` of kind `credentials` or `locked`; both are in the audit log.
  public func authenticate(
    _ user: String, password: String
  ) throws(PatientStoreError) -> Account {
    let known = try users.user(user)
    let requester = Requester(
      user: known?.name ?? "unknown", role: known?.role ?? .analyst, purpose: .operations)
    let subject = secrets.subject(ofUser: user)
    let hash = (known?.cost ?? settings.passwordCost)
      .bytes(password, salt: known?.salt ?? decoySalt)
    writing.lock()
    defer { writing.unlock() }
    guard var row = try users.user(user), row.salt == known?.salt, !row.isDisabled else {
      try gate.trail.note("sign-in", subject: subject, outcome: "refused", by: requester)
      throw wrong
    }
    let now = Int(settings.clock().timeIntervalSince1970)
    if let until = row.lockedUntil {
      guard until <= now else {
        try gate.trail.note("sign-in", subject: subject, outcome: "refused-locked", by: requester)
        throw PatientStoreError(
          .locked, place: "signing in",
          "there were \(settings.failuresAllowed) failed attempts in a row; try again after "
            + "\(AuditTrail.text(Date(timeIntervalSince1970: Double(until)))) or ask an administrator"
        )
      }
      (row.lockedUntil, row.failures) = (nil, 0)
    }
    guard let hash, Self.isEqual(hash, row.hash) else {
      row.failures += 1
      if row.failures >= settings.failuresAllowed {
        row.lockedUntil = now + settings.lockoutMinutes * 60
      }
      try users.write(row)
      try gate.trail.note("sign-in", subject: subject, outcome: "refused", by: requester)
      throw wrong
    }
    if row.failures > 0 || known?.lockedUntil != nil {
      row.failures = 0
      try users.write(row)
    }
    try gate.trail.note("sign-in", subject: subject, outcome: "done", by: requester)
    return row.account
  }

  private var wrong: PatientStoreError {
    PatientStoreError(
      .credentials, place: "signing in", "the user name or the password is wrong; try again")
  }

  /// Compares without ending at the first difference.
  private static func isEqual(_ left: Data, _ right: Data) -> Bool {
    left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func made(
    _ user: String, role: Role, password: String
  ) throws(PatientStoreError) -> UserRow {
    guard password.count >= Self.shortestPassword, password.utf8.count <= 1000 else {
      throw PatientStoreError(
        .invalid, place: "the password",
        "it has \(password.count) characters; take at least \(Self.shortestPassword)")
    }
    let salt = Data(settings.randomBytes(16))
    guard let hash = settings.passwordCost.bytes(password, salt: salt) else {
      throw PatientStoreError(
        .unreadable, place: "the password", "it could not be hashed; is there memory left?")
    }
    return UserRow(name: user, role: role, salt: salt, cost: settings.passwordCost, hash: hash)
  }

  private func edit(
    _ user: String, _ action: String, _ requester: Requester, _ change: (inout UserRow) -> Void
  ) throws(PatientStoreError) {
    writing.lock()
    defer { writing.unlock() }
    guard var row = try users.user(user) else {
      throw PatientStoreError(
        .notFound, place: "the user name", "there is no user of this name; check it")
    }
    change(&row)
    try write(row, action, requester)
  }

  private func write(
    _ row: UserRow, _ action: String, _ requester: Requester
  ) throws(PatientStoreError) {
    let subject = secrets.subject(ofUser: row.name)
    let seq = try gate.trail.begin(action, subject: subject, object: row.digest, by: requester)
    do throws(PatientStoreError) {
      try users.write(row)
    } catch {
      try gate.trail.end(seq, action, subject: subject, outcome: "failed", by: requester)
      throw error
    }
    try gate.trail.end(seq, action, subject: subject, outcome: "done", by: requester)
  }
}
