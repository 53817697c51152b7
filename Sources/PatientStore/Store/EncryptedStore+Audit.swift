import Foundation

extension EncryptedStore {
  /// The last records of the audit log, oldest first, their reasons readable; needs `readAudit`.
  public func auditRecords(
    last count: Int, as requester: Requester
  ) throws(PatientStoreError) -> [AuditRecord] {
    try checkOpen()
    try gate.check(.readAudit, requester)
    let path = "\(folder)/\(AuditTrail.fileName)"
    guard let log = FileManager.default.contents(atPath: path) else {
      throw PatientStoreError(.unreadable, place: path, "the audit log can't be read")
    }
    let lines = log.split(separator: UInt8(ascii: "\n")).suffix(max(count, 0))
    var records: [AuditRecord] = []
    for line in lines {
      guard var record = AuditRecord(line: line) else {
        throw PatientStoreError(
          .damaged, place: path,
          "a line is not a record as the store writes them; check with 'stardose audit verify'")
      }
      record.reason = record.reason.flatMap { reason(of: $0, seq: record.seq) }
      records.append(record)
    }
    try trail.note(Permission.readAudit.rawValue, outcome: "shown", by: requester)
    return records
  }

  /// Checks the whole audit log; needs `verifyAudit`.
  public func verifyAudit(as requester: Requester) throws(PatientStoreError) -> AuditVerdict {
    try checkOpen()
    try gate.check(.verifyAudit, requester)
    try trail.anchor()
    let verdict = try AuditLog.verify(folder: folder)
    try trail.note(
      Permission.verifyAudit.rawValue, outcome: verdict.isWhole ? "whole" : "damaged",
      by: requester)
    return verdict
  }

  /// Writes to the audit log what the store itself does not see, such as the end of a session.
  ///
  /// - Parameters:
  ///   - action: a fixed word of small letters, digits, points and hyphens, never free text.
  ///   - id: the patient it is about.
  ///   - outcome: another such word.
  ///   - requester: who did it.
  public func note(
    _ action: String, of id: String? = nil, outcome: String, as requester: Requester
  ) throws(PatientStoreError) {
    try checkOpen()
    guard [action, outcome].allSatisfy(Self.isWord) else {
      throw PatientStoreError(
        .invalid, place: "the audit log",
        "an action or outcome is no fixed word of a-z, 0-9, '.' and '-'; free text has no place there"
      )
    }
    // These two tell of the store's own changes; a foreign one would look like a crash.
    guard outcome != "begun", !["open", "close"].contains(action) else {
      throw PatientStoreError(
        .invalid, place: "the audit log", "the words open, close and begun are the store's own")
    }
    try trail.note(
      action, subject: id.map { secrets.subject(ofPatient: $0) }, outcome: outcome, by: requester)
  }

  /// Refuses, and audits it, if a role lacks a permission.
  public func may(
    _ permission: Permission, _ requester: Requester
  ) throws(PatientStoreError) {
    try checkOpen()
    try gate.check(permission, requester)
  }

  private static func isWord(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: "-")
      }
  }

  private func reason(of sealed: String, seq: Int) -> String? {
    Data(base64Encoded: sealed)
      .flatMap { Sealing.open($0, under: secrets.reasonKey, label: "reason|\(seq)") }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
