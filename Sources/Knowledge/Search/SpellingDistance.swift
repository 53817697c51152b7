/// How many typing slips lie between one pattern and other words.
///
/// A slip is a letter too many, too few, another one, or two neighbours swapped (optimal string
/// alignment). The letters of the pattern are kept as bit masks and all rows of the table are
/// advanced at once (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances", Nordic Journal of Computing 10, 2003).
package struct SpellingDistance {
  /// The longest pattern, in bytes.
  static let longestPattern = 64

  private let masks: [UInt64]
  private let length: Int

  /// Prepares a pattern of 1 to 64 bytes; nil for any other length.
  package init?(pattern: [UInt8]) {
    guard (1...Self.longestPattern).contains(pattern.count) else { return nil }
    var masks = [UInt64](repeating: 0, count: 256)
    for (index, byte) in pattern.enumerated() { masks[Int(byte)] |= 1 << UInt64(index) }
    self.masks = masks
    length = pattern.count
  }

  /// The slips between the pattern and a word; nil as soon as they are certain to exceed a limit.
  package func slips(to word: Span<UInt8>, atMost limit: Int) -> Int? {
    guard abs(word.count - length) <= limit else { return nil }
    var vertical = UInt64.max
    var negative: UInt64 = 0
    var diagonal: UInt64 = 0
    var previousMask: UInt64 = 0
    var distance = length
    let last: UInt64 = 1 << UInt64(length - 1)
    for index in word.indices {
      let mask = masks[Int(word[index])]
      diagonal =
        (((~diagonal & mask) << 1) & previousMask)
        | (((mask & vertical) &+ vertical) ^ vertical) | mask | negative
      let up = negative | ~(diagonal | vertical)
      let down = diagonal & vertical
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      guard distance - (word.count - index - 1) <= limit else { return nil }
      let shifted = (up << 1) | 1
      vertical = (down << 1) | ~(diagonal | shifted)
      negative = shifted & diagonal
      previousMask = mask
    }
    return distance <= limit ? distance : nil
  }
}
