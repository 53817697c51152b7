import Foundation
import Synchronization

extension EncryptedStore {
  /// Erases a patient: first the data key, which makes every copy of the ciphertext unreadable, then the
  /// row; needs `eraseRecord`.
  public func erase(_ id: String, as requester: Requester) throws(PatientStoreError) {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.eraseRecord, requester, subject: subject)
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    guard try table.row(subject) != nil else {
      throw try missing(subject, requester, action: "erase")
    }
    try erase(subject, action: "erase", requester)
  }

  /// Erases patients who were not used for long, and those of whom every consent has ended; needs
  /// `purgeRecords`.
  ///
  /// - Parameters:
  ///   - unusedDays: erase those last stored, changed or read more than so many days ago; nil erases none
  ///     for that.
  ///   - requester: who asks.
  /// - Returns: how many were erased for which reason.
  @discardableResult
  public func purge(
    unusedDays: Int?, as requester: Requester
  ) throws(PatientStoreError) -> PurgeResult {
    try checkOpen()
    try gate.check(.purgeRecords, requester)
    guard unusedDays.map({ $0 >= 1 }) ?? true else {
      throw PatientStoreError(
        .invalid, place: "the request", "patients are kept for at least a day; give 1 or more")
    }
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    let now = settings.clock()
    var result = PurgeResult()
    for (subject, lastUsed) in try table.subjects() {
      if let unusedDays, lastUsed < day(now) - unusedDays {
        try erase(subject, action: "purge-unused", requester)
        result.unused += 1
      } else if let (stored, _) = try table.row(subject), let key = try keys.key(of: subject) {
        let head = try sealing.head(stored.head, subject, stored.version, key)
        guard try sealing.consents(stored, head, key).haveEnded(by: now) else { continue }
        try erase(subject, action: "purge-consent", requester)
        result.expired += 1
      }
    }
    try trail.note("purge", outcome: "done", by: requester)
    return result
  }

  private func erase(
    _ subject: Data, action: String, _ requester: Requester
  ) throws(PatientStoreError) {
    try change(action, subject: subject, object: nil, by: requester) {
      () throws(PatientStoreError) in
      try keys.destroyKey(of: subject)
      try table.delete(subject)
    }
    state.withLock { state in
      state.index?.remove(subject)
      state.brokenGlasses = state.brokenGlasses.filter { $0.key.subject != subject }
    }
  }
}
