import Crypto
import Foundation
import Guidance
import Synchronization

/// The house's patients, encrypted in a folder; who may see what is decided here, below any interface.
///
///     let store = try EncryptedStore.open(at: folder, key: .keyFile("store.key"))
///     defer { store.close() }
///     let patient = try store.get("A-17", as: requester)
///
/// The folder holds `patients.sqlite` (ciphertexts), `keys.sqlite` (each patient's data key, wrapped),
/// `keys.json` (the store's own secrets, wrapped), `audit.jsonl`, `audit.anchor`, `audit.pub`, and `lock`.
///
/// ## The order of writes
///
/// A change is announced in the audit log, and the announcement is on the disk before anything else
/// happens. Then the data key, if it is new, then the data are committed; then the log tells the end,
/// and the call returns. So whatever the moment of a crash, no change is without its announcement, and
/// what was acknowledged is on the disk. An announcement without an end is settled when the store is
/// opened next: the record announces the hash of the ciphertext, which is there or is not, and the log
/// says which.
///
/// Erasing goes the other way: first the key entry, then the row. From the moment that the key
/// entry is deleted nothing can open the row, in this file or in any copy of `patients.sqlite`. A copy
/// of `keys.sqlite` from before still holds the wrapped key: copies of keys must be kept shorter than
/// copies of data. What a solid-state disk keeps of overwritten pages is out of the program's reach,
/// but is as useless without the store's key as the rest.
///
/// ## What is not protected against
///
/// One who holds the store's key can do all; one who can write the folder can put all its files back to
/// an earlier day, which only a copy of `audit.anchor` kept elsewhere shows. The number of patients, the
/// sizes of their records and the days of their last use can be seen without the key.
public final class EncryptedStore: Sendable {
  /// The folder.
  public let folder: String
  /// The users of the service.
  public let users: UserDirectory
  /// What opening the store found and repaired, a sentence each.
  public let remarks: [String]

  let settings: StoreSettings
  let secrets: StoreSecrets
  let trail: AuditTrail
  let keys: KeyRing
  let table: RecordTable
  let gate: AccessGate
  let sealing: RecordSealing
  let lock: StoreLock
  /// Held during a change from its announcement to its end.
  let writing = NSLock()
  let state: Mutex<State>

  /// What an open store knows besides its files.
  struct State {
    var isClosed = false
    var envelope: KeyEnvelope
    var wrapping: SecretKey
    var index: NameIndex?
    /// Until when a user may open a patient's record against the rules.
    var brokenGlasses: [Glass: Date] = [:]
  }

  /// Whom a broken glass lets see whom.
  struct Glass: Hashable {
    let user: String
    let subject: Data
  }

  init(
    folder: String, settings: StoreSettings, envelope: KeyEnvelope, wrapping: SecretKey,
    secrets: StoreSecrets, lock: StoreLock
  ) throws(PatientStoreError) {
    self.folder = folder
    self.settings = settings
    self.secrets = secrets
    self.lock = lock
    let tail = try AuditTail(folder: folder, key: secrets.signingKey.publicKey)
    let sealing = Sealing(randomBytes: settings.randomBytes)
    keys = try KeyRing(folder: folder, envelope: envelope, wrapping: wrapping, sealing: sealing)
    table = try RecordTable(folder: folder)
    self.sealing = RecordSealing(sealing: sealing, path: table.path)
    trail = try AuditTrail(folder: folder, secrets: secrets, settings: settings, end: tail)
    gate = AccessGate(trail: trail)
    users = UserDirectory(
      table: table, gate: gate, settings: settings, secrets: secrets, writing: writing)
    let recovery = Recovery(
      folder: folder, tail: tail, trail: trail, keys: keys, table: table, envelope: envelope,
      wrapping: wrapping, secrets: secrets)
    let outcome = try recovery.run()
    remarks = outcome.remarks
    state = Mutex(State(envelope: outcome.envelope, wrapping: wrapping))
  }

  /// Signs the audit log's head and lets all files go; later calls are refused.
  public func close() {
    writing.lock()
    defer { writing.unlock() }
    let wasClosed = state.withLock { state in
      defer { state.isClosed = true }
      return state.isClosed
    }
    guard !wasClosed else { return }
    try? trail.close(by: .store)
    table.close()
    keys.close()
    lock.release()
  }

  /// How many patients there are; 0 if that can't be told.
  public func count() -> Int { (try? table.count()) ?? 0 }

  /// Refuses a closed store.
  func checkOpen() throws(PatientStoreError) {
    guard !state.withLock({ $0.isClosed }) else {
      throw PatientStoreError(.unreadable, place: folder, "the store is closed; open it again")
    }
  }

  /// The day of a moment, counted from 1970.
  func day(_ moment: Date) -> Int { Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)) }

  /// Makes a change: announced, done, and its end told, in this order.
  func change<Result>(
    _ action: String, subject: Data?, object: Data?, by requester: Requester,
    _ work: () throws(PatientStoreError) -> Result
  ) throws(PatientStoreError) -> Result {
    let seq = try trail.begin(action, subject: subject, object: object, by: requester)
    let result: Result
    do throws(PatientStoreError) {
      result = try work()
    } catch {
      try trail.end(seq, action, subject: subject, outcome: "failed", by: requester)
      throw error
    }
    try trail.end(seq, action, subject: subject, outcome: "done", by: requester)
    return result
  }
}

extension Requester {
  /// The store itself, when it opens, closes or repairs.
  static let store = Requester(user: "store", role: .admin, purpose: .operations)
}
