/// The hash of a word's letters and digits, without regard to case.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var count = 0

  init() {}

  /// Hashes a whole word.
  init(_ text: some StringProtocol) {
    for byte in text.utf8 where (48...57).contains(byte) || (97...122).contains(byte | 32) {
      add(byte)
    }
  }

  /// Adds a letter or digit.
  mutating func add(_ byte: UInt8) {
    let lowered = (65...90).contains(byte) ? byte | 32 : byte
    value = (value ^ UInt64(lowered)) &* 0x100_0000_01b3
    count += 1
  }
}
