import Crypto
import Foundation
import GRDB

/// A patient as it is stored: ciphertexts, under the patient's own key.
struct SealedRecord: Sendable {
  let subject: Data
  /// Counts the writes; it is also the head's version.
  var version: Int
  var head: Data
  var care: Data
  var calls: Data?
  var consent: Data

  /// The parts, which are named in the associated data so that none passes for another.
  enum Part: String { case head, care, calls, consent }

  /// The associated data of a part.
  static func label(_ subject: Data, _ part: Part, _ version: Int) -> String {
    "stardose-patient/1|\(subject.hex)|\(part.rawValue)|\(version)"
  }

  /// SHA-256 of the whole, which the audit log keeps.
  var digest: Data {
    var hash = SHA256()
    for part in [subject, Data("\(version)".utf8), head, care, calls ?? Data(), consent] {
      hash.update(data: Data("\(part.count)|".utf8))
      hash.update(data: part)
    }
    return Data(hash.finalize())
  }

  /// Takes a row of the table.
  init(_ row: Row) {
    subject = row["subject"]
    version = row["version"]
    head = row["head"]
    care = row["care"]
    calls = row["calls"]
    consent = row["consent"]
  }

  /// Makes a record of its parts.
  init(subject: Data, version: Int, head: Data, care: Data, calls: Data?, consent: Data) {
    self.subject = subject
    self.version = version
    self.head = head
    self.care = care
    self.calls = calls
    self.consent = consent
  }
}
