import Crypto
import Foundation

/// Checks an audit log with nothing but the public key.
public enum AuditLog {
  static let publicKeyName = "audit.pub"

  /// Checks every record's form, number, chain and signature, and the length against the anchor.
  ///
  /// - Parameters:
  ///   - folder: the store.
  ///   - anchor: an anchor kept elsewhere; the store's own if nil.
  ///   - publicKey: a public key kept elsewhere, 32 bytes in base64; the store's own if nil.
  /// - Returns: the first bad record, and why, in a sentence.
  /// - Throws: `PatientStoreError` if log, anchor or key can't be read.
  public static func verify(
    folder: String, anchor: String? = nil, publicKey: String? = nil
  ) throws(PatientStoreError) -> AuditVerdict {
    let path = "\(folder)/\(AuditTrail.fileName)"
    let key = try Self.publicKey(publicKey ?? "\(folder)/\(publicKeyName)")
    let anchorPath = anchor ?? "\(folder)/\(AuditAnchor.fileName)"
    guard let anchor = AuditAnchor(path: anchorPath) else {
      throw PatientStoreError(
        .unreadable, place: anchorPath,
        "there is no anchor of an audit log here, so a cut could not be told; give one with --anchor"
      )
    }
    guard let log = FileManager.default.contents(atPath: path) else {
      throw PatientStoreError(.unreadable, place: path, "the audit log can't be read")
    }
    return verify(log, path: path, anchor: anchor, key: key)
  }

  private static func publicKey(
    _ path: String
  ) throws(PatientStoreError) -> Curve25519.Signing.PublicKey {
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let text,
      let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else {
      throw PatientStoreError(
        .unreadable, place: path, "there is no public key here; give one with --public-key")
    }
    return key
  }

  static func verify(
    _ log: Data, path: String, anchor: AuditAnchor, key: Curve25519.Signing.PublicKey
  ) -> AuditVerdict {
    func bad(_ seq: Int, _ why: String) -> AuditVerdict {
      AuditVerdict(
        records: seq - 1, firstBad: seq, sentence: "\(path), record \(seq): \(why)")
    }
    var head = AuditRecord.noHash
    var records: [AuditRecord] = []
    var start = log.startIndex
    var fault: AuditVerdict?
    while start < log.endIndex {
      let seq = records.count + 1
      guard let stop = log[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        fault = bad(
          seq,
          seq <= anchor.count
            ? "the line is cut, and a whole one was signed for"
            : "the line is torn, as by a crash; opening the store cuts it off and says so")
        break
      }
      guard let record = AuditRecord(line: log[start..<stop]) else {
        fault = bad(seq, "the line is not a record as the store writes them; it was changed")
        break
      }
      if record.seq != seq {
        fault = bad(seq, "record \(record.seq) stands in its place; it was taken out or moved")
      } else if record.hash != record.computedHash {
        fault = bad(seq, "its hash does not fit its content; it was changed")
      } else if record.prev != head {
        // A signature is outside its record's hash and inside the next record's.
        fault =
          records.last.map { $0.isSigned(by: key) } ?? true
          ? bad(seq, "it does not follow from the record before it")
          : bad(seq - 1, "its signature is not by this store; it was changed or forged")
      }
      if fault != nil { break }
      records.append(record)
      head = record.digest
      start = stop + 1
    }
    // A good signature vouches for all records before it, so one look is enough as a rule.
    if let last = records.last, !last.isSigned(by: key) {
      let forged = records.firstIndex { !$0.isSigned(by: key) } ?? records.count - 1
      return bad(forged + 1, "its signature is not by this store; it was changed or forged")
    }
    if let fault { return fault }
    guard anchor.isSigned(by: key) else {
      return bad(
        records.count + 1,
        "the anchor's signature is not by this store, so how the log ends is not known")
    }
    if records.count < anchor.count {
      return bad(
        records.count + 1,
        "the record is missing: the log ends here, and \(anchor.count) records were signed for")
    }
    if anchor.count > 0, records[anchor.count - 1].digest != anchor.head {
      return bad(anchor.count, "it is not the record that the anchor was signed for")
    }
    return AuditVerdict(
      records: records.count, firstBad: nil,
      sentence: "\(path): all \(records.count) records are as they were written"
        + (records.last?.action == "close" || records.isEmpty
          ? "" : "; the store is open or was not closed in order")
        + ", and \(anchor.count) are anchored")
  }
}
