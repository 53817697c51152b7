internal import Genome

extension VariantFile {
  /// Reads only the chunks that an index gives for the targets, each record once, in file order.
  mutating func jump(
    through index: VariantIndex, targets: TargetRegions, columns: [Int], scan: inout Scan,
    body: (VariantRecord) throws -> Void
  ) throws {
    var line = LineText()
    for chunk in chunks(of: index, targets: targets) {
      try stream.seek(to: chunk.start)
      scan.startOver()
      var isFirst = true
      let contigName = name(of: chunk.contig, in: index)
      while stream.virtualOffset < chunk.end {
        let isWanted =
          isBinary ? try readIndexedBinary(&scan) : try readIndexedText(&scan, line: &line)
        guard let isWanted, !isFirst || scan.isOn(contigNamed: contigName)
        else {
          throw GenomeFileError(.indexStale(index.path), path: path)
        }
        isFirst = false
        if isWanted { try deliver(&scan, ordinal: nil, columns: columns, body: body) }
        if scan.cursor.isExhausted { break }
      }
    }
    try stream.check()
  }

  /// Whether the next line overlaps a target; nil at the end of the file.
  private mutating func readIndexedText(_ scan: inout Scan, line: inout LineText) throws -> Bool? {
    guard try stream.read(line: &line) else { return nil }
    let bytes = unsafe line.bytes
    guard unsafe !bytes.isEmpty else { return false }
    do {
      guard unsafe try scan.admits(bytes) else { return false }
      unsafe try record.parse(bytes, header: names)
      return true
    } catch {
      throw located(error, scan: scan, ordinal: nil)
    }
  }

  /// Whether the next BCF record overlaps a target; nil at the end of the file.
  private mutating func readIndexedBinary(_ scan: inout Scan) throws -> Bool? {
    do {
      guard try record.read(from: stream, header: names) else { return nil }
    } catch {
      try stream.check()
      throw GenomeFileError(error.kind, path: path)
    }
    return try admitsBinary(&scan, hasOrdinal: false)
  }

  /// The chunks for all targets in file order, those that touch or nearly touch made one.
  private func chunks(of index: VariantIndex, targets: TargetRegions) -> [VariantIndex.Chunk] {
    var found: [VariantIndex.Chunk] = []
    var number = 0
    while let name = name(of: number, in: index) {
      if let contig = Contig(name: name) {
        let spans = targets.spans(on: contig, bridging: 1 << 14)
        found += index.chunks(contig: number, spans: spans)
      }
      number += 1
    }
    var merged: [VariantIndex.Chunk] = []
    for chunk in found.sorted(by: { $0.start < $1.start }) {
      if let last = merged.last, last.contig == chunk.contig, chunk.start >> 16 <= last.end >> 16 {
        merged[merged.count - 1].end = max(last.end, chunk.end)
      } else {
        merged.append(chunk)
      }
    }
    return merged
  }

  /// The primary contigs an index lists records on.
  func contigs(of index: VariantIndex) -> Set<Contig> {
    var found: Set<Contig> = []
    var number = 0
    while let name = name(of: number, in: index) {
      if let contig = Contig(name: name), index.hasRecords(contig: number) { found.insert(contig) }
      number += 1
    }
    return found
  }

  /// The name of contig `number` of the index, or nil past the last.
  private func name(of number: Int, in index: VariantIndex) -> String? {
    if isBinary { return Int32(exactly: number).flatMap { names.contigName($0) } }
    return index.names.indices.contains(number) ? index.names[number] : nil
  }
}
