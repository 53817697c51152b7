internal import Genome
internal import MappedIndex

/// The places of one assembly where a variant record could matter, in columns sorted by place.
struct PositionIndex: Sendable {
  private let starts: Column<UInt64>
  private let ends: Column<UInt32>
  private let genes: Column<UInt16>
  private let positions: Column<UInt32>
  /// The largest footprint in bases; an overlap can't begin further left than that.
  private let longest: Column<UInt64>

  /// The place as one number that sorts by contig, then coordinate.
  static func key(_ contig: Contig, _ position: Int) -> UInt64 {
    UInt64(contig.code) << 32 | UInt64(UInt32(clamping: position))
  }

  /// Opens the columns of an assembly.
  init(_ file: IndexFile, _ assembly: Assembly, geneCount: Int) throws(MappedIndexError) {
    let names = KnowledgeLayout.ColumnNames(assembly)
    starts = try file.column(names.start, of: UInt64.self)
    ends = try file.column(names.end, of: UInt32.self)
    genes = try file.column(names.gene, of: UInt16.self)
    positions = try file.column(names.position, of: UInt32.self)
    longest = try file.column(names.longest, of: UInt64.self)
    let lengths = [ends.count, genes.count, positions.count]
    guard lengths.allSatisfy({ $0 == starts.count }), longest.count == 1,
      genes.copied().allSatisfy({ $0 < geneCount })
    else {
      throw MappedIndexError(
        .damaged("the position columns of \(assembly) do not fit together"), place: file.path)
    }
  }

  /// All positions whose footprint shares a base with an interval, from left to right.
  func overlapping(_ interval: GenomicInterval) -> [PositionReference] {
    let reach = Int(clamping: longest[0]) - 1
    let first = Self.key(interval.contig, max(1, interval.start.value - reach))
    let last = Self.key(interval.contig, interval.end.value)
    var found: [PositionReference] = []
    for index in starts.span.indices(from: first, through: last)
    where Int(ends[index]) >= interval.start.value {
      found.append(PositionReference(gene: Int(genes[index]), position: Int(positions[index])))
    }
    return found
  }

  /// Every footprint once, from left to right.
  func footprints() -> [GenomicInterval] {
    var intervals: [GenomicInterval] = []
    for index in 0..<starts.count {
      let key = starts[index]
      guard let contig = Contig(code: UInt8(truncatingIfNeeded: key >> 32)),
        let start = Position(Int(key & 0xFFFF_FFFF)), let end = Position(Int(ends[index])),
        let interval = GenomicInterval(contig: contig, start: start, end: end),
        interval != intervals.last
      else { continue }
      intervals.append(interval)
    }
    return intervals
  }
}
