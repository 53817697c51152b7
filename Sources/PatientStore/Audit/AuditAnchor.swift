import Crypto
import Foundation
import MappedIndex

/// The file `audit.anchor`: how long the audit log was and what its last line was, signed.
///
/// Without it a log cut at the end of a record would look whole. A copy kept elsewhere also tells if
/// both files were put back to an earlier state.
struct AuditAnchor: Codable, Sendable {
  static let layout = "stardose-audit-anchor/1"
  static let fileName = "audit.anchor"

  /// The edition of the layout.
  var layout = Self.layout
  /// How many records there were.
  let count: Int
  /// How many bytes they were.
  let bytes: Int
  /// SHA-256 of the last line; 64 zeros if there was none.
  let head: String
  /// Ed25519 over all of this, in base64.
  var signature: Data

  /// Makes and signs an anchor.
  init?(count: Int, bytes: Int, head: String, key: Curve25519.Signing.PrivateKey) {
    self.count = count
    self.bytes = bytes
    self.head = head
    signature = Data()
    guard let signature = try? key.signature(for: signed) else { return nil }
    self.signature = signature
  }

  /// Reads a file; nil if it is not an anchor.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path),
      let anchor = try? JSONDecoder().decode(AuditAnchor.self, from: data),
      anchor.layout == Self.layout, anchor.count >= 0, anchor.bytes >= 0
    else { return nil }
    self = anchor
  }

  /// Whether the signature is by the owner of a public key.
  func isSigned(by key: Curve25519.Signing.PublicKey) -> Bool {
    key.isValidSignature(signature, for: signed)
  }

  /// Writes the file whole or not at all.
  func write(_ folder: String) throws(PatientStoreError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let path = "\(folder)/\(Self.fileName)"
    do {
      try AtomicFile.write(Array(encoder.encode(self)), to: path)
    } catch {
      throw PatientStoreError(.unreadable, place: path, "the file can't be written (\(error))")
    }
  }

  private var signed: Data { Data("\(layout)|\(count)|\(bytes)|\(head)".utf8) }
}
