internal import GenomeFiles

/// Annotates BCF into BCF: records are read, looked up and written one after the other, and only
/// what is added is encoded.
///
/// Deflating, which takes most of the time, is done by other tasks where there may be several.
struct BinaryAnnotation: ~Copyable {
  /// The bytes of BCF made at once.
  private static let batchSize = 1 << 20

  private var reader: BCFReader
  private var encoder: BCFEncoder
  private var annotator: RecordAnnotator
  private let plan: AnnotationPlan
  private let tables: TableFormats
  /// Whether whole lines are made to keep what is not touched of them.
  private let keepsUntouched: Bool
  private let deflaters: [BlockMaker]
  private let threads: Int
  private var isHeaderTaken = false
  private var text: [UInt8] = []
  private var additions: [UInt8] = []

  /// Starts at the reader's first record.
  ///
  /// - Parameters:
  ///   - header: the text of the output's header.
  ///   - level: that of the blocks; nil for none.
  init(
    _ reader: consuming BCFReader, _ plan: AnnotationPlan, header: [UInt8], level: Int?,
    threads: Int, tables: TableFormats, keepsUntouched: Bool
  ) throws(GenomeFileError) {
    let encoder = try BCFEncoder(
      headerText: HeaderText.withPlainLineEnds(header), recordsOf: reader)
    let annotator = try RecordAnnotator(plan)
    self.encoder = encoder
    self.annotator = annotator
    self.reader = reader
    self.plan = plan
    self.tables = tables
    self.keepsUntouched = keepsUntouched
    self.threads = threads
    // One of several tasks is this one, which makes what the others deflate.
    deflaters =
      level.map { level in
        (0..<max(threads - 1, 1)).map { _ in BlockMaker(level: level) }
      } ?? []
  }

  /// Runs to the end of the input; results are given to `deliver` in the input's order.
  mutating func run(
    progress: ((Int, Int?) -> Void)?, deliver: (SegmentResult) throws -> Void
  ) async throws {
    guard threads > 1, !deflaters.isEmpty else {
      while let batch = try next() {
        progress?(reader.bytesRead, reader.size)
        try deliver(deflaters.first?.deflated(batch) ?? batch)
      }
      return
    }
    try await withThrowingTaskGroup(of: (Int, BlockMaker, SegmentResult).self) { group in
      var idle = deflaters
      var results: [Int: SegmentResult] = [:]
      var (started, delivered) = (0, 0)
      var isRead = false
      while true {
        // No further batch is made while all wait to be deflated, so that memory stays bounded.
        if !isRead, let deflater = idle.popLast() {
          guard let batch = try next() else {
            isRead = true
            continue
          }
          let number = started
          started += 1
          group.addTask { (number, deflater, deflater.deflated(batch)) }
          continue
        }
        guard let (number, deflater, result) = try await group.next() else { break }
        idle.append(deflater)
        results[number] = result
        while let result = results.removeValue(forKey: delivered) {
          delivered += 1
          progress?(reader.bytesRead, reader.size)
          try deliver(result)
        }
      }
    }
  }

  /// The next records as BCF, with the header before the first; nil at the end.
  private mutating func next() throws -> SegmentResult? {
    var result = SegmentResult(tally: plan.emptyStatistics)
    if !isHeaderTaken {
      isHeaderTaken = true
      result.output = try encoder.takeHeader()
    }
    let isFirst = !result.output.isEmpty
    var size = 0
    while result.output.count < Self.batchSize, size < 16 * Self.batchSize {
      guard try reader.next() else { break }
      do {
        try annotate(&result)
      } catch let error as GenomeFileError {
        throw GenomeFileError(
          error.kind, path: error.path, record: reader.recordCount, locus: error.locus)
      }
      size += text.count
    }
    result.tally.merge(annotator.takeTally())
    result.offsets = annotator.offsets
    if keepsUntouched { result.untouched = [0..<result.text.count] }
    return isFirst || result.tally.recordsIn > 0 ? result : nil
  }

  /// Looks the reader's record up and appends it.
  private mutating func annotate(_ result: inout SegmentResult) throws {
    text.removeAll(keepingCapacity: true)
    try reader.appendLine(to: &text, hasSamples: keepsUntouched)
    guard let line = LineColumns(in: text, from: 0, to: text.count) else {
      throw annotator.fault(inLine: text, 0..<text.count)
    }
    try annotator.check(text, line)
    annotator.beginText()
    guard case .kept(let isChanged) = try annotator.annotate(text, line) else { return }
    if let samples = plan.samples { try reader.keepSamples(samples) }
    tables.append(text, line, annotator.found.table, &result)
    guard isChanged else {
      try encoder.append(recordOf: reader, to: &result.output)
      if keepsUntouched { keepUntouched(line, &result) }
      return
    }
    additions.removeAll(keepingCapacity: true)
    for (_, bytes) in annotator.found.replacements where !bytes.isEmpty {
      additions += bytes
      additions.append(UInt8(ascii: ";"))
    }
    if annotator.found.info.isEmpty {
      if !additions.isEmpty { additions.removeLast() }
    } else {
      additions += annotator.found.info.copied(1..<annotator.found.info.count)
    }
    try encoder.append(
      recordOf: reader, adding: additions, identifier: annotator.found.identifier,
      to: &result.output)
    if keepsUntouched { keepUntouched(line, &result) }
  }

  private func keepUntouched(_ line: LineColumns, _ result: inout SegmentResult) {
    var patches = PatchList()
    LineSplicer.splice(annotator, text, line, samples: plan.samples, into: &patches)
    for part in patches.untouched(in: 0..<text.count) { result.text.append(text, part) }
  }
}
