internal import Foundation
internal import PatientStore
internal import PharmacyService

/// A store that a user is added to from the command line, by whoever holds its key.
struct NewUser {
  let folder: String
  let keyFile: String

  /// Adds a user; makes the key and the store where they do not exist.
  func add(_ user: String, role: Role, passphrase: String) throws {
    let files = FileManager.default
    let exists = files.fileExists(atPath: folder)
    if !exists && !files.fileExists(atPath: keyFile) { try makeKey() }
    let store =
      exists
      ? try EncryptedStore.open(at: folder, key: .keyFile(keyFile))
      : try EncryptedStore.create(at: folder, key: .keyFile(keyFile))
    defer { store.close() }
    try store.users.add(
      user, role: role, password: passphrase,
      as: Requester(user: "setup", role: .admin, purpose: .operations))
  }

  private func makeKey() throws {
    var generator = SystemRandomNumberGenerator()
    let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    guard
      FileManager.default.createFile(
        atPath: keyFile, contents: key, attributes: [.posixPermissions: 0o600])
    else {
      throw ServiceError("\(keyFile): the key can't be written there; name another place")
    }
  }
}
