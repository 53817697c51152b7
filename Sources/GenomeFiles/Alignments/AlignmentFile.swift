internal import Genome

/// A BAM or CRAM file with its index; closed once, at the end.
///
/// Opening reads the header and holds the index against the file. A file that ends before its end
/// block, that has no index or another file's is refused at once. Nothing is fetched from other
/// machines, and nothing is written.
public struct AlignmentFile: ~Copyable {
  /// How much of each alignment is wanted.
  public enum ReadContent: Sendable, Hashable {
    /// All of it.
    case full
    /// Where it lies; no bases, qualities and tags.
    case placement
  }

  /// The path as given.
  public let path: String
  /// What the header says.
  public let header: AlignmentHeader

  let handle: AlignmentHandle
  let index: AlignmentIndex
  let contigs: [Contig?]

  /// Opens a file and its index.
  ///
  /// - Parameters:
  ///   - path: a BAM or CRAM file.
  ///   - reference: the FASTA, with its `.fai` beside it, that a CRAM was made with.
  /// - Throws: if the file can't be read, is cut short, is not BAM or CRAM, or has no fitting index.
  public init(path: String, reference: String? = nil) throws(GenomeFileError) {
    if let reference { _ = try ReferenceSequence(path: reference) }
    let handle = try AlignmentHandle(path: path, reference: reference)
    let (header, places) = AlignmentHeader.read(
      text: handle.headerText, contigs: handle.contigs)
    if handle.isCRAM { handle.keepReferences(local: places) }
    guard !header.contigs.isEmpty else {
      throw GenomeFileError(
        .alignmentHeaderMalformed(
          "the header names no contigs, so the reads are not aligned; align them first"),
        path: path)
    }
    guard header.isSorted ?? true else { throw GenomeFileError(.alignmentsUnsorted, path: path) }
    index = try AlignmentIndex(of: handle, contigCount: header.contigs.count)
    contigs = header.contigs.map { Contig(name: $0.name) }
    self.path = path
    self.header = header
    self.handle = handle
  }

  /// Visits every alignment that shares a base with a region, once, in file order.
  ///
  /// Duplicates, second places and other reads a caller may want to leave out are visited too.
  /// Reads without a place are not.
  ///
  /// - Parameters:
  ///   - regions: where to look; parts on contigs the file lacks are passed over.
  ///   - content: how much of each alignment is wanted.
  ///   - threads: threads for decompression.
  ///   - body: what to do with each alignment; its arrays are reused for the next.
  /// - Returns: the number of alignments visited.
  /// - Throws: if the file is damaged, unsorted or not the index's, or what `body` throws.
  @discardableResult
  public mutating func reads(
    overlapping regions: TargetRegions, content: ReadContent = .full, threads: Int = 1,
    body: (AlignedRead) throws -> Void
  ) throws -> Int {
    handle.decompress(withThreads: threads)
    var visit = AlignmentVisit(content: content)
    if case .slices(let slices, let list) = index, list.isReadWhole(for: regions, contigs) {
      try readAll(slices, regions, &visit, body)
      return visit.count
    }
    for (number, contig) in contigs.enumerated() {
      guard let contig else { continue }
      visit.begin(contig)
      var spans = regions.spans(on: contig, bridging: 1 << 14)
      if case .slices(_, let list) = index { spans = list.joined(spans, contig: number) }
      for span in spans {
        visit.span = span
        switch index {
        case .blocks(let blocks): try jump(blocks, contig: number, regions, &visit, body)
        case .slices(let slices, _): try iterate(slices, contig: number, regions, &visit, body)
        }
        visit.passed = span.end
      }
    }
    return visit.count
  }

  /// Reads the parts of a BAM file that hold a span.
  func jump(
    _ blocks: VariantIndex, contig: Int, _ regions: TargetRegions, _ visit: inout AlignmentVisit,
    _ body: (AlignedRead) throws -> Void
  ) throws {
    for chunk in Self.merged(blocks.chunks(contig: contig, spans: [visit.span])) {
      try handle.seek(to: chunk.start)
      var last = 0
      while handle.virtualOffset < chunk.end {
        let isRead = try handle.read()
        let place = handle.place
        guard isRead, place.contig == contig else {
          throw GenomeFileError(
            .alignmentIndexStale(
              blocks.path, because: "it points to alignments that are not where it says"),
            path: path)
        }
        guard place.start >= last else { throw unsorted(place.start, contig) }
        last = place.start
        if place.start > visit.span.end { return }
        try deliver(regions, &visit, body)
      }
    }
  }

  /// Reads the slices of a CRAM file that hold a span.
  func iterate(
    _ slices: LoadedAlignmentIndex, contig: Int, _ regions: TargetRegions,
    _ visit: inout AlignmentVisit, _ body: (AlignedRead) throws -> Void
  ) throws {
    guard
      let iteration = AlignmentIteration(
        index: slices, contig: contig, start: visit.span.start, end: visit.span.end)
    else { throw GenomeFileError(.alignmentIndexUnreadable(slices.path), path: path) }
    var last = 0
    while try handle.read(iteration) {
      let place = handle.place
      guard place.start >= last else { throw unsorted(place.start, contig) }
      last = place.start
      try deliver(regions, &visit, body)
    }
  }

  /// Reads a CRAM file from its first slice to its last.
  private func readAll(
    _ slices: LoadedAlignmentIndex, _ regions: TargetRegions, _ visit: inout AlignmentVisit,
    _ body: (AlignedRead) throws -> Void
  ) throws {
    guard let iteration = AlignmentIteration(overAllOf: slices) else {
      throw GenomeFileError(.alignmentIndexUnreadable(slices.path), path: path)
    }
    var last = (contig: -1, start: 0)
    while try handle.read(iteration) {
      let place = handle.place
      // Reads without a place come last.
      guard contigs.indices.contains(place.contig) else { return }
      guard place >= last else { throw unsorted(place.start, place.contig) }
      let contig = contigs[place.contig]
      if place.contig != last.contig, let contig { visit.begin(contig) }
      last = place
      if contig != nil { try deliver(regions, &visit, body) }
    }
  }

  private func deliver(
    _ regions: TargetRegions, _ visit: inout AlignmentVisit,
    _ body: (AlignedRead) throws -> Void
  ) throws {
    handle.copy(into: &visit.read, content: visit.content)
    let read = visit.read
    guard read.start > visit.passed, let start = Position(read.start),
      let end = Position(max(read.start, read.end)),
      read.contig.map({ regions.overlaps(contig: $0, start: start, end: end) })
        ?? regions.coversEverything
    else { return }
    visit.count += 1
    try body(read)
  }

  private func unsorted(_ start: Int, _ contig: Int) -> GenomeFileError {
    GenomeFileError(
      .alignmentsUnsorted, path: path, locus: "\(header.contigs[contig].name):\(start)")
  }

  /// Chunks in file order, those that touch made one.
  private static func merged(_ chunks: [VariantIndex.Chunk]) -> [VariantIndex.Chunk] {
    var merged: [VariantIndex.Chunk] = []
    for chunk in chunks.sorted(by: { $0.start < $1.start }) {
      if let last = merged.last, chunk.start >> 16 <= last.end >> 16 {
        merged[merged.count - 1].end = max(last.end, chunk.end)
      } else {
        merged.append(chunk)
      }
    }
    return merged
  }
}
