/// A stretch of one contig, 1-based and closed: both ends belong to it.
public struct GenomicInterval: Sendable, Hashable, Comparable {
  /// The contig the interval lies on.
  public let contig: Contig
  /// The first base, 1-based.
  public let start: Position
  /// The last base, 1-based, not before `start`.
  public let end: Position

  /// The interval, or nil if `end` comes before `start`.
  public init?(contig: Contig, start: Position, end: Position) {
    guard start <= end else { return nil }
    self.contig = contig
    self.start = start
    self.end = end
  }

  /// Orders by contig, then start, then end.
  public static func < (left: GenomicInterval, right: GenomicInterval) -> Bool {
    (left.contig, left.start, left.end) < (right.contig, right.start, right.end)
  }
}

extension GenomicInterval: CustomStringConvertible {
  /// Spelled `chr10:94781859-94781860`, 1-based and closed.
  public var description: String { "\(contig):\(start)-\(end)" }
}
