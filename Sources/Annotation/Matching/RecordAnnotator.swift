package import GenomeFiles
internal import MappedIndex

/// Annotates records one by one; one per task, as it remembers where in each source it is.
package struct RecordAnnotator: ~Copyable {
  fileprivate let plan: AnnotationPlan
  private var lookups: [SourceLookup]
  private var query = QueryRecord()
  private var contig: [UInt8] = []
  private var contigName = ""
  private var isWithoutCounterpart: [Bool]
  private var regions: RegionSpans?
  private var reference: ReferenceSequence?
  /// What is written of the record at hand.
  private(set) var found: RecordAddition
  /// What was counted since `takeTally`.
  fileprivate var tally: AnnotationStatistics

  /// Starts before the first record.
  ///
  /// - Throws: if the FASTA can't be read.
  package init(_ plan: AnnotationPlan) throws(GenomeFileError) {
    self.plan = plan
    lookups = plan.sources.map { SourceLookup($0, declared: plan.declared) }
    found = RecordAddition(wantsTables: plan.wantsTables)
    isWithoutCounterpart = plan.sources.map { _ in false }
    tally = plan.emptyStatistics
    reference = try plan.reference.map { path throws(GenomeFileError) in
      try ReferenceSequence(path: path)
    }
  }

  /// Turns to another text.
  mutating func beginText() {
    for source in lookups.indices { lookups[source].beginText() }
  }

  /// Turns to another text and forgets which contig it was on, so that a stretch does not depend
  /// on the one before it.
  mutating func begin() {
    beginText()
    contig = []
    contigName = ""
  }

  /// The counts since the last call.
  mutating func takeTally() -> AnnotationStatistics {
    var taken = tally
    for source in lookups.indices {
      taken.sources[source] = lookups[source].tally
      lookups[source].tally = plan.sources[source].emptyStatistics
    }
    tally = plan.emptyStatistics
    return taken
  }

  /// How far each source has been read.
  var offsets: [Int] { lookups.map(\.offset) }

  /// What a record becomes.
  package enum Verdict: Sendable {
    /// It is written, with changes or without.
    case kept(isChanged: Bool)
    /// It is left out, and why.
    case dropped(String)
  }

  /// Looks a record up in every source.
  package mutating func annotate(_ text: [UInt8], _ line: LineColumns) throws -> Verdict {
    if !text.isEqual(line.start..<line.contigEnd, to: contig) { enter(text, line) }
    found.clear()
    tally.recordsIn += 1
    if reference == nil, regions == nil, passesBy(text, line) {
      tally.recordsOut += 1
      return .kept(isChanged: false)
    }
    query.read(text, line, base: base())
    if let regions, !regions.overlaps(Int(query.position), Int(query.end)) {
      tally.dropped["outside the regions", default: 0] += 1
      return .dropped("outside the regions")
    }
    for source in lookups.indices {
      if lookups[source].isEmpty {
        if isWithoutCounterpart[source] {
          lookups[source].tally.contigsWithoutCounterpart[contigName, default: 0] += 1
        }
        found.addEmptyColumns(lookups[source].fields.count)
      } else {
        try lookups[source].annotate(query, text, line, into: &found)
      }
    }
    let isChanged = !found.isEmpty
    tally.recordsOut += 1
    if isChanged { tally.linesChanged += 1 }
    return .kept(isChanged: isChanged)
  }

  /// Passes a record by if no source can have a row for it, which its place alone may tell.
  private mutating func passesBy(_ text: [UInt8], _ line: LineColumns) -> Bool {
    let position = UInt32(truncatingIfNeeded: line.position)
    let end = position &+ UInt32(truncatingIfNeeded: line.alternateStart - line.referenceStart) &- 2
    for source in lookups.indices where !lookups[source].hasNothing(from: position, through: end) {
      return false
    }
    var alleles = 1
    var start = line.alternateStart
    while let comma = text.firstIndex(
      of: UInt8(ascii: ","), from: start, to: line.qualityStart - 1)
    {
      alleles += 1
      start = comma + 1
    }
    for source in lookups.indices {
      if isWithoutCounterpart[source] {
        lookups[source].tally.contigsWithoutCounterpart[contigName, default: 0] += 1
      } else if !lookups[source].isEmpty {
        lookups[source].tally.allelesUnmatched += alleles
      }
      found.addEmptyColumns(lookups[source].fields.count)
    }
    return true
  }

  private mutating func enter(_ text: [UInt8], _ line: LineColumns) {
    contig = Array(text[line.start..<line.contigEnd])
    contigName = String(decoding: contig, as: UTF8.self)
    for source in lookups.indices {
      isWithoutCounterpart[source] = !lookups[source].enter(contig: contigName)
    }
    regions = plan.regions.map { $0.spans(onContig: contigName) }
  }

  private func base() -> ((Int) -> UInt8?)? {
    guard let reference else { return nil }
    return { [contigName] in reference.base(contig: contigName, at: $0) }
  }
}

extension RecordAnnotator {
  /// Records read since the last tally, the one at hand included.
  var recordsRead: Int { tally.recordsIn }

  /// Refuses a line that breaks the format where it matters here.
  mutating func check(_ text: [UInt8], _ line: LineColumns) throws(GenomeFileError) {
    if text[line.start] == UInt8(ascii: "#") {
      tally.recordsIn += 1
      throw GenomeFileError(
        .recordMalformed(
          "a header line comes after the first record; give one VCF per file"), path: plan.path)
    }
    let tabs = 7 + LineColumns.tabs(in: text, from: line.infoEnd, to: line.end)
    if tabs + 1 != plan.columnCount {
      tally.recordsIn += 1
      throw GenomeFileError(
        .columnCount(found: tabs + 1, expected: plan.columnCount), path: plan.path)
    }
    if line.position > Int(UInt32.max) {
      tally.recordsIn += 1
      throw GenomeFileError(
        .recordMalformed(
          "POS is \(line.position), and nothing beyond \(UInt32.max) can be looked up; "
            + "leave the record out"), path: plan.path)
    }
    if line.position < 0 {
      tally.recordsIn += 1
      let found = text[line.contigEnd + 1..<line.idStart - 1]
      throw GenomeFileError(
        .positionInvalid(String(decoding: found, as: UTF8.self)), path: plan.path)
    }
  }

  /// The error for a line with fewer than eight columns.
  mutating func fault(inLine text: [UInt8], _ range: Range<Int>) -> GenomeFileError {
    tally.recordsIn += 1
    if text[range.lowerBound] == UInt8(ascii: "#") {
      return GenomeFileError(
        .recordMalformed(
          "a header line comes after the first record; give one VCF per file"), path: plan.path)
    }
    let found = LineColumns.tabs(in: text, from: range.lowerBound, to: range.upperBound) + 1
    return GenomeFileError(.columnCount(found: found, expected: plan.columnCount), path: plan.path)
  }
}
