/// A change of a text: some bytes go, others come; everything around stays as it is.
package struct Patch: Sendable, Hashable {
  /// The offset in the text.
  package let at: Int
  /// How many bytes go from there on.
  package let removing: Int
  /// Where the bytes that come lie among those of the list.
  fileprivate let bytes: Range<Int>
}

/// The changes of a stretch of text, in its order and without overlap.
package struct PatchList: ~Copyable {
  /// The changes.
  package private(set) var patches: [Patch] = []
  private var bytes = ByteScratch(capacity: 1 << 16)

  /// Starts empty.
  package init() {}

  /// Whether nothing changes.
  package var isEmpty: Bool { patches.isEmpty }

  /// Forgets all changes.
  package mutating func removeAll() {
    patches.removeAll(keepingCapacity: true)
    bytes.truncate(to: 0)
  }

  /// Puts bytes in place of a range.
  package mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    let start = bytes.count
    bytes.append(new)
    patches.append(Patch(at: range.lowerBound, removing: range.count, bytes: start..<bytes.count))
  }

  /// Puts a range of scratch bytes in place of a range.
  package mutating func replace(
    _ range: Range<Int>, with new: borrowing ByteScratch, _ part: Range<Int>
  ) {
    let start = bytes.count
    bytes.append(new, part)
    patches.append(Patch(at: range.lowerBound, removing: range.count, bytes: start..<bytes.count))
  }

  /// Takes over the changes of another text of which a part lies in this one.
  ///
  /// - Parameters:
  ///   - other: changes of the other text.
  ///   - shift: what to add to its offsets for those of this text.
  ///   - bounds: the part of this text it covers; bytes come where the change begins.
  package mutating func take(_ other: borrowing PatchList, shift: Int, within bounds: Range<Int>) {
    for patch in other.patches {
      let from = patch.at + shift
      let first = max(from, bounds.lowerBound)
      let kept = first..<max(min(from + patch.removing, bounds.upperBound), first)
      if bounds.contains(from) {
        replace(kept, with: other.bytes, patch.bytes)
      } else if !kept.isEmpty {
        replace(kept, with: [])
      }
    }
  }

  /// The parts of a range that no change takes away.
  package func untouched(in range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var cursor = range.lowerBound
    for patch in patches where patch.at >= range.lowerBound && patch.at < range.upperBound {
      if patch.at > cursor { parts.append(cursor..<patch.at) }
      cursor = max(cursor, patch.at + patch.removing)
    }
    if cursor < range.upperBound { parts.append(cursor..<range.upperBound) }
    return parts
  }

  /// A range of a text with its changes, beginning with the one numbered `first`.
  ///
  /// - Parameter includesEnd: whether bytes that come right behind the range belong to it, as
  ///   those right behind the whole text do.
  package func applied(
    to text: [UInt8], _ range: Range<Int>, from first: Int = 0, includesEnd: Bool = false
  ) -> [UInt8] {
    let isWhole = includesEnd || range.upperBound == text.count
    var last = first
    var size = range.count
    while last < patches.count, patches[last].at < range.upperBound || isWhole {
      let patch = patches[last]
      size += patch.bytes.count
      size -= max(min(patch.at + patch.removing, range.upperBound) - patch.at, 0)
      last += 1
    }
    return unsafe [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, count in
      guard let target = buffer.baseAddress else { return }
      var cursor = range.lowerBound
      unsafe text.withUnsafeBufferPointer { source in
        guard let start = source.baseAddress else { return }
        precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
        for index in first..<last {
          let patch = patches[index]
          if patch.at > cursor {
            // Safe: the text has the bytes, and `size` counts them.
            precondition(count + patch.at - cursor + patch.bytes.count <= buffer.count)
            unsafe (target + count).update(from: start + cursor, count: patch.at - cursor)
            count += patch.at - cursor
          }
          precondition(count + patch.bytes.count <= buffer.count)
          unsafe bytes.copy(patch.bytes, to: target + count)
          count += patch.bytes.count
          cursor = max(cursor, patch.at + patch.removing)
        }
        if cursor < range.upperBound {
          precondition(count + range.upperBound - cursor <= buffer.count)
          // Safe: the text has the bytes, and `size` counts them.
          unsafe (target + count).update(from: start + cursor, count: range.upperBound - cursor)
          count += range.upperBound - cursor
        }
      }
    }
  }
}
