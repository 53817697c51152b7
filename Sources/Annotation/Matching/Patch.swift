/// A change of a text: some bytes go, others come; everything around stays as it is.
struct Patch: Hashable {
  /// The offset in the text.
  var at: Int
  /// How many bytes go from there on.
  var removing: Int
  /// Where the bytes that come lie in `PatchList.bytes`.
  var bytes: Range<Int>
}

/// The changes of a stretch of text, in its order and without overlap.
struct PatchList {
  private(set) var patches: [Patch] = []
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { patches.isEmpty }

  mutating func removeAll() {
    patches.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts bytes in place of a range.
  mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    let start = bytes.count
    bytes += new
    patches.append(Patch(at: range.lowerBound, removing: range.count, bytes: start..<bytes.count))
  }

  /// Takes over the changes of another text of which a part lies in this one.
  ///
  /// - Parameters:
  ///   - other: changes of the other text.
  ///   - shift: what to add to its offsets for those of this text.
  ///   - bounds: the part of this text it covers; bytes come where the change begins.
  mutating func take(_ other: PatchList, shift: Int, within bounds: Range<Int>) {
    for patch in other.patches {
      let from = patch.at + shift
      let kept = max(from, bounds.lowerBound)..<max(
        min(from + patch.removing, bounds.upperBound), max(from, bounds.lowerBound))
      if bounds.contains(from) {
        replace(kept, with: Array(other.bytes[patch.bytes]))
      } else if !kept.isEmpty {
        replace(kept, with: [])
      }
    }
  }
}
