import Crypto
import Foundation
import GRDB
import Guidance

/// Turns patients into sealed records and back.
struct RecordSealing: Sendable {
  let sealing: Sealing
  /// The file, for messages.
  let path: String

  /// Encrypts a value as JSON.
  func seal(
    _ value: some Encodable, _ part: SealedRecord.Part, _ subject: Data, _ version: Int,
    _ key: SecretKey
  ) throws(PatientStoreError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let plain = try? encoder.encode(value) else {
      throw PatientStoreError(
        .invalid, place: "the record's \(part.rawValue)",
        "a number in it is infinite or not a number; leave it out")
    }
    return try seal(plain, part, subject, version, key)
  }

  /// Encrypts bytes.
  func seal(
    _ plain: Data, _ part: SealedRecord.Part, _ subject: Data, _ version: Int, _ key: SecretKey
  ) throws(PatientStoreError) -> Data {
    guard
      let sealed = sealing.seal(
        plain, under: key.key, label: SealedRecord.label(subject, part, version))
    else {
      throw PatientStoreError(
        .unreadable, place: path, "the record could not be encrypted; nothing was stored")
    }
    return sealed
  }

  /// Opens bytes.
  func open(
    _ sealed: Data, _ part: SealedRecord.Part, _ subject: Data, _ version: Int, _ key: SecretKey
  ) throws(PatientStoreError) -> Data {
    guard
      let plain = Sealing.open(
        sealed, under: key.key, label: SealedRecord.label(subject, part, version))
    else { throw damaged(subject, part) }
    return plain
  }

  /// Opens a value.
  func open<Value: Decodable>(
    _ sealed: Data, as type: Value.Type, _ part: SealedRecord.Part, _ subject: Data, _ version: Int,
    _ key: SecretKey
  ) throws(PatientStoreError) -> Value {
    let plain = try open(sealed, part, subject, version, key)
    guard let value = try? JSONDecoder().decode(type, from: plain) else {
      throw damaged(subject, part)
    }
    return value
  }

  /// Opens the head.
  func head(
    _ sealed: Data, _ subject: Data, _ version: Int, _ key: SecretKey
  ) throws(PatientStoreError) -> RecordHead {
    try open(sealed, as: RecordHead.self, .head, subject, version, key)
  }

  /// Opens what a patient agreed to.
  func consents(
    _ record: SealedRecord, _ head: RecordHead, _ key: SecretKey
  ) throws(PatientStoreError) -> Consents {
    try open(
      record.consent, as: Consents.self, .consent, record.subject, head.consentVersion, key)
  }

  /// Opens all of a patient.
  func record(
    _ record: SealedRecord, _ head: RecordHead, _ key: SecretKey
  ) throws(PatientStoreError) -> PatientRecord {
    let care = try open(
      record.care, as: RecordCare.self, .care, record.subject, head.careVersion, key)
    var patient = PatientRecord(
      id: head.id, name: head.name, birthDate: head.birthDate, facts: care.facts,
      medications: care.medications)
    if let calls = record.calls {
      patient.calls = try open(calls, .calls, record.subject, head.callsVersion, key)
    } else if head.callsVersion > 0 {
      throw damaged(record.subject, .calls)
    }
    patient.created = head.created
    patient.updated = head.updated
    patient.version = record.version
    return patient
  }

  private func damaged(_ subject: Data, _ part: SealedRecord.Part) -> PatientStoreError {
    PatientStoreError(
      .damaged, place: path,
      "the \(part.rawValue) of patient \(subject.prefix(6).hex) does not open; it was changed, moved "
        + "or put back to an earlier state, so bring the file back from a copy")
  }
}
