import Crypto
import CryptoExtras
import Foundation

/// How hard a passphrase is to guess: the parameters of scrypt (RFC 7914).
///
/// Memory needed is about 128 · n · r bytes.
public struct ScryptCost: Sendable, Hashable, Codable {
  /// N, a power of two from 2 to 2²⁰.
  public var n: Int
  /// The block size r, 1 to 32.
  public var r: Int
  /// The parallelism p, 1 to 16.
  public var p: Int

  /// Makes a cost.
  public init(n: Int, r: Int = 8, p: Int = 1) {
    self.n = n
    self.r = r
    self.p = p
  }

  /// For a store's passphrase: 128 MiB, OWASP's first choice.
  public static let passphrase = ScryptCost(n: 1 << 17)
  /// For a user's password: 32 MiB three times, OWASP's equal of the first choice.
  public static let password = ScryptCost(n: 1 << 15, p: 3)
  /// No protection at all; for tests, which make many stores.
  public static let forTests = ScryptCost(n: 2, r: 1)

  /// Whether the values are ones that a sane file holds.
  var isPossible: Bool {
    (2...(1 << 20)).contains(n) && n & (n - 1) == 0 && (1...32).contains(r) && (1...16).contains(p)
  }

  /// Derives 32 bytes; nil if the parameters or the memory at hand do not allow it.
  func bytes(_ secret: String, salt: Data) -> Data? {
    guard isPossible, !secret.isEmpty else { return nil }
    // Composed and decomposed accents are one passphrase, whatever keyboard it was typed on.
    let words = Data(secret.precomposedStringWithCanonicalMapping.utf8)
    guard
      let key = try? KDF.Scrypt.deriveKey(
        from: words, salt: salt, outputByteCount: 32, rounds: n, blockSize: r, parallelism: p)
    else { return nil }
    // A key does not give its bytes away; a hash under it serves as well.
    return Data(
      HMAC<SHA256>.authenticationCode(for: Data("stardose scrypt".utf8), using: key))
  }
}
