internal import GenomeFiles

/// Annotates segments and puts their bytes together; one per task.
final class SegmentWorker: SegmentMaker {
  private let plan: AnnotationPlan
  private let tables: TableFormats
  private let keepsUntouched: Bool
  private var annotator: RecordAnnotator
  private let deflater: Deflater?
  private var patches = PatchList()

  init(
    _ plan: AnnotationPlan, format: OutputFormat, tables: TableFormats, keepsUntouched: Bool
  ) throws(GenomeFileError) {
    self.plan = plan
    self.tables = tables
    self.keepsUntouched = keepsUntouched
    annotator = try RecordAnnotator(plan)
    deflater = if case .blocks(let level) = format { Deflater(level: level) } else { nil }
  }

  /// Does all of a segment's work.
  func run(_ segment: Segment) -> SegmentResult {
    var result = SegmentResult(tally: plan.emptyStatistics)
    patches.removeAll()
    annotator.begin()
    if segment.start > 0 { patches.replace(0..<segment.start, with: segment.header) }
    do {
      try annotate(segment, &annotator, into: &patches, &result)
    } catch {
      result.failure = (max(annotator.recordsRead - 1, 0), error)
    }
    result.tally.merge(annotator.takeTally())
    result.offsets = annotator.offsets
    guard result.failure == nil else { return result }
    assemble(segment.piece, &result)
    if keepsUntouched {
      result.text = segment.piece.text
      result.untouched = patches.untouched(in: segment.start..<segment.piece.text.count)
    }
    return result
  }

  // MARK: Lines

  private func annotate(
    _ segment: Segment, _ annotator: inout RecordAnnotator, into patches: inout PatchList,
    _ result: inout SegmentResult
  ) throws {
    let text = segment.piece.text
    var start = segment.start
    if !segment.lead.isEmpty {
      // The line began in the piece before, which counts it; here its changes are found again.
      let end = text.firstIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? text.count
      let whole = segment.lead + text[start..<end]
      var borrowed = PatchList()
      var unseen = SegmentResult(tally: plan.emptyStatistics)
      annotator.begin()
      try annotate(whole, 0..<whole.count, &annotator, into: &borrowed, &unseen)
      _ = annotator.takeTally()
      annotator.begin()
      patches.take(borrowed, shift: -segment.lead.count, within: start..<end)
      start = end
    }
    let complete = text.lastIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? start
    try annotate(text, start..<complete, &annotator, into: &patches, &result)
    if complete < text.count {
      let whole = Array(text[complete...]) + segment.tail
      var borrowed = PatchList()
      annotator.begin()
      try annotate(whole, 0..<whole.count, &annotator, into: &borrowed, &result)
      // What comes right behind the text is the next segment's, unless there is none.
      let end = segment.tail.isEmpty ? text.count + 1 : text.count
      patches.take(borrowed, shift: complete, within: complete..<end)
    }
  }

  /// Annotates all lines of a stretch of text, which begins and ends with a line.
  private func annotate(
    _ text: [UInt8], _ stretch: Range<Int>, _ annotator: inout RecordAnnotator,
    into patches: inout PatchList, _ result: inout SegmentResult
  ) throws {
    var start = stretch.lowerBound
    let limit = stretch.upperBound
    let samples = plan.samples
    while start < limit {
      guard let line = LineColumns(in: text, from: start, to: limit) else {
        let end = text.firstIndex(of: 10, from: start, to: limit) ?? limit
        if Self.isBlank(text, start..<end) {
          start = min(end + 1, limit)
          continue
        }
        throw annotator.fault(inLine: text, start..<end)
      }
      try annotator.check(text, line)
      switch try annotator.annotate(text, line) {
      case .kept(let isChanged):
        if isChanged || samples != nil {
          LineSplicer.splice(annotator, text, line, samples: samples, into: &patches)
        }
        if plan.wantsTables { tables.append(text, line, annotator.found.table, &result) }
      case .dropped:
        patches.replace(line.start..<line.next, with: [])
      }
      start = line.next
    }
  }

  static func isBlank(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.isEmpty || range.count == 1 && text[range.lowerBound] == 13
  }

  // MARK: Bytes

  private func assemble(_ piece: TextPiece, _ result: inout SegmentResult) {
    let end = piece.text.count
    guard let deflater else {
      result.output = patches.applied(to: piece.text, 0..<end)
      return
    }
    if piece.blocks.isEmpty {
      deflate(patches.applied(to: piece.text, 0..<end), deflater, &result)
      return
    }
    for run in BlockRuns(piece.blocks, patches.patches) {
      switch run {
      case .untouched(let block):
        result.output.append(piece.raw.bytes, block.compressed)
        result.tally.blocksCopied += 1
      case .touched(let text, let first):
        deflate(patches.applied(to: piece.text, text, from: first), deflater, &result)
      }
    }
  }

  /// Deflates text in blocks of about the same size.
  private func deflate(_ text: [UInt8], _ deflater: Deflater, _ result: inout SegmentResult) {
    guard !text.isEmpty else { return }
    let blocks = (text.count + Deflater.blockTextSize - 1) / Deflater.blockTextSize
    let size = (text.count + blocks - 1) / blocks
    var start = 0
    while start < text.count {
      let end = min(start + size, text.count)
      deflater.append(blocksOf: text, start..<end, to: &result.output)
      result.tally.blocksRemade += 1
      start = end
    }
  }
}
