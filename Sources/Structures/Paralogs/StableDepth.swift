internal import Genome
internal import GenomeFiles

/// The depth of stretches that nearly everyone has twice.
///
/// Depth is the median over bins of 500 bases that reads reach; a stretch the file does not hold is
/// left out, and so can't look like a deletion.
struct StableDepth: Sendable {
  private let intervals: [GenomicInterval]
  private var bins: [[Int]]
  /// The number of alignments in them.
  private(set) var readCount = 0
  private static let width = 500

  init(_ intervals: [GenomicInterval]) {
    self.intervals = intervals
    bins = intervals.map {
      [Int](repeating: 0, count: ($0.end.value - $0.start.value) / Self.width + 1)
    }
  }

  mutating func add(_ read: AlignedRead) {
    guard let contig = read.contig, !read.flags.contains(.unmapped), read.end >= read.start else {
      return
    }
    for (index, interval) in intervals.enumerated()
    where interval.contig == contig && read.start <= interval.end.value
      && read.end >= interval.start.value
    {
      readCount += 1
      var from = max(read.start, interval.start.value)
      let end = min(read.end, interval.end.value)
      while from <= end {
        let bin = (from - interval.start.value) / Self.width
        let last = min(end, interval.start.value + (bin + 1) * Self.width - 1)
        bins[index][bin] += last - from + 1
        from = last + 1
      }
    }
  }

  /// Whether depth falls off along a stretch as it does where a file holds the reads of a place only.
  var isTapering: Bool {
    bins.contains { list in
      let used = list.filter { $0 > 0 }
      guard used.count >= 9 else { return false }
      let third = used.count / 3
      let first = Double(used.prefix(third).reduce(0, +))
      let last = Double(used.suffix(third).reduce(0, +))
      return max(first, last) > 1.7 * min(first, last)
    }
  }

  /// The mean depth of both copies together, and on how many bases it rests; nil without bins.
  var perTwoCopies: (depth: Double, bases: Int)? {
    var depths: [Double] = []
    for list in bins {
      // The first and last bin in use may be half outside the file.
      guard let first = list.firstIndex(where: { $0 > 0 }),
        let last = list.lastIndex(where: { $0 > 0 }), last - first >= 4
      else { continue }
      depths += list[(first + 1)..<last].map { Double($0) / Double(Self.width) }
    }
    guard depths.count >= 6 else { return nil }
    depths.sort()
    let middle = depths[depths.count / 4..<depths.count - depths.count / 4]
    let mean = middle.reduce(0, +) / Double(middle.count)
    return mean > 0 ? (mean, depths.count * Self.width) : nil
  }
}
