internal import Crypto

/// The SHA-256 of some bytes, in lower-case hexadecimal.
public enum ContentHash {
  /// The hash of some bytes.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The hash of a text as UTF-8.
  public static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }
}
