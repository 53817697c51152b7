internal import GenomeFiles

/// Annotates segments and puts their bytes together; one per task.
struct SegmentWorker: SegmentMaker {
  private let plan: AnnotationPlan
  private let format: OutputFormat
  private let tables: TableFormats
  private let keepsUntouched: Bool
  private var annotator: RecordAnnotator
  private let deflater: Deflater?
  private var patches = PatchList()

  init(
    _ plan: AnnotationPlan, format: OutputFormat, tables: TableFormats, keepsUntouched: Bool
  ) throws(VariantFileError) {
    self.plan = plan
    self.format = format
    self.tables = tables
    self.keepsUntouched = keepsUntouched
    annotator = try RecordAnnotator(plan)
    deflater = if case .blocks(let level) = format { Deflater(level: level) } else { nil }
  }

  /// Does all of a segment's work.
  mutating func run(_ segment: Segment) -> SegmentResult {
    var result = SegmentResult(tally: plan.emptyStatistics)
    patches.removeAll()
    annotator.reset()
    if segment.start > 0 { patches.replace(0..<segment.start, with: segment.header) }
    do {
      try annotate(segment, &result)
    } catch {
      result.failure = (max(annotator.recordsRead - 1, 0), error)
    }
    let counts = annotator.takeTally()
    result.tally.merge(counts)
    result.offsets = annotator.offsets
    guard result.failure == nil else { return result }
    assemble(segment.piece, &result)
    if keepsUntouched {
      result.text = segment.piece.text
      result.untouched = Self.gaps(of: patches, in: segment.start..<segment.piece.text.count)
    }
    return result
  }

  // MARK: Lines

  private mutating func annotate(_ segment: Segment, _ result: inout SegmentResult) throws {
    let text = segment.piece.text
    var start = segment.start
    if !segment.lead.isEmpty {
      // The line began in the piece before, which counts it; here its changes are found again.
      let end = text.firstIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? text.count
      let whole = segment.lead + text[start..<end]
      var borrowed = PatchList()
      var unseen = SegmentResult(tally: plan.emptyStatistics)
      try annotate(whole, from: 0, to: whole.count, into: &borrowed, &unseen)
      _ = annotator.takeTally()
      annotator.reset()
      patches.take(borrowed, shift: -segment.lead.count, within: start..<end)
      start = end
    }
    let complete = text.lastIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? start
    var own = patches
    patches = PatchList()
    defer { patches = own }
    try annotate(text, from: start, to: complete, into: &own, &result)
    if complete < text.count {
      let whole = Array(text[complete...]) + segment.tail
      var borrowed = PatchList()
      try annotate(whole, from: 0, to: whole.count, into: &borrowed, &result)
      // What comes right behind the text is the next segment's, unless there is none.
      let end = segment.tail.isEmpty ? text.count + 1 : text.count
      own.take(borrowed, shift: complete, within: complete..<end)
    }
  }

  /// Annotates all lines of a stretch of text, which begins and ends with a line.
  private mutating func annotate(
    _ text: [UInt8], from first: Int, to limit: Int, into patches: inout PatchList,
    _ result: inout SegmentResult
  ) throws {
    var start = first
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
      let verdict = try annotator.annotate(text, line)
      switch verdict {
      case .kept(let isChanged):
        if isChanged || plan.samples != nil {
          LineSplicer.splice(annotator, text, line, samples: plan.samples, into: &patches)
        }
        tables.append(text, line, annotator.table, &result)
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

  private mutating func assemble(_ piece: TextPiece, _ result: inout SegmentResult) {
    guard let deflater else {
      var text: [UInt8] = []
      text.reserveCapacity(piece.text.count + patches.bytes.count)
      Self.apply(patches, to: piece.text, 0..<piece.text.count, from: 0, into: &text)
      result.output = text
      return
    }
    var made: [UInt8] = []
    // Bytes that come at the very end belong to no block.
    let end = piece.text.count
    if piece.blocks.isEmpty {
      Self.apply(patches, to: piece.text, 0..<end, from: 0, into: &made)
      deflate(made, deflater, &result)
      return
    }
    var patch = 0
    var dirty: Range<Int>?
    var firstPatch = 0
    for (number, block) in piece.blocks.enumerated() {
      // An empty block marks the end of a file that was joined to the next; the output has one end.
      if block.text.isEmpty { continue }
      let before = patch
      var isTouched = false
      while patch < patches.patches.count, patches.patches[patch].at < block.text.upperBound {
        isTouched = true
        // A removal may reach into the next blocks.
        if patches.patches[patch].at + patches.patches[patch].removing > block.text.upperBound {
          break
        }
        patch += 1
      }
      let isLast = piece.blocks[(number + 1)...].allSatisfy(\.text.isEmpty)
      if isLast, patch < patches.patches.count { isTouched = true }
      if isTouched {
        if let run = dirty {
          dirty = run.lowerBound..<block.text.upperBound
        } else {
          dirty = block.text
          firstPatch = before
        }
      } else {
        flush(&dirty, firstPatch, piece, &made, deflater, &result)
        result.output.append(piece.raw.bytes, block.compressed)
        result.tally.blocksCopied += 1
      }
    }
    flush(&dirty, firstPatch, piece, &made, deflater, &result)
  }

  private func flush(
    _ dirty: inout Range<Int>?, _ firstPatch: Int, _ piece: TextPiece, _ made: inout [UInt8],
    _ deflater: Deflater, _ result: inout SegmentResult
  ) {
    guard let run = dirty else { return }
    dirty = nil
    made.removeAll(keepingCapacity: true)
    Self.apply(patches, to: piece.text, run, from: firstPatch, into: &made)
    deflate(made, deflater, &result)
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

  /// Adds a range of a text with its changes to `output`.
  private static func apply(
    _ list: PatchList, to text: [UInt8], _ range: Range<Int>, from first: Int,
    into output: inout [UInt8]
  ) {
    var cursor = range.lowerBound
    var index = first
    let isWhole = range.upperBound == text.count
    while index < list.patches.count {
      let patch = list.patches[index]
      guard patch.at < range.upperBound || isWhole else { break }
      if patch.at > cursor { output.append(text, cursor..<patch.at) }
      output.append(list.bytes, patch.bytes)
      cursor = max(cursor, patch.at + patch.removing)
      index += 1
    }
    if cursor < range.upperBound { output.append(text, cursor..<range.upperBound) }
  }

  private static func gaps(of list: PatchList, in range: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var cursor = range.lowerBound
    for patch in list.patches where patch.at >= range.lowerBound {
      if patch.at > cursor { gaps.append(cursor..<patch.at) }
      cursor = max(cursor, patch.at + patch.removing)
    }
    if cursor < range.upperBound { gaps.append(cursor..<range.upperBound) }
    return gaps
  }
}
