import Foundation

/// Settles what the end of a process left open, when the store is opened next.
struct Recovery {
  let folder: String
  let tail: AuditTail
  let trail: AuditTrail
  let keys: KeyRing
  let table: RecordTable
  let envelope: KeyEnvelope
  let wrapping: SecretKey
  let secrets: StoreSecrets

  /// What was found, and the key file as it is afterwards.
  struct Outcome {
    var envelope: KeyEnvelope
    var remarks: [String] = []
  }

  /// Says in the audit log that the store is open, settles, and signs the head.
  func run() throws(PatientStoreError) -> Outcome {
    var outcome = Outcome(envelope: envelope)
    if tail.tornBytes > 0 {
      outcome.remarks.append(
        "\(folder)/\(AuditTrail.fileName), record \(tail.count + 1): the last line was torn after "
          + "\(tail.tornBytes) bytes when the process ended, and was cut off; what it was to tell had "
          + "not been acknowledged")
    }
    try trail.note(
      "open", outcome: tail.tornBytes > 0 ? "done-torn-line-cut" : "done", by: .store)
    if !tail.isClosed {
      outcome.remarks.append(
        "\(folder): the store was not closed in order; what was acknowledged is there")
    }
    for begun in tail.pending {
      let isDone = try settle(begun)
      try trail.end(
        begun.seq, begun.action, subject: begun.subjectBytes,
        outcome: isDone ? "found-done" : "found-not-done", by: .store)
      outcome.remarks.append(
        "\(folder)/\(AuditTrail.fileName), record \(begun.seq): '\(begun.action)' was begun and its end "
          + "not told; it was found \(isDone ? "done" : "not done")")
    }
    if let sealed = envelope.previous {
      outcome = try finishRotation(sealed, outcome)
    }
    let keyed = try keys.subjects()
    let lost = try table.subjects().count { !keyed.contains($0.subject) }
    if lost > 0 {
      outcome.remarks.append(
        "\(folder)/\(KeyRing.fileName): patients without a data key, who can't be read: "
          + "\(lost); bring the file back from a copy, or erase them")
    }
    try trail.anchor()
    return outcome
  }

  /// Whether a change that was announced has been made; an erasure is finished on the way.
  private func settle(_ begun: AuditRecord) throws(PatientStoreError) -> Bool {
    if begun.action == "rotate-key" {
      return begun.object == EncryptedStore.digest(ofGeneration: envelope.generation).hex
    }
    guard let subject = begun.subjectBytes else { return false }
    switch begun.action {
    case "erase", "purge-unused", "purge-consent":
      guard try !keys.subjects().contains(subject) else { return false }
      try table.delete(subject)
      return true
    case let action where action.hasPrefix("user-"):
      return try UserTable(table: table).digest(ofSubject: subject, secrets)?.hex == begun.object
    default:
      return try table.row(subject)?.record.digest.hex == begun.object
    }
  }

  private func finishRotation(
    _ sealed: Data, _ outcome: Outcome
  ) throws(PatientStoreError) -> Outcome {
    var outcome = outcome
    guard let bytes = Sealing.open(sealed, under: wrapping.key, label: envelope.previousLabel)
    else {
      throw PatientStoreError(
        .damaged, place: "\(folder)/\(KeyEnvelope.fileName)",
        "the key before does not open; bring the file back from a copy")
    }
    let count = try keys.rewrap(from: SecretKey(bytes), limit: nil)
    outcome.envelope.previous = nil
    try outcome.envelope.write(folder)
    try trail.note("rotate-key", outcome: "finished", by: .store)
    outcome.remarks.append(
      "\(folder): the change to a new key had been interrupted and is finished; "
        + "data keys that were still to be put under it: \(count)")
    return outcome
  }
}

extension AuditRecord {
  /// The subject's bytes.
  var subjectBytes: Data? {
    guard let digits = subject.map({ Array($0.utf8) }), digits.count == 64 else { return nil }
    var bytes = Data()
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard
        let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
