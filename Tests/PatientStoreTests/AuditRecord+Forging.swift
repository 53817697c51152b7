@testable import PatientStore

extension AuditRecord {
  /// The record with the hash that its content makes, under the signature it had.
  var rehashed: AuditRecord {
    var record = self
    record.hash = computedHash
    return record
  }

  /// What the next record has as `prev`.
  var lineDigest: String { digest }

  /// The line of the file.
  var text: String { line }
}
