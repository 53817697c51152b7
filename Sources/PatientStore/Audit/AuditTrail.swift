import Crypto
import Foundation
import Synchronization

/// Writes the audit log of an open store.
///
/// A record is with the operating system before the call that made it goes on, so that a killed
/// process loses none. `begin` also waits for the disk: no change is made that the log does not
/// announce, even if the power fails. Reads wait for the disk with the next change, the next
/// anchor, or `close`.
final class AuditTrail: Sendable {
  static let fileName = "audit.jsonl"

  let folder: String
  let secrets: StoreSecrets
  let settings: StoreSettings
  private let state: Mutex<State>

  /// Where the log stands.
  struct State {
    let handle: FileHandle
    var count: Int
    var bytes: Int
    var head: String
    /// Records since the anchor was written.
    var sinceAnchor = 0
    /// Changes announced and not ended yet; the anchor waits for them.
    var pending: Set<Int> = []
    /// After a write that failed half-way and could not be taken back.
    var isBroken = false
  }

  /// Goes on behind what was read of a log.
  init(
    folder: String, secrets: StoreSecrets, settings: StoreSettings, end: AuditTail
  ) throws(PatientStoreError) {
    self.folder = folder
    self.secrets = secrets
    self.settings = settings
    let path = "\(folder)/\(Self.fileName)"
    do {
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: UInt64(end.bytes))
      try handle.seek(toOffset: UInt64(end.bytes))
      try handle.synchronize()
      state = Mutex(State(handle: handle, count: end.count, bytes: end.bytes, head: end.head))
    } catch {
      throw PatientStoreError(
        .unreadable, place: path, "the audit log can't be written; check its access rights")
    }
  }

  /// Announces a change and waits until the disk has it; gives the number to end it by.
  func begin(
    _ action: String, subject: Data?, object: Data?, by requester: Requester
  ) throws(PatientStoreError) -> Int {
    try append(
      action, subject: subject, object: object, outcome: "begun", by: requester, isDurable: true)
  }

  /// Tells how a change ended.
  func end(
    _ seq: Int, _ action: String, subject: Data?, outcome: String, by requester: Requester
  ) throws(PatientStoreError) {
    _ = try append(action, subject: subject, outcome: outcome, of: seq, by: requester)
  }

  /// Tells of something that changes no data.
  func note(
    _ action: String, subject: Data? = nil, outcome: String, by requester: Requester
  ) throws(PatientStoreError) {
    _ = try append(action, subject: subject, outcome: outcome, by: requester)
  }

  /// Writes the last record, signs the head, and lets the file go.
  func close(by requester: Requester) throws(PatientStoreError) {
    _ = try append("close", outcome: "done", by: requester, isDurable: true)
    try anchor()
    state.withLock { try? $0.handle.close() }
  }

  /// Signs and writes the anchor.
  func anchor() throws(PatientStoreError) {
    try state.withLock { (state) throws(PatientStoreError) in try anchor(&state) }
  }

  /// Waits for the disk.
  func sync() throws(PatientStoreError) {
    try state.withLock { (state) throws(PatientStoreError) in try sync(&state) }
  }

  private func append(
    _ action: String, subject: Data? = nil, object: Data? = nil, outcome: String, of: Int? = nil,
    by requester: Requester, isDurable: Bool = false
  ) throws(PatientStoreError) -> Int {
    try state.withLock { (state) throws(PatientStoreError) -> Int in
      guard !state.isBroken else { throw failure }
      var record = AuditRecord(
        seq: state.count + 1, time: Self.text(settings.clock()), actor: requester.user,
        role: requester.role.rawValue, action: action, subject: subject?.hex, object: object?.hex,
        purpose: requester.purpose.rawValue, outcome: outcome, of: of, reason: nil,
        prev: state.head, hash: "", signature: "")
      if let reason = requester.reason, of == nil {
        record.reason = seal(reason, seq: record.seq)
      }
      record.hash = record.computedHash
      guard let signature = try? secrets.signingKey.signature(for: AuditRecord.signed(record.hash))
      else { throw failure }
      record.signature = signature.base64EncodedString()
      let line = Data((record.line + "\n").utf8)
      do {
        try state.handle.write(contentsOf: line)
      } catch {
        takeBack(&state)
        throw failure
      }
      state.count += 1
      state.bytes += line.count
      state.head = record.digest
      state.sinceAnchor += 1
      if outcome == "begun" { state.pending.insert(record.seq) }
      if let of { state.pending.remove(of) }
      if isDurable { try sync(&state) }
      if state.sinceAnchor >= settings.anchorEvery, state.pending.isEmpty { try anchor(&state) }
      return record.seq
    }
  }

  /// A line half written is cut off again, so that the next does not stick to it.
  private func takeBack(_ state: inout State) {
    do {
      try state.handle.truncate(atOffset: UInt64(state.bytes))
      try state.handle.seek(toOffset: UInt64(state.bytes))
    } catch {
      state.isBroken = true
    }
  }

  private func sync(_ state: inout State) throws(PatientStoreError) {
    do { try state.handle.synchronize() } catch { throw failure }
  }

  private func anchor(_ state: inout State) throws(PatientStoreError) {
    try sync(&state)
    guard
      let anchor = AuditAnchor(
        count: state.count, bytes: state.bytes, head: state.head, key: secrets.signingKey)
    else { throw failure }
    try anchor.write(folder)
    state.sinceAnchor = 0
  }

  private func seal(_ reason: String, seq: Int) -> String? {
    Sealing(randomBytes: settings.randomBytes)
      .seal(Data(reason.utf8), under: secrets.reasonKey, label: "reason|\(seq)")?
      .base64EncodedString()
  }

  private var failure: PatientStoreError {
    PatientStoreError(
      .unreadable, place: "\(folder)/\(Self.fileName)",
      "the audit log can't be written, so nothing was done; check the disk's space and access rights"
    )
  }

  /// A moment as `2026-11-30T07:00:00.000Z`.
  static func text(_ moment: Date) -> String {
    moment.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
