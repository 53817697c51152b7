import Genome

/// Walks along the targets of one contig as records go by.
struct TargetCursor {
  private let targets: TargetRegions
  private var starts: [Int] = []
  private var ends: [Int] = []
  private var code = 0
  private var next = 0
  private var lastPosition = 0

  init(_ targets: TargetRegions) { self.targets = targets }

  /// Turns to a contig; nil stands for one outside the primary 25.
  mutating func enter(_ contig: Contig?) {
    code = contig.map { Int($0.code) } ?? 0
    starts = targets.starts[code]
    ends = targets.ends[code]
    next = 0
    lastPosition = 0
  }

  /// Whether the contig has no target that ends at or after the last position asked for.
  var isExhausted: Bool { next >= ends.count && !targets.coversEverything }

  /// The first base of the next target that ends at or after `position`, or `Int.max`.
  ///
  /// A record from `position` to `end` is wanted if the answer is at most `end`. Positions that
  /// ascend cost O(1); one that goes back costs a binary search.
  mutating func targetStart(from position: Int) -> Int {
    if targets.coversEverything { return Int.min }
    if position < lastPosition {
      next = targets.firstIndex(code: code, endingAtOrAfter: position)
    }
    lastPosition = position
    while next < ends.count, ends[next] < position { next += 1 }
    return next < starts.count ? starts[next] : Int.max
  }
}
