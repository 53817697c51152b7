internal import MappedIndex

/// Lays out up to `capacity` rows of one contig as a block.
///
///     u16 rows, u16 zero, u32 the first start
///     u8 width and i64 base of each of: gaps between starts, short codes, leads, trails
///     u32 escaped codes, u32 spellings, u32 the end of each spelling
///     the four packed arrays, the escaped codes, the spellings' bytes
///     u32 the size of each column; the columns, see `ColumnEncoder`
///
/// A short code is 0...11 for a substitution (REF × 3 + ALT among the other three), 12 for a site,
/// 13 where the code stands among the escaped ones. A lead is how far the start lies behind POS, a
/// trail how many bases the record covers beyond those deleted.
struct BlockEncoder {
  static let capacity = 1024
  /// A block is closed early when its spellings and texts get this long.
  static let byteLimit = 1 << 20
  /// A column tells at most this many styles apart in one block.
  static let styleLimit = 250
  static let siteCode: Int64 = 12
  static let escapeCode: Int64 = 13

  private(set) var starts: [UInt32] = []
  /// The last base that any row covers, 1-based.
  private(set) var lastEnd: UInt32 = 0
  private var gaps: [Int64] = []
  private var codes: [Int64] = []
  private var leads: [Int64] = []
  private var trails: [Int64] = []
  private var escapes: [UInt32] = []
  private var spellings: [[UInt8]] = []
  private var columns: [ColumnEncoder]
  private var byteCount = 0
  /// The least and greatest lead so far, over all blocks.
  private(set) var leadRange: ClosedRange<Int64> = 0...0

  init(columnCount: Int) {
    columns = Array(repeating: ColumnEncoder(), count: columnCount)
  }

  var isEmpty: Bool { starts.isEmpty }

  var isFull: Bool {
    starts.count >= Self.capacity || byteCount >= Self.byteLimit
      || columns.contains { $0.styleCount >= Self.styleLimit }
  }

  mutating func append(
    key: EventKey, position: UInt32, length: UInt32, payload: Span<UInt8>
  ) {
    gaps.append(Int64(key.start) - Int64(starts.last ?? key.start))
    starts.append(key.start)
    let short = Self.shortCode(key.code)
    codes.append(short)
    if short == Self.escapeCode { escapes.append(key.code) }
    let lead = Int64(key.start) - Int64(position)
    leads.append(lead)
    leadRange = min(leadRange.lowerBound, lead)...max(leadRange.upperBound, lead)
    trails.append(Int64(length) - lead - Int64(EventCode.deletedCount(key.code) ?? 0))
    lastEnd = max(lastEnd, UInt32(clamping: UInt64(position) + UInt64(max(length, 1)) - 1))
    var offset = 0
    let spelled = RowPayload.readVarint(payload, at: &offset)
    if EventCode.needsSpelling(key.code) {
      spellings.append((offset..<offset + spelled).map { payload[$0] })
    }
    offset += spelled
    for column in columns.indices {
      let count = RowPayload.readVarint(payload, at: &offset)
      if count == 0 {
        columns[column].appendMissing()
      } else {
        columns[column].append(payload.extracting(offset..<offset + count - 1))
        offset += count - 1
      }
    }
    byteCount += payload.count > 256 ? payload.count : 0
  }

  /// The block's bytes; forgets its rows.
  mutating func finish() -> [UInt8] {
    var block: [UInt8] = []
    UInt16(starts.count).append(to: &block)
    UInt16(0).append(to: &block)
    (starts.first ?? 0).append(to: &block)
    let arrays = [gaps, codes, leads, trails]
    var shapes: [(width: Int, base: Int64)] = []
    for array in arrays {
      let base = array.min() ?? 0
      let width = BitPacking.width(of: UInt64(bitPattern: (array.max() ?? 0) &- base))
      shapes.append((width, base))
      block.append(UInt8(width))
      base.append(to: &block)
    }
    UInt32(escapes.count).append(to: &block)
    UInt32(spellings.count).append(to: &block)
    var end: UInt32 = 0
    for spelling in spellings {
      end += UInt32(spelling.count)
      end.append(to: &block)
    }
    for (array, shape) in zip(arrays, shapes) {
      BitPacking.append(array, base: shape.base, width: shape.width, to: &block)
    }
    for code in escapes { code.append(to: &block) }
    for spelling in spellings { block += spelling }
    var laidOut: [UInt8] = []
    for column in columns.indices {
      let before = laidOut.count
      columns[column].finish(into: &laidOut)
      UInt32(laidOut.count - before).append(to: &block)
    }
    block += laidOut
    forget()
    return block
  }

  private mutating func forget() {
    starts.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    leads.removeAll(keepingCapacity: true)
    trails.removeAll(keepingCapacity: true)
    escapes.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    (lastEnd, byteCount) = (0, 0)
  }

  private static func shortCode(_ code: UInt32) -> Int64 {
    if code == EventCode.site { return siteCode }
    // One base goes, one other comes.
    guard code >> 22 == 1 << 4 | 1 else { return escapeCode }
    let reference = code >> 2 & 3, alternate = code & 3
    guard reference != alternate else { return escapeCode }
    return Int64(reference * 3 + (alternate > reference ? alternate - 1 : alternate))
  }

  /// The codes that the short codes 0...12 stand for.
  static let longCodes: [UInt32] =
    (0..<12).map { short in
      let reference = UInt32(short / 3), other = UInt32(short % 3)
      return EventCode.substitution(reference, other >= reference ? other + 1 : other)
    } + [EventCode.site]
}
