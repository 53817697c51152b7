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

  /// Where a stretch lies.
  enum Place: Hashable {
    /// On a chromosome.
    case chromosome(GenomicInterval)
    /// On a sequence beside them, with its number in the file's header.
    case alternate(AlternateInterval, contigIndex: Int)
  }

  let purpose: Purpose
  let place: Place
  /// The first base, 1-based.
  let start: Int
  /// The last base, 1-based and included.
  let end: Int
  var windows: [DepthWindow]
  /// The bases that reads with a sure place cover, and the sum of the squares of what each covers.
  private(set) var covered = 0.0
  private(set) var squares = 0.0

  init(_ purpose: Purpose, _ place: Place) {
    self.purpose = purpose
    self.place = place
    (start, end) =
      switch place {
      case .chromosome(let interval): (interval.start.value, interval.end.value)
      case .alternate(let interval, _): (interval.start.value, interval.end.value)
      }
    windows = DepthWindow.windows(start: start, end: end)
  }

  /// Where it lies on a chromosome; nil elsewhere.
  var interval: GenomicInterval? {
    if case .chromosome(let interval) = place { interval } else { nil }
  }

  /// Where it lies beside the chromosomes; nil on one of them.
  var alternate: AlternateInterval? {
    if case .alternate(let interval, _) = place { interval } else { nil }
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
      (base - start) * windows.count / (end - start + 1)
    var index = min(max(guess, 0), windows.count - 1)
    while windows[index].start > base { index -= 1 }
    while windows[index].end < base { index += 1 }
    return index
  }
}
