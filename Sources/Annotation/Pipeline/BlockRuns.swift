internal import GenomeFiles

/// The blocks of a piece in their order: those in which nothing changes, and runs of those in which
/// something does.
struct BlockRuns: Sequence {
  enum Run: Hashable {
    /// A block that is passed on as it was stored.
    case untouched(BlockBounds)
    /// Text to be made anew, and the number of its first change.
    case touched(Range<Int>, firstPatch: Int)
  }

  private let runs: [Run]

  /// Sorts blocks by whether a change lies in them; empty ones, which mark the end of a file that
  /// was joined to the next, are left out.
  init(_ blocks: [BlockBounds], _ patches: [Patch]) {
    let full = blocks.filter { !$0.text.isEmpty }
    var runs: [Run] = []
    var patch = 0
    // Bytes removed from an earlier block on reach up to here.
    var reach = 0
    for (number, block) in full.enumerated() {
      let first = patch
      while patch < patches.count, patches[patch].at < block.text.upperBound {
        reach = Swift.max(reach, patches[patch].at + patches[patch].removing)
        patch += 1
      }
      // Bytes that come behind the last text belong to the last block.
      let isBehind = number == full.count - 1 && patch < patches.count
      guard patch > first || isBehind || reach > block.text.lowerBound else {
        runs.append(.untouched(block))
        continue
      }
      if case .touched(let text, let before)? = runs.last {
        runs[runs.count - 1] = .touched(
          text.lowerBound..<block.text.upperBound, firstPatch: before)
      } else {
        runs.append(.touched(block.text, firstPatch: first))
      }
    }
    self.runs = runs
  }

  func makeIterator() -> IndexingIterator<[Run]> { runs.makeIterator() }
}
