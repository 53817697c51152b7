internal import GenomeFiles

/// Annotates segments of text and makes BCF of them; one per task.
///
/// A segment's records are those of the lines that begin in it, so that every record is encoded
/// once and whole.
final class BinarySegments: SegmentMaker {
  private let plan: AnnotationPlan
  private let tables: TableFormats
  private let keepsUntouched: Bool
  private var annotator: RecordAnnotator
  private var encoder: BCFEncoder
  private let deflater: Deflater?
  private var patches = PatchList()
  private var binary: [UInt8] = []

  /// Starts a task's work.
  ///
  /// - Parameter header: the text of the output's header, the same for every task.
  init(
    _ plan: AnnotationPlan, header: [UInt8], level: Int?, tables: TableFormats,
    keepsUntouched: Bool
  ) throws(GenomeFileError) {
    self.plan = plan
    self.tables = tables
    self.keepsUntouched = keepsUntouched
    annotator = try RecordAnnotator(plan)
    encoder = try BCFEncoder(headerText: HeaderText.withPlainLineEnds(header), path: plan.path)
    _ = try encoder.takeHeader()
    deflater = level.map { Deflater(level: $0) }
  }

  /// Does all of a segment's work; the segment's header is BCF.
  func run(_ segment: Segment) -> SegmentResult {
    var result = SegmentResult(tally: plan.emptyStatistics)
    annotator.begin()
    binary.removeAll(keepingCapacity: true)
    binary += segment.header
    do {
      try encode(segment, &result)
    } catch {
      result.failure = (max(annotator.recordsRead - 1, 0), error)
    }
    result.tally.merge(annotator.takeTally())
    result.offsets = annotator.offsets
    guard result.failure == nil else { return result }
    if keepsUntouched { result.untouched = [0..<result.text.count] }
    guard let deflater else {
      result.output = binary
      return result
    }
    deflater.append(blocksOf: binary, 0..<binary.count, to: &result.output)
    let size = Deflater.blockTextSize
    result.tally.blocksRemade += (binary.count + size - 1) / size
    return result
  }

  private func encode(_ segment: Segment, _ result: inout SegmentResult) throws {
    let text = segment.piece.text
    var start = segment.start
    if !segment.lead.isEmpty {
      start = text.firstIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? text.count
    }
    let complete = text.lastIndex(of: 10, from: start, to: text.count).map { $0 + 1 } ?? start
    try encode(text, from: start, to: complete, &result)
    if complete < text.count {
      let whole = Array(text[complete...]) + segment.tail
      annotator.begin()
      try encode(whole, from: 0, to: whole.count, &result)
    }
  }

  /// Encodes all lines of a stretch of text, which begins and ends with a line.
  private func encode(
    _ text: [UInt8], from first: Int, to limit: Int, _ result: inout SegmentResult
  ) throws {
    var start = first
    while start < limit {
      guard let line = LineColumns(in: text, from: start, to: limit) else {
        let end = text.firstIndex(of: 10, from: start, to: limit) ?? limit
        if SegmentWorker.isBlank(text, start..<end) {
          start = min(end + 1, limit)
          continue
        }
        throw annotator.fault(inLine: text, start..<end)
      }
      try annotator.check(text, line)
      if case .kept(let isChanged) = try annotator.annotate(text, line) {
        try encode(text, line, isChanged: isChanged || plan.samples != nil, &result)
        tables.append(text, line, annotator.found.table, &result)
      }
      start = line.next
    }
  }

  private func encode(
    _ text: [UInt8], _ line: LineColumns, isChanged: Bool, _ result: inout SegmentResult
  ) throws {
    guard isChanged else {
      try encoder.append(line: text, line.start..<line.end, to: &binary)
      if keepsUntouched { result.text.append(text, line.start..<line.next) }
      return
    }
    patches.removeAll()
    LineSplicer.splice(annotator, text, line, samples: plan.samples, into: &patches)
    let made = patches.applied(to: text, line.start..<line.end, includesEnd: true)
    if keepsUntouched {
      for part in patches.untouched(in: line.start..<line.next) { result.text.append(text, part) }
    }
    try encoder.append(line: made, 0..<made.count, to: &binary)
  }
}
