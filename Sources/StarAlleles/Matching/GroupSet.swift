/// A set of phase groups; sixty-four or fewer take no memory of their own.
struct GroupSet {
  private var low: UInt64
  private var rest: [UInt64]
  private let count: Int

  /// All groups from 0 to `count` - 1.
  init(full count: Int) {
    self.count = count
    low = Self.word(0, of: count)
    rest = count <= 64 ? [] : (1..<(count + 63) / 64).map { Self.word($0, of: count) }
  }

  mutating func remove(_ group: Int) {
    if group < 64 {
      low &= ~(1 << UInt64(group))
    } else {
      rest[group / 64 - 1] &= ~(1 << UInt64(group % 64))
    }
  }

  func contains(_ group: Int) -> Bool {
    (group < 64 ? low : rest[group / 64 - 1]) >> UInt64(group % 64) & 1 == 1
  }

  /// Whether every group is in one of the two sets.
  func isFull(joinedWith other: GroupSet) -> Bool {
    low | other.low == Self.word(0, of: count)
      && rest.indices.allSatisfy { rest[$0] | other.rest[$0] == Self.word($0 + 1, of: count) }
  }

  /// Whether every group is both here and in `a`, or both in `b` and in `c`.
  func covers(with a: GroupSet, or b: GroupSet, with c: GroupSet) -> Bool {
    (low & a.low) | (b.low & c.low) == Self.word(0, of: count)
      && rest.indices.allSatisfy {
        (rest[$0] & a.rest[$0]) | (b.rest[$0] & c.rest[$0]) == Self.word($0 + 1, of: count)
      }
  }

  private static func word(_ index: Int, of count: Int) -> UInt64 {
    let bits = count - index * 64
    return bits >= 64 ? .max : bits <= 0 ? 0 : (1 << UInt64(bits)) - 1
  }
}
