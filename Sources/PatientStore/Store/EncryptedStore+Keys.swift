import Crypto
import Foundation
import Synchronization

extension EncryptedStore {
  /// Puts all data keys under a new key or passphrase; needs `rotateKeys`.
  ///
  /// `keys.json` changes first, in one step: from then on the new key is the store's and the old one opens
  /// nothing. The old key is kept in it, sealed under the new one, until every data key is wrapped anew;
  /// a change that was interrupted goes on when the store is opened next.
  ///
  /// Patients' data keys stay as they are: what they encrypt is not written again. One who had the old
  /// key and a copy of `keys.sqlite` can still open what they copied.
  ///
  /// - Returns: how many data keys were wrapped anew.
  @discardableResult
  public func rotateKey(
    to key: StoreKey, as requester: Requester
  ) throws(PatientStoreError) -> Int {
    try checkOpen()
    try gate.check(.rotateKeys, requester)
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    // Reads go on meanwhile, and must not meet a key of the generation before.
    try keys.unwrapAll()
    let (next, wrapping) = try nextEnvelope(key)
    return try change(
      "rotate-key", subject: nil, object: Self.digest(ofGeneration: next.generation),
      by: requester
    ) { () throws(PatientStoreError) in
      let old = try turn(to: next, wrapping)
      let count = try keys.rewrap(from: old, limit: nil)
      var done = next
      done.previous = nil
      try done.write(folder)
      let settled = done
      state.withLock { $0.envelope = settled }
      return count
    }
  }

  /// The key file of the next generation, which still holds the key before.
  func nextEnvelope(_ key: StoreKey) throws(PatientStoreError) -> (KeyEnvelope, SecretKey) {
    let (before, old) = state.withLock { ($0.envelope, $0.wrapping) }
    var next = before
    next.generation += 1
    next.passphrase = try Self.derivation(for: key, settings, place: folder)
    let wrapping = try next.wrappingKey(key, folder: folder)
    guard let bytes = Sealing.open(before.secrets, under: old.key, label: before.secretsLabel),
      let sealed = sealing.sealing.seal(bytes, under: wrapping.key, label: next.secretsLabel),
      let previous = sealing.sealing.seal(
        old.bytes, under: wrapping.key, label: next.previousLabel)
    else {
      throw PatientStoreError(
        .damaged, place: "\(folder)/\(KeyEnvelope.fileName)",
        "the store's secrets could not be wrapped anew; nothing was changed")
    }
    next.secrets = sealed
    next.previous = previous
    return (next, wrapping)
  }

  /// Makes the next key the store's, in one step, and gives the one before.
  func turn(to next: KeyEnvelope, _ wrapping: SecretKey) throws(PatientStoreError) -> SecretKey {
    try next.write(folder)
    keys.use(wrapping, generation: next.generation)
    return state.withLock { state in
      defer { (state.envelope, state.wrapping) = (next, wrapping) }
      return state.wrapping
    }
  }

  /// What the audit log keeps of a generation of the key.
  static func digest(ofGeneration generation: Int) -> Data {
    Data(SHA256.hash(data: Data("generation|\(generation)".utf8)))
  }
}
