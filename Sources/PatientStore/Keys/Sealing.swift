import Crypto
import Foundation

/// Encrypts and authenticates with AES-256-GCM under a fresh nonce of 96 bits.
///
/// A label goes in as associated data, so that a ciphertext put elsewhere does not open.
struct Sealing: Sendable {
  let randomBytes: @Sendable (Int) -> [UInt8]

  /// Nonce, ciphertext and tag as one.
  func seal(_ plain: Data, under key: SymmetricKey, label: String) -> Data? {
    guard let nonce = try? AES.GCM.Nonce(data: randomBytes(12)),
      let box = try? AES.GCM.seal(
        plain, using: key, nonce: nonce, authenticating: Data(label.utf8))
    else { return nil }
    return box.combined
  }

  /// The plain bytes; nil if key, label or a single bit is not what it was.
  static func open(_ sealed: Data, under key: SymmetricKey, label: String) -> Data? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: Data(label.utf8))
  }
}
