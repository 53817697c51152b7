import Crypto
import Foundation

/// The end of an audit log, read and checked from its anchor on, when a store is opened.
struct AuditTail {
  /// How many records there are.
  var count: Int
  /// How many bytes they are, without a torn line.
  var bytes: Int
  /// The digest of the last.
  var head: String
  /// How many bytes of a line that was being written when the process ended; 0 as a rule.
  var tornBytes = 0
  /// Changes that were announced and of which no end is told.
  var pending: [AuditRecord] = []
  /// Whether the last record is that of an orderly end.
  var isClosed: Bool

  /// Checks what stands behind the anchor.
  ///
  /// - Throws: `PatientStoreError` of kind `damaged` that names the first bad record.
  init(folder: String, key: Curve25519.Signing.PublicKey) throws(PatientStoreError) {
    let path = "\(folder)/\(AuditTrail.fileName)"
    guard let anchor = AuditAnchor(path: "\(folder)/\(AuditAnchor.fileName)") else {
      throw PatientStoreError(
        .damaged, place: "\(folder)/\(AuditAnchor.fileName)",
        "the audit log's anchor is missing or unreadable; check with 'stardose audit verify' "
          + "and bring it back from a copy")
    }
    guard anchor.isSigned(by: key) else {
      throw PatientStoreError(
        .damaged, place: "\(folder)/\(AuditAnchor.fileName)",
        "the signature of the audit log's anchor is not this store's; bring it back from a copy")
    }
    guard let handle = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)),
      let length = try? handle.seekToEnd()
    else {
      throw PatientStoreError(
        .damaged, place: path,
        "the audit log is missing or unreadable; bring it back from a copy")
    }
    defer { try? handle.close() }
    guard length >= UInt64(anchor.bytes) else {
      throw PatientStoreError(
        .damaged, place: path,
        "the log is cut: it has \(length) bytes, and \(anchor.bytes) were signed for; "
          + "'stardose audit verify' names the first record that is missing")
    }
    (count, bytes, head, isClosed) = (anchor.count, anchor.bytes, anchor.head, true)
    guard (try? handle.seek(toOffset: UInt64(anchor.bytes))) != nil,
      let rest = try? handle.readToEnd() ?? Data()
    else {
      throw PatientStoreError(.unreadable, place: path, "the audit log can't be read to its end")
    }
    var start = rest.startIndex
    while let stop = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let record = AuditRecord(line: rest[start..<stop]), record.seq == count + 1,
        record.prev == head, record.hash == record.computedHash, record.isSigned(by: key)
      else {
        throw PatientStoreError(
          .damaged, place: "\(path), record \(count + 1)",
          "the record is not as it was written; keep the file, and check with 'stardose audit verify'"
        )
      }
      if record.outcome == "begun" { pending.append(record) }
      if let of = record.of { pending.removeAll { $0.seq == of } }
      count += 1
      bytes += stop - start + 1
      head = record.digest
      isClosed = record.action == "close"
      start = stop + 1
    }
    tornBytes = rest.endIndex - start
  }
}
