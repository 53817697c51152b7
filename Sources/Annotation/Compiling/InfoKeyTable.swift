/// Finds wanted INFO keys in a line by a hash of their bytes, however many are wanted.
struct InfoKeyTable {
  /// The keys by slot.
  let keys: [[UInt8]]
  private var slots: [Int]
  private let mask: Int

  init(_ names: [String]) {
    keys = names.map { Array($0.utf8) }
    var size = 8
    while size < 4 * names.count { size *= 2 }
    mask = size - 1
    slots = [Int](repeating: -1, count: size)
    for (slot, key) in keys.enumerated() {
      var hash = Self.seed
      for byte in key { hash = Self.step(hash, byte) }
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// The hash of no bytes.
  static let seed: UInt32 = 0x811C_9DC5

  /// The hash with one more byte.
  @inline(__always) static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    var next = (hash ^ UInt32(byte)) &* 0x0100_0193
    next ^= next >> 15
    return next
  }

  /// The slot of a key in a line, given its hash; nil if it is not wanted.
  @inline(__always) func slot(_ text: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int? {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      guard slot >= 0 else { return nil }
      if matches(text, range, slot) { return slot }
      place = (place + 1) & mask
    }
  }

  private func matches(_ text: Span<UInt8>, _ range: Range<Int>, _ slot: Int) -> Bool {
    guard keys[slot].count == range.count else { return false }
    for index in range where text[index] != keys[slot][index - range.lowerBound] { return false }
    return true
  }
}
