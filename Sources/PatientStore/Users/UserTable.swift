import Foundation
import GRDB

/// The table of users in `patients.sqlite`.
struct UserTable: Sendable {
  let table: RecordTable

  /// A user, if there is one of the name.
  func user(_ name: String) throws(PatientStoreError) -> UserRow? {
    try all().first { $0.name == name }
  }

  /// All users in order of their names.
  func all() throws(PatientStoreError) -> [UserRow] {
    let rows = try table.doing {
      try table.pool.read { db in try Row.fetchAll(db, sql: "SELECT * FROM user ORDER BY name") }
    }
    var users: [UserRow] = []
    for row in rows {
      guard let role = Role(rawValue: row["role"]), let cost = Self.cost(row["cost"]) else {
        throw PatientStoreError(
          .damaged, place: table.path,
          "a user's row is not as the store writes them; bring the file back from a copy")
      }
      users.append(
        UserRow(
          name: row["name"], role: role, salt: row["salt"], cost: cost, hash: row["hash"],
          failures: row["failures"], lockedUntil: row["lockedUntil"], isDisabled: row["isDisabled"])
      )
    }
    return users
  }

  /// Writes a user, new or changed.
  func write(_ user: UserRow) throws(PatientStoreError) {
    try table.doing {
      try table.pool.write { db in
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO
              user(name, role, salt, cost, hash, failures, lockedUntil, isDisabled)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            user.name, user.role.rawValue, user.salt,
            "\(user.cost.n) \(user.cost.r) \(user.cost.p)", user.hash, user.failures,
            user.lockedUntil, user.isDisabled,
          ])
      }
    }
  }

  /// The digest of the user whom a keyed hash stands for.
  func digest(ofSubject subject: Data, _ secrets: StoreSecrets) throws(PatientStoreError) -> Data? {
    try all().first { secrets.subject(ofUser: $0.name) == subject }?.digest
  }

  private static func cost(_ text: String) -> ScryptCost? {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let cost = ScryptCost(n: numbers[0], r: numbers[1], p: numbers[2])
    return cost.isPossible ? cost : nil
  }
}
