internal import Foundation
internal import PatientStore

/// Opens the store that the settings name, or makes one for a demonstration.
struct StoreOpening {
  let store: EncryptedStore
  let folder: String
  /// The folder to take away at the end; nil for a real store.
  let passingFolder: String?

  init(_ settings: ServiceSettings, clock: Clock) throws {
    var options = StoreSettings()
    options.clock = { Date(timeIntervalSince1970: clock.now) }
    switch settings.patients {
    case .store(let folder, let keyFile):
      store = try EncryptedStore.open(at: folder, key: .keyFile(keyFile), settings: options)
      self.folder = folder
      passingFolder = nil
    case .demonstration:
      // The patients are made up and the key dies with the process: it need not cost time.
      options.passphraseCost = .forTests
      options.passwordCost = .forTests
      let name = "stardose-demonstration-\(Chance.system.token().prefix(16))"
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
      store = try EncryptedStore.create(
        at: folder, key: .passphrase(Chance.system.token()), settings: options)
      self.folder = folder
      passingFolder = folder
    }
  }
}
