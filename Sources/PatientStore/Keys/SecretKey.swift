import Crypto
import Foundation

/// A key of 256 bits that may itself be wrapped under another.
struct SecretKey: Sendable {
  let bytes: Data
  let key: SymmetricKey

  /// Takes 32 bytes.
  init(_ bytes: Data) {
    self.bytes = bytes
    key = SymmetricKey(data: bytes)
  }
}
