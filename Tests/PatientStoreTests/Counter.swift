import Synchronization

/// Bytes that count up, in place of random ones.
final class Counter: Sendable {
  private let value = Mutex<UInt64>(0)

  func next(_ count: Int) -> [UInt8] {
    value.withLock { value in
      (0..<count).map { _ in
        value &+= 1
        return UInt8(truncatingIfNeeded: value &* 0x9E37_79B9_7F4A_7C15 >> 56)
      }
    }
  }
}
