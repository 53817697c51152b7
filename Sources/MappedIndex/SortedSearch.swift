extension Span<UInt64> {
  /// The index of the first key that is not below `key`, or `count`; the keys must be sorted.
  ///
  /// - Complexity: O(log *n*).
  package func firstIndex(notBelow key: UInt64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if self[middle] < key { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The indices of all keys in a closed range; the keys must be sorted.
  ///
  /// - Complexity: O(log *n*).
  package func indices(from first: UInt64, through last: UInt64) -> Range<Int> {
    guard first <= last else { return 0..<0 }
    let start = firstIndex(notBelow: first)
    let end = last == .max ? count : firstIndex(notBelow: last + 1)
    // In columns that are not sorted the ends can cross; that must not stop the process.
    return start..<max(start, end)
  }
}

extension BytePool {
  /// The index of the first string that is not below `bytes`, or `count`; the strings must be sorted.
  ///
  /// - Complexity: O(log *n*).
  package func firstIndex(notBelow bytes: [UInt8]) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if span(at: middle).isBelow(bytes) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Span<UInt8> {
  fileprivate func isBelow(_ other: [UInt8]) -> Bool {
    for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
      return self[index] < other[index]
    }
    return count < other.count
  }

  /// Whether it begins with some bytes.
  package func starts(with other: [UInt8]) -> Bool {
    count >= other.count && other.indices.allSatisfy { self[$0] == other[$0] }
  }

  /// Whether it is the same bytes.
  package func isEqual(to other: [UInt8]) -> Bool {
    count == other.count && starts(with: other)
  }
}
