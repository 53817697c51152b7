public import Foundation
import Synchronization

extension EncryptedStore {
  /// What a patient agreed to; needs `readConsent`.
  public func consents(
    of id: String, as requester: Requester
  ) throws(PatientStoreError) -> Consents {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.readConsent, requester, subject: subject)
    let (stored, key, head) = try existing(subject, requester, action: "read-consent")
    let consents = try sealing.consents(stored, head, key)
    try trail.note("read-consent", subject: subject, outcome: "shown", by: requester)
    return consents
  }

  /// Records that a patient agrees to a purpose; needs `setConsent`.
  ///
  /// - Parameters:
  ///   - purpose: what for; `operations` needs no consent and takes none.
  ///   - granted: from when; nil is now.
  ///   - expires: when it ends by itself; nil is never.
  ///   - id: the patient.
  ///   - requester: who records it.
  /// - Returns: all that the patient agreed to.
  @discardableResult
  public func setConsent(
    _ purpose: Purpose, granted: Date? = nil, expires: Date? = nil, of id: String,
    as requester: Requester
  ) throws(PatientStoreError) -> Consents {
    let granted = granted ?? settings.clock()
    guard expires.map({ $0 > granted }) ?? true else {
      throw PatientStoreError(
        .invalid, place: "the consent", "it would expire before it begins; check the dates")
    }
    return try changeConsent(of: id, purpose, as: requester, action: "set-consent") {
      consents, _ throws(PatientStoreError) in
      consents[purpose] = Consent(granted: granted, expires: expires)
    }
  }

  /// Records that a patient takes a consent back, from now on; needs `setConsent`.
  ///
  /// - Throws: `PatientStoreError` of kind `invalid` if there is none to take back.
  @discardableResult
  public func withdrawConsent(
    _ purpose: Purpose, of id: String, as requester: Requester
  ) throws(PatientStoreError) -> Consents {
    try changeConsent(of: id, purpose, as: requester, action: "withdraw-consent") {
      consents, now throws(PatientStoreError) in
      guard var consent = consents[purpose] else {
        throw PatientStoreError(
          .invalid, place: "the patient's consent",
          "none is recorded for \(purpose.words), so none can be withdrawn")
      }
      if consent.withdrawn == nil { consent.withdrawn = now }
      consents[purpose] = consent
    }
  }

  /// Lets a user open a patient's record for a short time although consent is missing.
  ///
  /// Needs `breakGlass` and a reason of at least ten characters, which goes encrypted into the audit log
  /// for the auditor. It is for the patient's own care, and ends by itself or with the process.
  ///
  /// - Returns: until when.
  public func breakGlass(
    _ id: String, as requester: Requester
  ) throws(PatientStoreError) -> Date {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.breakGlass, requester, subject: subject)
    let reason = requester.reason?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    guard requester.purpose == .pgx, reason.count >= 10 else {
      try trail.note(
        "break-glass", subject: subject, outcome: "refused-reason", by: requester)
      throw PatientStoreError(
        .invalid, place: "the request",
        "the glass is broken only for care and with a reason of at least ten characters; write why")
    }
    _ = try existing(subject, requester, action: "break-glass")
    try trail.note("break-glass", subject: subject, outcome: "done", by: requester)
    try trail.sync()
    let until = settings.clock().addingTimeInterval(Double(settings.breakGlassMinutes) * 60)
    state.withLock { $0.brokenGlasses[Glass(user: requester.user, subject: subject)] = until }
    return until
  }

  private func changeConsent(
    of id: String, _ purpose: Purpose, as requester: Requester, action: String,
    _ edit: (inout Consents, Date) throws(PatientStoreError) -> Void
  ) throws(PatientStoreError) -> Consents {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.setConsent, requester, subject: subject)
    guard purpose != .operations else {
      throw PatientStoreError(
        .invalid, place: "the consent", "operating the store needs none; name another purpose")
    }
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    let now = settings.clock()
    let (stored, key, before) = try existing(subject, requester, action: action)
    var consents = try sealing.consents(stored, before, key)
    try edit(&consents, now)
    var (next, head) = (stored, before)
    next.version += 1
    head.consentVersion = next.version
    head.updated = now
    next.head = try sealing.seal(head, .head, subject, next.version, key)
    next.consent = try sealing.seal(consents, .consent, subject, next.version, key)
    try write(next, head, action, requester, now)
    return consents
  }
}
