import Crypto
import Foundation
import MappedIndex

/// The file `keys.json`: how the store's key is made, and its secrets under that key.
struct KeyEnvelope: Codable, Sendable {
  static let layout = "stardose-store/1"
  static let fileName = "keys.json"

  /// The edition of the layout.
  var layout = Self.layout
  /// 16 random bytes in hexadecimal, which bind everything to this store.
  let store: String
  /// How often the key has been changed, counted from 1.
  var generation: Int
  /// The scrypt salt and cost, where the key comes from a passphrase; nil for a key file.
  var passphrase: Derivation?
  /// The secrets, sealed under the key.
  var secrets: Data
  /// While a change of key is under way: the key before, sealed under the new one.
  var previous: Data?

  /// How a key is made from a passphrase.
  struct Derivation: Codable, Sendable {
    let salt: Data
    let cost: ScryptCost
  }

  /// The label of the secrets.
  var secretsLabel: String { "\(store)|secrets|\(generation)" }
  /// The label of the key before.
  var previousLabel: String { "\(store)|previous key|\(generation)" }

  /// Reads the file of a store.
  static func read(_ folder: String) throws(PatientStoreError) -> KeyEnvelope {
    let path = "\(folder)/\(fileName)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PatientStoreError(
        .unreadable, place: folder,
        "there is no store here (no \(fileName)); make one with 'stardose patient create'")
    }
    guard let envelope = try? JSONDecoder().decode(KeyEnvelope.self, from: data),
      envelope.layout == layout, envelope.passphrase.map({ $0.cost.isPossible }) ?? true
    else {
      throw PatientStoreError(
        .damaged, place: path,
        "this is not a key file of layout \(layout); bring it back from a copy")
    }
    return envelope
  }

  /// Writes the file whole or not at all.
  func write(_ folder: String) throws(PatientStoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    let path = "\(folder)/\(Self.fileName)"
    do {
      try AtomicFile.write(Array(encoder.encode(self)), to: path)
    } catch {
      throw PatientStoreError(.unreadable, place: path, "the file can't be written (\(error))")
    }
  }

  /// The wrapping key that a passphrase or key file makes for this store.
  func wrappingKey(
    _ key: StoreKey, folder: String
  ) throws(PatientStoreError) -> SecretKey {
    switch (key, passphrase) {
    case (.passphrase(let words), let derivation?):
      guard let derived = derivation.cost.bytes(words, salt: derivation.salt) else {
        throw PatientStoreError(
          .wrongKey, place: folder, "no key can be made from an empty passphrase; give the store's")
      }
      return SecretKey(derived)
    case (.keyFile(let path), nil):
      let bytes = try StoreKey.bytes(ofFile: path)
      // One file for two stores gives two keys.
      return SecretKey(
        Data(
          HMAC<SHA256>.authenticationCode(
            for: Data("\(store)|key file".utf8), using: SymmetricKey(data: bytes))))
    case (.passphrase, nil):
      throw PatientStoreError(
        .wrongKey, place: folder,
        "the store is locked with a key file, not a passphrase; name the file")
    case (.keyFile, _?):
      throw PatientStoreError(
        .wrongKey, place: folder, "the store is locked with a passphrase, not a key file; give it")
    }
  }

  /// The secrets, opened with a wrapping key.
  func open(_ key: SecretKey, folder: String) throws(PatientStoreError) -> StoreSecrets {
    guard let bytes = Sealing.open(secrets, under: key.key, label: secretsLabel),
      let secrets = StoreSecrets(bytes)
    else {
      throw PatientStoreError(
        .wrongKey, place: folder,
        previous == nil
          ? "the \(passphrase == nil ? "key file" : "passphrase") is not this store's; nothing was opened"
          : "a change to a new key was begun and not finished; open the store with the new key, "
            + "which finishes it")
    }
    return secrets
  }
}
