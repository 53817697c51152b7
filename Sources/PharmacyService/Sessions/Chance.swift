internal import Foundation

/// Where random bytes come from; tests give their own.
public struct Chance: Sendable {
  private let byte: @Sendable () -> UInt8

  /// Bytes from the given source, one at a time.
  public init(_ byte: @escaping @Sendable () -> UInt8) { self.byte = byte }

  /// Bytes from the system's secure source.
  public static let system = Chance {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  /// A token of 256 random bits, in 64 hexadecimal digits.
  func token() -> String {
    (0..<32).map { _ in
      let text = String(byte(), radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }.joined()
  }
}
