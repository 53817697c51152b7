import Crypto
import Foundation

/// One line of the audit log: who did what to which patient, and how it ended.
///
/// A patient is the keyed hash of their id. Genes and medicines never stand here, and a reason in
/// a person's own words is encrypted.
public struct AuditRecord: Sendable, Hashable {
  /// Counted from 1.
  public var seq: Int
  /// UTC, to the millisecond.
  public var time: String
  /// The user.
  public var actor: String
  /// The role the user acted in.
  public var role: String
  /// What was asked for, a fixed word.
  public var action: String
  /// The keyed hash of the patient or user it is about, in hexadecimal.
  public var subject: String?
  /// SHA-256 of what was stored, as it is encrypted, in hexadecimal.
  public var object: String?
  /// What it was for.
  public var purpose: String
  /// How it ended, a fixed word; `begun` is followed by a record whose `of` is this one.
  public var outcome: String
  /// The number of the record whose end this one tells.
  public var of: Int?
  /// The reason given: encrypted in the file, plain when the store reads it to an auditor.
  public var reason: String?
  /// SHA-256 of the line before, its signature with it; 64 zeros for the first.
  public var prev: String
  /// SHA-256 of `prev` and the record's canonical JSON without `hash` and `signature`.
  public var hash: String
  /// Ed25519 over the hash, in base64; it vouches for this record and all before it.
  public var signature: String

  /// What the first record has in place of a hash before it.
  static let noHash = String(repeating: "0", count: 64)

  /// The line of the file: canonical JSON (RFC 8785) of all fields, without its line break.
  var line: String { canonical(isWhole: true) }

  /// The hash that the record's other fields make.
  var computedHash: String {
    SHA256.hash(data: Data((prev + canonical(isWhole: false)).utf8)).hex
  }

  /// What the next record has as `prev`: SHA-256 of the whole line.
  var digest: String { SHA256.hash(data: Data(line.utf8)).hex }

  /// Whether the signature is by the owner of a public key.
  func isSigned(by key: Curve25519.Signing.PublicKey) -> Bool {
    guard let bytes = Data(base64Encoded: signature), bytes.base64EncodedString() == signature
    else { return false }
    return key.isValidSignature(bytes, for: Self.signed(hash))
  }

  /// What is signed.
  static func signed(_ hash: String) -> Data { Data("stardose-audit/1|\(hash)".utf8) }

  private func canonical(isWhole: Bool) -> String {
    var json = CanonicalJSON()
    json.add("action", action)
    json.add("actor", actor)
    if isWhole { json.add("hash", hash) }
    json.add("object", object)
    json.add("of", of)
    json.add("outcome", outcome)
    json.add("prev", prev)
    json.add("purpose", purpose)
    json.add("reason", reason)
    json.add("role", role)
    json.add("seq", seq)
    if isWhole { json.add("signature", signature) }
    json.add("subject", subject)
    json.add("time", time)
    return json.text
  }
}

extension AuditRecord: Codable {
  /// Reads a line; nil unless it is exactly, to the byte, what writing the record again gives.
  init?(line: some Sequence<UInt8>) {
    let data = Data(line)
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: data),
      Data(record.line.utf8) == data
    else { return nil }
    self = record
  }
}
