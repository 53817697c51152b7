import Crypto
import Foundation
import MappedIndex

extension EncryptedStore {
  /// Makes a store in a folder that does not exist yet or is empty.
  ///
  /// - Throws: `PatientStoreError` if something is there already, the passphrase is too short, or the
  ///   folder can't be written.
  public static func create(
    at folder: String, key: StoreKey, settings: StoreSettings = StoreSettings()
  ) throws(PatientStoreError) -> EncryptedStore {
    let files = FileManager.default
    let present = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard present.isEmpty else {
      throw PatientStoreError(
        .invalid, place: folder, "the folder is not empty; name one that is not there yet")
    }
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    } catch {
      throw PatientStoreError(
        .unreadable, place: folder, "the folder can't be made; check the access rights above it")
    }
    let lock = try StoreLock(folder)
    var envelope = KeyEnvelope(
      store: settings.randomBytes(16).hex, generation: 1,
      passphrase: try derivation(for: key, settings, place: folder), secrets: Data())
    let wrapping = try envelope.wrappingKey(key, folder: folder)
    let bytes = Data(settings.randomBytes(StoreSecrets.byteCount))
    let sealing = Sealing(randomBytes: settings.randomBytes)
    guard let secrets = StoreSecrets(bytes),
      let sealed = sealing.seal(bytes, under: wrapping.key, label: envelope.secretsLabel),
      let anchor = AuditAnchor(
        count: 0, bytes: 0, head: AuditRecord.noHash, key: secrets.signingKey)
    else {
      throw PatientStoreError(.unreadable, place: folder, "the store's keys could not be made")
    }
    envelope.secrets = sealed
    let publicKey = secrets.signingKey.publicKey.rawRepresentation.base64EncodedString()
    do {
      try AtomicFile.write([], to: "\(folder)/\(AuditTrail.fileName)")
      try AtomicFile.write(
        Array((publicKey + "\n").utf8), to: "\(folder)/\(AuditLog.publicKeyName)")
    } catch {
      throw PatientStoreError(.unreadable, place: folder, "the folder can't be written (\(error))")
    }
    try anchor.write(folder)
    // Last, because it makes the folder a store.
    try envelope.write(folder)
    return try EncryptedStore(
      folder: folder, settings: settings, envelope: envelope, wrapping: wrapping, secrets: secrets,
      lock: lock)
  }

  /// Opens a store; what a crash left half done is finished or undone first, and said in `remarks`.
  ///
  /// - Throws: `PatientStoreError` of kind `wrongKey`, `inUse`, `damaged` or `unreadable`.
  public static func open(
    at folder: String, key: StoreKey, settings: StoreSettings = StoreSettings()
  ) throws(PatientStoreError) -> EncryptedStore {
    _ = try KeyEnvelope.read(folder)
    let lock = try StoreLock(folder)
    // Read again: it may have changed while the lock was another's.
    let envelope = try KeyEnvelope.read(folder)
    let wrapping = try envelope.wrappingKey(key, folder: folder)
    let secrets = try envelope.open(wrapping, folder: folder)
    return try EncryptedStore(
      folder: folder, settings: settings, envelope: envelope, wrapping: wrapping, secrets: secrets,
      lock: lock)
  }

  /// The salt and cost for a new passphrase; nil for a key file.
  static func derivation(
    for key: StoreKey, _ settings: StoreSettings, place: String
  ) throws(PatientStoreError) -> KeyEnvelope.Derivation? {
    guard case .passphrase(let words) = key else { return nil }
    guard words.count >= StoreKey.shortestPassphrase else {
      throw PatientStoreError(
        .invalid, place: place,
        "the passphrase has \(words.count) characters; take at least \(StoreKey.shortestPassphrase), "
          + "such as five words drawn by dice")
    }
    return KeyEnvelope.Derivation(
      salt: Data(settings.randomBytes(16)), cost: settings.passphraseCost)
  }
}
