import Crypto
import Foundation

/// The secrets of a store that outlive a change of its key.
struct StoreSecrets: Sendable {
  /// Keys the hashes that stand for patients.
  let siteKey: SymmetricKey
  /// Signs the audit log.
  let signingKey: Curve25519.Signing.PrivateKey
  /// Encrypts the reasons in the audit log.
  let reasonKey: SymmetricKey

  static let byteCount = 96

  /// Takes the secrets from 96 random bytes.
  init?(_ bytes: Data) {
    guard bytes.count == Self.byteCount else { return nil }
    let start = bytes.startIndex
    siteKey = SymmetricKey(data: bytes[start..<(start + 32)])
    reasonKey = SymmetricKey(data: bytes[(start + 64)..<(start + 96)])
    guard
      let signing = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: Data(bytes[(start + 32)..<(start + 64)]))
    else { return nil }
    signingKey = signing
  }

  /// What stands for a patient in the files: 32 bytes that only the site key makes.
  func subject(ofPatient id: String) -> Data { mac("patient", id) }

  /// What stands for a user in the audit log.
  func subject(ofUser name: String) -> Data { mac("user", name) }

  /// What an analyst sees instead of a patient: 16 hexadecimal digits, stable, of no other use.
  func pseudonym(ofPatient id: String) -> String { mac("pseudonym", id).prefix(8).hex }

  private func mac(_ domain: String, _ text: String) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data("\(domain)|\(text)".utf8), using: siteKey))
  }
}

extension Sequence<UInt8> {
  /// The bytes as hexadecimal digits.
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
