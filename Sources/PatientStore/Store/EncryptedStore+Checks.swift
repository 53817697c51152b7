import Foundation
import Synchronization

extension EncryptedStore {
  /// A patient's row, if there is one.
  func sealed(_ subject: Data) throws(PatientStoreError) -> (
    record: SealedRecord, lastUsedDay: Int
  )? {
    try table.row(subject)
  }

  /// A patient's row, key and head; a missing patient is audited and refused.
  func existing(
    _ subject: Data, _ requester: Requester, action: String
  ) throws(PatientStoreError) -> (SealedRecord, SecretKey, RecordHead) {
    guard let (stored, _) = try table.row(subject) else {
      throw try missing(subject, requester, action: action)
    }
    guard let key = try keys.key(of: subject) else { throw erased(subject) }
    return (stored, key, try sealing.head(stored.head, subject, stored.version, key))
  }

  /// Whether the patient agreed to the requester's purpose, and if not, whether the glass is broken.
  ///
  /// - Returns: on what the request rests: `consent` or `broken-glass`.
  /// - Throws: `PatientStoreError` of kind `consent`, after it is in the audit log.
  func agreed(
    _ stored: SealedRecord, _ head: RecordHead, _ key: SecretKey, _ subject: Data,
    _ requester: Requester, permission: Permission, moment: Date
  ) throws(PatientStoreError) -> String {
    let consents = try sealing.consents(stored, head, key)
    guard let refusal = consents.refusal(of: requester.purpose, at: moment) else {
      return "consent"
    }
    if requester.purpose == .pgx {
      let glass = Glass(user: requester.user, subject: subject)
      let until = state.withLock { $0.brokenGlasses[glass] }
      if let until, moment < until { return "broken-glass" }
    }
    try trail.note(
      permission.rawValue, subject: subject, outcome: "refused-consent", by: requester)
    throw PatientStoreError(
      .consent, place: "the patient's consent",
      "for \(requester.purpose.words) \(refusal); ask the patient and record it first")
  }

  /// Commits a changed row of a known patient.
  func write(
    _ next: SealedRecord, _ head: RecordHead, _ action: String, _ requester: Requester,
    _ now: Date
  ) throws(PatientStoreError) {
    try change(action, subject: next.subject, object: next.digest, by: requester) {
      () throws(PatientStoreError) in
      try table.write(next, day: day(now))
    }
    state.withLock { $0.index?.set(next.subject, head.summary) }
  }

  /// The error for a patient who is not stored, after it is in the audit log.
  func missing(
    _ subject: Data, _ requester: Requester, action: String
  ) throws(PatientStoreError) -> PatientStoreError {
    try trail.note(action, subject: subject, outcome: "not-found", by: requester)
    return PatientStoreError(
      .notFound, place: folder, "no patient of this id is stored; check the id or add the patient")
  }

  /// The error for a row whose key is gone.
  func erased(_ subject: Data) -> PatientStoreError {
    PatientStoreError(
      .damaged, place: "\(folder)/\(KeyRing.fileName)",
      "patient \(subject.prefix(6).hex) has no data key, so the record can't be read; "
        + "bring the file back from a copy, or erase the patient")
  }
}
