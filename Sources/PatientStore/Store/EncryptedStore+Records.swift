import Foundation
import Synchronization
public import Guidance

extension EncryptedStore {
  /// Stores a patient, new or in place of what was there.
  ///
  /// When the call returns, the record is on the disk. It can be read only under a consent: a new patient
  /// without one recorded can't.
  ///
  /// - Parameters:
  ///   - record: the patient; `created`, `updated` and `version` are set here.
  ///   - consents: what the patient agreed to; nil keeps what is recorded.
  ///   - requester: who asks; needs `addRecord`, and `setConsent` to give consents.
  /// - Returns: the record with its dates and version.
  /// - Throws: `PatientStoreError`.
  @discardableResult
  public func put(
    _ record: PatientRecord, consents: Consents? = nil, as requester: Requester
  ) throws(PatientStoreError) -> PatientRecord {
    try checkOpen()
    try Self.check(record)
    let subject = secrets.subject(ofPatient: record.id)
    try gate.check(.addRecord, requester, subject: subject)
    if consents != nil { try gate.check(.setConsent, requester, subject: subject) }
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    let now = settings.clock()
    let stored = try sealed(subject)
    let version = (stored?.record.version ?? 0) + 1
    // A key without a row is one of a process that ended in between; it serves as well as a new one.
    let known = try keys.key(of: subject)
    if stored != nil, known == nil { throw erased(subject) }
    var head = RecordHead(
      id: record.id, name: record.name, birthDate: record.birthDate, created: now, updated: now,
      careVersion: version, callsVersion: record.calls == nil ? 0 : version,
      consentVersion: version)
    if let stored, let known {
      let before = try sealing.head(stored.record.head, subject, stored.record.version, known)
      head.created = before.created
      if consents == nil { head.consentVersion = before.consentVersion }
    }
    let stays = head
    let key = known ?? keys.prepareKey()
    let next = SealedRecord(
      subject: subject, version: version,
      head: try sealing.seal(stays, .head, subject, version, key),
      care: try sealing.seal(
        RecordCare(facts: record.facts, medications: record.medications), .care, subject, version,
        key),
      calls: try sealCalls(record.calls, subject, version, key),
      consent: stays.consentVersion == version
        ? try sealing.seal(consents ?? Consents(), .consent, subject, version, key)
        : stored?.record.consent ?? Data())
    try change("put", subject: subject, object: next.digest, by: requester) {
      () throws(PatientStoreError) in
      if known == nil { try keys.store(key, of: subject) }
      try table.write(next, day: day(now))
    }
    state.withLock { $0.index?.set(subject, stays.summary) }
    var result = record
    (result.created, result.updated, result.version) = (stays.created, now, version)
    return result
  }

  /// Changes facts and medicines of a patient, and leaves the calls alone.
  ///
  /// - Parameters:
  ///   - id: the patient.
  ///   - facts: the facts as they are now.
  ///   - medications: the list as it is now.
  ///   - requester: who asks; needs `updateCare` and the patient's consent for the purpose.
  /// - Returns: the whole record for a role that may read it; nil for others.
  /// - Throws: `PatientStoreError`.
  @discardableResult
  public func updateCare(
    _ id: String, facts: PatientFacts, medications: [String], as requester: Requester
  ) throws(PatientStoreError) -> PatientRecord? {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.updateCare, requester, subject: subject)
    writing.lock()
    defer { writing.unlock() }
    try checkOpen()
    let now = settings.clock()
    let (stored, key, before) = try existing(subject, requester, action: "update-care")
    _ = try agreed(
      stored, before, key, subject, requester, permission: .updateCare, moment: now)
    var head = before
    var next = stored
    next.version += 1
    head.updated = now
    head.careVersion = next.version
    next.head = try sealing.seal(head, .head, subject, next.version, key)
    next.care = try sealing.seal(
      RecordCare(facts: facts, medications: medications), .care, subject, next.version, key)
    try write(next, head, "update-care", requester, now)
    guard Permission.readRecord.isGranted(to: requester.role) else { return nil }
    return try sealing.record(next, head, key)
  }

  /// A patient's record, if the role may read it and the patient agreed to the purpose.
  ///
  /// The audit log tells of the call whether it is granted or refused, before anything is given.
  ///
  /// - Throws: `PatientStoreError` of kind `forbidden`, `notFound`, `consent` or `damaged`.
  public func get(
    _ id: String, as requester: Requester
  ) throws(PatientStoreError) -> PatientRecord {
    try checkOpen()
    let subject = secrets.subject(ofPatient: id)
    try gate.check(.readRecord, requester, subject: subject)
    let now = settings.clock()
    guard let (stored, lastUsed) = try table.row(subject) else {
      throw try missing(subject, requester, action: Permission.readRecord.rawValue)
    }
    guard let key = try keys.key(of: subject) else { throw erased(subject) }
    let head = try sealing.head(stored.head, subject, stored.version, key)
    let basis = try agreed(
      stored, head, key, subject, requester, permission: .readRecord, moment: now)
    let record = try sealing.record(stored, head, key)
    try trail.note(
      Permission.readRecord.rawValue, subject: subject, outcome: basis, by: requester)
    if lastUsed < day(now) { try table.markUsed(subject, day: day(now)) }
    return record
  }

  /// What is asked of a record that is to be stored.
  static func check(_ record: PatientRecord) throws(PatientStoreError) {
    guard !record.id.isEmpty, record.id.utf8.count <= 400,
      record.id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw PatientStoreError(
        .invalid, place: "the record's id",
        "it is empty, longer than 400 bytes or holds a control character; give the house's id")
    }
  }

  private func sealCalls(
    _ calls: Data?, _ subject: Data, _ version: Int, _ key: SecretKey
  ) throws(PatientStoreError) -> Data? {
    guard let calls else { return nil }
    return try sealing.seal(calls, .calls, subject, version, key)
  }
}
