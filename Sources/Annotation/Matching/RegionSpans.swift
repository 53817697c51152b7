/// Stretches of one contig, sorted and merged, so that one search tells whether any is met.
struct RegionSpans: Sendable, Hashable {
  private let starts: [Int]
  private let ends: [Int]

  /// Sorts and merges stretches, 1-based and closed.
  init(_ spans: [ClosedRange<Int>]) {
    var starts: [Int] = []
    var ends: [Int] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ends.last, span.lowerBound <= last {
        ends[ends.count - 1] = max(last, span.upperBound)
      } else {
        starts.append(span.lowerBound)
        ends.append(span.upperBound)
      }
    }
    self.starts = starts
    self.ends = ends
  }

  /// Whether any stretch holds a base from `first` to `last`.
  func overlaps(_ first: Int, _ last: Int) -> Bool {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < starts.count && starts[low] <= last
  }
}
