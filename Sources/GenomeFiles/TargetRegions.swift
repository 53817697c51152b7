public import Genome

/// The stretches of the genome a scan looks for: merged, sorted, on primary contigs.
public struct TargetRegions: Sendable, Hashable {
  /// First bases by contig code, 1-based, ascending.
  private(set) var starts: [[Int]]
  /// Last bases by contig code, 1-based and included, ascending.
  private(set) var ends: [[Int]]
  /// Whether every record is wanted, also those outside the primary contigs.
  public let coversEverything: Bool

  /// Regions made from intervals in any order; those that touch or overlap become one.
  public init(_ intervals: [GenomicInterval]) {
    starts = Array(repeating: [], count: 26)
    ends = starts
    coversEverything = false
    for interval in intervals.sorted() {
      let contig = Int(interval.contig.code)
      if let last = ends[contig].last, interval.start.value <= last + 1 {
        ends[contig][ends[contig].count - 1] = max(last, interval.end.value)
      } else {
        starts[contig].append(interval.start.value)
        ends[contig].append(interval.end.value)
      }
    }
  }

  private init(everything: Void) {
    starts = Array(repeating: [], count: 26)
    ends = starts
    coversEverything = true
  }

  /// Every record of a file, also those on contigs outside the primary 25.
  public static let everything = TargetRegions(everything: ())

  /// The merged intervals in genome order; empty for `everything`.
  public var intervals: [GenomicInterval] {
    (1...25).flatMap { code in
      zip(starts[code], ends[code]).compactMap { start, end in
        guard let contig = Contig(code: UInt8(code)), let first = Position(start),
          let last = Position(end)
        else { return nil }
        return GenomicInterval(contig: contig, start: first, end: last)
      }
    }
  }

  /// Whether nothing is wanted.
  public var isEmpty: Bool { !coversEverything && starts.allSatisfy(\.isEmpty) }

  /// Whether any base from `start` to `end`, 1-based and both included, is wanted.
  ///
  /// - Complexity: O(log n) in the regions of the contig.
  public func overlaps(contig: Contig, start: Position, end: Position) -> Bool {
    if coversEverything { return true }
    let code = Int(contig.code)
    let index = firstIndex(code: code, endingAtOrAfter: start.value)
    return index < starts[code].count && starts[code][index] <= end.value
  }

  /// Whether every base from `start` to `end`, 1-based and both included, is wanted.
  ///
  /// - Complexity: O(log n) in the regions of the contig.
  public func contains(contig: Contig, start: Position, end: Position) -> Bool {
    if coversEverything { return true }
    let code = Int(contig.code)
    let index = firstIndex(code: code, endingAtOrAfter: start.value)
    return index < starts[code].count && starts[code][index] <= start.value
      && end.value <= ends[code][index]
  }

  /// The regions of a contig, those with at most `gap` bases between them made one.
  func spans(on contig: Contig, bridging gap: Int) -> [(start: Int, end: Int)] {
    var spans: [(start: Int, end: Int)] = []
    for (start, end) in zip(starts[Int(contig.code)], ends[Int(contig.code)]) {
      if let last = spans.last, start - last.end <= gap {
        spans[spans.count - 1].end = end
      } else {
        spans.append((start, end))
      }
    }
    return spans
  }

  /// The first region of a contig that ends at or after a 1-based position.
  func firstIndex(code: Int, endingAtOrAfter position: Int) -> Int {
    var low = 0
    var high = ends[code].count
    while low < high {
      let middle = (low + high) / 2
      if ends[code][middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
