import Crypto
import Foundation
import GRDB

/// A user as stored.
struct UserRow: Sendable {
  let name: String
  var role: Role
  var salt: Data
  var cost: ScryptCost
  var hash: Data
  var failures = 0
  /// Seconds since 1970.
  var lockedUntil: Int?
  var isDisabled = false

  /// What a caller sees.
  var account: Account {
    Account(
      user: name, role: role, isDisabled: isDisabled,
      lockedUntil: lockedUntil.map { Date(timeIntervalSince1970: Double($0)) })
  }

  /// What the audit log keeps: SHA-256 of all but the counters.
  var digest: Data {
    let text = "\(name)|\(role.rawValue)|\(salt.hex)|\(hash.hex)|\(isDisabled)"
    return Data(SHA256.hash(data: Data(text.utf8)))
  }
}
