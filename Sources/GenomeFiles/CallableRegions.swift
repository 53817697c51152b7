public import Genome

/// The stretches of the genome that a caller looked at, from a BED file.
///
/// Within them a position without a record may be read as reference.
public struct CallableRegions: Sendable, Hashable {
  /// The regions, merged.
  public let regions: TargetRegions

  /// Regions from intervals in any order.
  public init(_ intervals: [GenomicInterval]) { regions = TargetRegions(intervals) }

  /// Reads a BED file, plain or compressed: 0-based starts, half-open ends.
  ///
  /// Lines on contigs outside the primary 25 are skipped, as are comments, `track` and `browser`
  /// lines and regions without a base.
  ///
  /// - Parameter path: a path, or `-` for standard input.
  /// - Throws: if the file can't be read or a line is not a region.
  public init(path: String) throws(GenomeFileError) {
    let stream = try CompressedStream(path: path)
    try stream.checkEndBlock()
    var lines = LineBuffer()
    var intervals: [GenomicInterval] = []
    var number = 0
    while let line = try unsafe lines.next(from: stream) {
      number += 1
      let text = unsafe String(decoding: line, as: UTF8.self)
      do {
        if let interval = try Self.interval(line: text) { intervals.append(interval) }
      } catch {
        throw GenomeFileError(error.kind, path: path, line: number)
      }
    }
    try stream.checkEndReached()
    self.init(intervals)
  }

  /// Whether every base from `start` to `end`, 1-based and both included, is callable.
  public func contains(contig: Contig, start: Position, end: Position) -> Bool {
    regions.contains(contig: contig, start: start, end: end)
  }

  private static func interval(
    line: String
  ) throws(GenomeFileError.Rejection) -> GenomicInterval? {
    let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
    guard let first = fields.first, !first.hasPrefix("#"), first != "track", first != "browser"
    else { return nil }
    guard fields.count >= 3 else {
      throw .init(
        .regionMalformed(
          "the line has \(fields.count) columns, a BED line has contig, start and end: "
            + quoted(line)))
    }
    guard let start = Int(fields[1]), let end = Int(fields[2]), start >= 0 else {
      throw .init(
        .regionMalformed(
          "start and end are \(quoted(String(fields[1]))) and \(quoted(String(fields[2]))), "
            + "not whole numbers from 0 up"))
    }
    guard start <= end else {
      throw .init(
        .regionMalformed("the end \(end) comes before the start \(start); swap them"))
    }
    guard let contig = Contig(name: first), let firstBase = Position(start + 1),
      let lastBase = Position(end)
    else { return nil }
    return GenomicInterval(contig: contig, start: firstBase, end: lastBase)
  }
}
