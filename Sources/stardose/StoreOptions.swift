internal import ArgumentParser
internal import Foundation
internal import PatientStore

/// Which store of patients, and what opens it.
struct StoreOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the store.", valueName: "store"))
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      A file of 32 random bytes, readable by its owner alone, that opens the store. Without it the \
      passphrase is taken from STARDOSE_PASSPHRASE, or asked for.
      """, valueName: "path"))
  var keyFile: String?

  @Option(name: .long, help: "Who is at work, for the audit log; the login name if not given.")
  var user: String?

  /// What opens the store.
  func key() throws -> StoreKey {
    if let keyFile { return .keyFile(keyFile) }
    return .passphrase(
      try Secret.read("passphrase of \(folder)", variable: "STARDOSE_PASSPHRASE", isNew: false))
  }

  /// Opens the store, does something, and closes it in order; what opening repaired goes to standard error.
  func withStore(_ work: (EncryptedStore) throws -> Void) throws {
    let store = try EncryptedStore.open(at: folder, key: key())
    defer { store.close() }
    store.remarks.forEach { printToStandardError("stardose: \($0)") }
    try work(store)
  }

  /// The one at the console, in a role.
  ///
  /// Who holds the store's key may take any; the audit log says who took which.
  func requester(_ role: Role, _ purpose: Purpose = .operations) -> Requester {
    Requester(user: user ?? NSUserName(), role: role, purpose: purpose)
  }
}
