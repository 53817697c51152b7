internal import Genome
internal import Knowledge

/// A stretch whose depth is measured: a yardstick or a part of a gene.
struct DepthTarget {
  /// What a stretch is measured for.
  enum Purpose: Hashable {
    /// Yardstick of a kind.
    case stable(StableRegion.Role)
    /// Interval of a gene, by its indices among the copy events and their intervals.
    case interval(gene: Int, index: Int)
  }

  let purpose: Purpose
  let place: GenomicInterval
  var windows: [DepthWindow]
  /// The bases that reads with a sure place cover, and the sum of the squares of what each covers.
  private(set) var covered = 0.0
  private(set) var squares = 0.0

  init(_ purpose: Purpose, _ place: GenomicInterval) {
    self.purpose = purpose
    self.place = place
    windows = DepthWindow.windows(start: place.start.value, end: place.end.value)
  }

  /// The bases with which one read counts on average, weighted so that the variance of the covered
  /// sum is that of as many independent reads (compound Poisson): Σc² ÷ Σc.
  var basesPerRead: Double? { covered > 0 ? squares / covered : nil }

  /// Counts one read's share.
  mutating func count(_ bases: Int) {
    covered += Double(bases)
    squares += Double(bases) * Double(bases)
  }

  /// The window that holds a base, by its index.
  func window(holding base: Int) -> Int {
    let guess =
      (base - place.start.value) * windows.count / (place.end.value - place.start.value + 1)
    var index = min(max(guess, 0), windows.count - 1)
    while windows[index].start > base { index -= 1 }
    while windows[index].end < base { index += 1 }
    return index
  }
}
