/// A `.tbi`, `.csi` or `.bai` index: for each contig, which parts of the BGZF file hold which positions.
///
/// Read whole and kept as bytes; contigs are decoded when asked for.
struct VariantIndex {
  /// A run of records in the file, by virtual offset; `end` is the offset after the last.
  struct Chunk: Hashable {
    var contig: Int
    var start: UInt64
    var end: UInt64
  }

  /// Where the index was read from.
  let path: String
  /// The contig names stored in the index; empty in an index of a BCF or BAM file.
  private(set) var names: [String] = []
  /// The end of the last record at the time of indexing, or nil without any record.
  private(set) var dataEnd: UInt64?
  private let bytes: [UInt8]
  private var hasLinearIndex = false
  private var minimumShift = 14
  private var depth = 5
  private var sections: [Int] = []

  /// Decodes an uncompressed index; nil if it is none of these, or is cut short.
  init?(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    var reader = IndexReader(bytes)
    switch reader.word() {
    case 0x0149_4254:
      hasLinearIndex = true
      guard let count = reader.count() else { return nil }
      guard readNames(&reader, expecting: count) else { return nil }
      guard readSections(&reader, count: count) else { return nil }
    case 0x0149_4142:
      hasLinearIndex = true
      guard let count = reader.count(), readSections(&reader, count: count) else { return nil }
    case 0x0149_5343:
      guard let shift = reader.count(), let levels = reader.count(), let extra = reader.count(),
        (1...40).contains(shift), (1...10).contains(levels)
      else { return nil }
      minimumShift = shift
      depth = levels
      let after = reader.offset + extra
      if extra >= 28, !readNames(&reader, expecting: nil) { return nil }
      reader.offset = after
      guard let count = reader.count(), readSections(&reader, count: count) else { return nil }
    default: return nil
    }
  }

  /// The chunks that may hold records overlapping any of some spans, 1-based and closed, of a
  /// contig.
  func chunks(contig: Int, spans: [(start: Int, end: Int)]) -> [Chunk] {
    guard !spans.isEmpty, sections.indices.contains(contig) else { return [] }
    var reader = IndexReader(bytes)
    reader.offset = sections[contig]
    var bins: [Bin] = []
    for _ in 0..<(reader.count() ?? 0) {
      guard let bin = readBin(&reader) else { return [] }
      bins.append(bin)
    }
    let windows = reader
    var found: [Chunk] = []
    for span in spans {
      let leaf = firstBin(level: depth) + (span.start - 1) >> minimumShift
      let least = hasLinearIndex ? linearOffset(span.start, windows) : binOffset(upTo: leaf, bins)
      for bin in bins where covers(bin: bin.number, start: span.start - 1, end: span.end - 1) {
        for chunk in bin.chunks where chunk.end > least {
          found.append(
            Chunk(contig: contig, start: max(chunk.start, least), end: chunk.end))
        }
      }
    }
    return found
  }

  /// The least offset of a record that reaches a position, from the linear index of a TBI.
  private func linearOffset(_ start: Int, _ windows: IndexReader) -> UInt64 {
    var reader = windows
    guard let count = reader.count() else { return 0 }
    let window = (start - 1) >> minimumShift
    guard window < count else { return 0 }
    reader.offset += 8 * window
    return reader.long() ?? 0
  }

  /// The same from the bins of a CSI: that of the last leaf at or before the position's.
  private func binOffset(upTo leaf: Int, _ bins: [Bin]) -> UInt64 {
    let firstLeaf = firstBin(level: depth)
    return bins.lazy.filter { $0.number >= firstLeaf && $0.number <= leaf }
      .max { $0.number < $1.number }?.loffset ?? 0
  }

  /// The number of contigs the index has a section for.
  var contigCount: Int { sections.count }

  /// Whether the index lists any record on a contig.
  func hasRecords(contig: Int) -> Bool {
    guard sections.indices.contains(contig) else { return false }
    var reader = IndexReader(bytes)
    reader.offset = sections[contig]
    return (reader.count() ?? 0) > 0
  }

  private func firstBin(level: Int) -> Int { ((1 << (3 * level)) - 1) / 7 }

  /// Whether a bin overlaps 0-based bases `start...end`.
  private func covers(bin: Int, start: Int, end: Int) -> Bool {
    var level = depth
    while level > 0, firstBin(level: level) > bin { level -= 1 }
    guard bin < firstBin(level: depth + 1) else { return false }
    let shift = minimumShift + 3 * (depth - level)
    let index = bin - firstBin(level: level)
    return index << shift <= end && start < (index + 1) << shift
  }

  private mutating func readNames(_ reader: inout IndexReader, expecting count: Int?) -> Bool {
    reader.offset += 24
    guard let length = reader.count(), let text = reader.take(length) else { return false }
    names = text.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
    return count == nil || count == names.count
  }

  private mutating func readSections(_ reader: inout IndexReader, count: Int) -> Bool {
    let binLimit = firstBin(level: depth + 1)
    for _ in 0..<count {
      sections.append(reader.offset)
      guard let bins = reader.count() else { return false }
      for _ in 0..<bins {
        guard let (number, _, chunks) = readBinHead(&reader) else { return false }
        let next = reader.offset + 16 * chunks
        // The bin past the last counts records instead of placing them.
        if number < binLimit {
          for chunk in 0..<chunks {
            reader.offset = next - 16 * (chunks - chunk) + 8
            dataEnd = max(dataEnd ?? 0, reader.long() ?? 0)
          }
        }
        reader.offset = next
      }
      if hasLinearIndex {
        guard let windows = reader.count(), reader.take(8 * windows) != nil else { return false }
      }
    }
    return true
  }

  /// A bin's number, the offset a CSI gives it, and how many chunks follow.
  private func readBinHead(
    _ reader: inout IndexReader
  ) -> (number: Int, loffset: UInt64, chunks: Int)? {
    guard let number = reader.word() else { return nil }
    var loffset: UInt64 = 0
    if !hasLinearIndex {
      guard let offset = reader.long() else { return nil }
      loffset = offset
    }
    guard let count = reader.count(), count <= (bytes.count - reader.offset) / 16 else {
      return nil
    }
    return (Int(number), loffset, count)
  }

  private func readBin(_ reader: inout IndexReader) -> Bin? {
    guard let (number, loffset, count) = readBinHead(&reader) else { return nil }
    var chunks: [(start: UInt64, end: UInt64)] = []
    chunks.reserveCapacity(count)
    for _ in 0..<count {
      guard let start = reader.long(), let end = reader.long() else { return nil }
      chunks.append((start, end))
    }
    return Bin(number: number, loffset: loffset, chunks: chunks)
  }

  private struct Bin {
    let number: Int
    let loffset: UInt64
    let chunks: [(start: UInt64, end: UInt64)]
  }
}
