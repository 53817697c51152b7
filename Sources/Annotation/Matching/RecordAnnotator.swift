internal import GenomeFiles
internal import MappedIndex

/// Annotates records one by one; one per task, as it remembers where in each source it is.
struct RecordAnnotator {
  fileprivate let plan: AnnotationPlan
  private var lookups: [SourceLookup]
  private var query = QueryRecord()
  private var contig: [UInt8] = []
  private var contigName = ""
  private var isWithoutCounterpart: [Bool]
  private var regions: [ClosedRange<Int>]?
  private var reference: ReferenceSequence?
  /// What is added to INFO, each key with a `;` before it.
  private(set) var addition: [UInt8] = []
  /// What takes the place of keys that the record has: where in the text, and what.
  private(set) var replacements: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The new ID, if one is written.
  private(set) var identifier: [UInt8]?
  /// The values of each field written, allele by allele, where a table is asked for.
  private(set) var table: [[[UInt8]?]] = []
  /// What was counted since `takeTally`.
  fileprivate var tally: AnnotationStatistics

  init(_ plan: AnnotationPlan) throws(VariantFileError) {
    self.plan = plan
    lookups = plan.sources.map(SourceLookup.init)
    isWithoutCounterpart = plan.sources.map { _ in false }
    tally = plan.emptyStatistics
    reference = try plan.reference.map { path throws(VariantFileError) in
      try ReferenceSequence(path: path)
    }
  }

  /// Forgets which contig it was on, so that a stretch does not depend on the one before it.
  mutating func reset() {
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
  enum Verdict {
    /// It is written, with changes or without.
    case kept(isChanged: Bool)
    /// It is left out, and why.
    case dropped(String)
  }

  /// Looks a record up in every source.
  mutating func annotate(_ text: [UInt8], _ line: LineColumns) throws -> Verdict {
    if !text.isEqual(line.start..<line.contigEnd, to: contig) { enter(text, line) }
    if !addition.isEmpty { addition.removeAll(keepingCapacity: true) }
    if !replacements.isEmpty { replacements.removeAll(keepingCapacity: true) }
    identifier = nil
    if plan.wantsTables { table.removeAll(keepingCapacity: true) }
    tally.recordsIn += 1
    query.read(text, line, base: base())
    if let regions,
      !regions.contains(where: {
        Int(query.position) <= $0.upperBound && $0.lowerBound <= Int(query.end)
      })
    {
      tally.dropped["outside the regions", default: 0] += 1
      return .dropped("outside the regions")
    }
    for source in lookups.indices {
      if lookups[source].isEmpty {
        if isWithoutCounterpart[source] {
          lookups[source].tally.contigsWithoutCounterpart[contigName, default: 0] += 1
        }
        if plan.wantsTables { table += plan.sources[source].fields.map { _ in [] } }
        continue
      }
      try lookups[source].find(query)
      count(source)
      try write(source, text, line)
    }
    let isChanged = !addition.isEmpty || !replacements.isEmpty || identifier != nil
    tally.recordsOut += 1
    if isChanged { tally.linesChanged += 1 }
    return .kept(isChanged: isChanged)
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

  private mutating func count(_ source: Int) {
    let rows = lookups[source].rows.count
    if rows > 0 {
      lookups[source].tally.recordsMatched += 1
      lookups[source].tally.rowsMatched += rows
    }
    var start = 0
    for end in lookups[source].rowEnds {
      if end > start {
        lookups[source].tally.allelesMatched += 1
        if end > start + 1 { lookups[source].tally.allelesWithSeveralRows += 1 }
      } else {
        lookups[source].tally.allelesUnmatched += 1
      }
      start = end
    }
  }

  // MARK: Values

  private mutating func write(_ source: Int, _ text: [UInt8], _ line: LineColumns) throws {
    let isMiss = lookups[source].rows.isEmpty
    // A source that knows the place but none of several alleles says so, slot by slot.
    let showsSlots =
      lookups[source].knowsPlace && query.keys.count > 1 && plan.sources[source].match == .exact
    if isMiss && !showsSlots && !plan.wantsTables { return }
    for index in plan.sources[source].fields.indices {
      let field = plan.sources[source].fields[index]
      let mark = addition.count
      addition.append(UInt8(ascii: ";"))
      addition += field.label
      var slots: [[UInt8]?] = []
      let isPresent = try append(field, source, slots: &slots)
      if plan.wantsTables { table.append(slots) }
      if !isPresent && !(showsSlots && !field.isFlag && !field.isIdentifier) {
        addition.removeLast(addition.count - mark)
        continue
      }
      if field.isIdentifier {
        settleIdentifier(field, from: mark, text, line)
      } else if plan.mayExist.contains(field.output.target),
        let existing = InfoKey.find(field.key, in: text, line.infoStart..<line.infoEnd)
      {
        // What says nothing never takes the place of a value, and '.' is no value to keep.
        if isPresent,
          !field.request.keepsExisting
            || InfoKey.isMissing(existing, key: field.key, in: text)
        {
          replacements.append((existing, Array(addition[(mark + 1)...])))
        }
        addition.removeLast(addition.count - mark)
      }
    }
  }

  private mutating func settleIdentifier(
    _ field: AnnotationSource.Field, from mark: Int, _ text: [UInt8], _ line: LineColumns
  ) {
    let value = Array(addition[(mark + 1 + field.label.count)...])
    addition.removeLast(addition.count - mark)
    let isMissing =
      line.referenceStart - line.idStart == 2 && text[line.idStart] == UInt8(ascii: ".")
    if field.request.keepsExisting && !isMissing { return }
    // Slots of alleles without an ID say nothing; a list in this column is joined by semicolons.
    var parts: [ArraySlice<UInt8>] = []
    for part in value.split(separator: UInt8(ascii: ",")) where part != [UInt8(ascii: ".")] {
      if !parts.contains(part) { parts.append(part) }
    }
    let joined = Array(parts.joined(separator: [UInt8(ascii: ";")]))
    if joined.isEmpty || text.isEqual(line.idStart..<line.referenceStart - 1, to: joined) { return }
    identifier = joined
  }

  /// Adds a field's value to `addition`; false where no row has one.
  private mutating func append(
    _ field: AnnotationSource.Field, _ source: Int, slots: inout [[UInt8]?]
  ) throws -> Bool {
    guard plan.sources[source].match == .exact else {
      let all = 0..<lookups[source].rows.count
      let start = addition.count
      let isPresent = try appendReduced(field, source, all, isSlot: false)
      if plan.wantsTables { slots = [isPresent ? Array(addition[start...]) : nil] }
      return isPresent
    }
    var isAnyPresent = false
    var first = 0
    if let column = field.referenceColumn, field.output.number == .perAllele {
      let start = addition.count
      if let row = lookups[source].rows.first,
        try lookups[source].append(row, column: column, to: &addition)
      {
        isAnyPresent = true
      } else {
        addition.removeLast(addition.count - start)
        addition.append(UInt8(ascii: "."))
      }
      addition.append(UInt8(ascii: ","))
    }
    for allele in lookups[source].rowEnds.indices {
      let end = lookups[source].rowEnds[allele]
      if allele > 0, !field.isFlag { addition.append(UInt8(ascii: ",")) }
      let start = addition.count
      let isPresent = try appendReduced(
        field, source, first..<end, isSlot: lookups[source].rowEnds.count > 1)
      if isPresent { isAnyPresent = true }
      if plan.wantsTables {
        slots.append(isPresent ? try tableText(field, source, first..<end, from: start) : nil)
      }
      if !isPresent, !field.isFlag { addition.append(UInt8(ascii: ".")) }
      first = end
    }
    return isAnyPresent
  }

  /// The text of a slot for a table, where a list stays a list as it is alone in its cell.
  private mutating func tableText(
    _ field: AnnotationSource.Field, _ source: Int, _ rows: Range<Int>, from start: Int
  ) throws -> [UInt8] {
    let text = Array(addition[start...])
    guard lookups[source].rowEnds.count > 1 else { return text }
    let end = addition.count
    _ = try appendReduced(field, source, rows, isSlot: false)
    defer { addition.removeLast(addition.count - end) }
    return Array(addition[end...])
  }

  /// Adds one value made of some of the rows found; false, adding nothing, where there is none.
  private mutating func appendReduced(
    _ field: AnnotationSource.Field, _ source: Int, _ rows: Range<Int>, isSlot: Bool
  ) throws -> Bool {
    if rows.isEmpty { return false }
    let isEncoded = plan.sources[source].index.description.isEncoded
    // The ID column has its own separators, and commas are turned into them.
    let isText =
      !field.isIdentifier && (field.output.type == .string || field.output.type == .character)
    if field.reducer == .own || rows.count == 1 && field.reducer.givesSingleAsItIs {
      let start = addition.count
      let row = lookups[source].rows[rows.lowerBound]
      guard try lookups[source].append(row, column: field.column, to: &addition) else {
        return false
      }
      if isText {
        encode(from: start, isListElement: isSlot || !field.isList, isEncoded: isEncoded)
      }
      return true
    }
    let texts = try rows.map { row -> [UInt8]? in
      var text: [UInt8] = []
      let reference = lookups[source].rows[row]
      return try lookups[source].append(reference, column: field.column, to: &text) ? text : nil
    }
    guard let value = field.reducer.reduce(texts) else { return false }
    let start = addition.count
    addition += value
    if isText {
      encode(
        from: start, isListElement: isSlot || !(field.isList || field.reducer == .unique),
        isEncoded: isEncoded)
    }
    return true
  }

  /// Encodes what may not stand in an element of an INFO value; text of a VCF has only commas left.
  private mutating func encode(from start: Int, isListElement: Bool, isEncoded: Bool) {
    if isEncoded {
      guard isListElement,
        addition.firstIndex(of: UInt8(ascii: ","), from: start, to: addition.count) != nil
      else { return }
    }
    let value = Array(addition[start...])
    let encoded = InfoText.encode(value, isListElement: isListElement)
    if encoded == value { return }
    addition.removeLast(addition.count - start)
    addition += encoded
  }
}

extension Reducer {
  /// Whether the value of a single row is passed on as it stands.
  fileprivate var givesSingleAsItIs: Bool { self == .own || self == .first }
}

extension RecordAnnotator {
  /// Records read since the last tally, the one at hand included.
  var recordsRead: Int { tally.recordsIn }

  /// Refuses a line that breaks the format where it matters here.
  mutating func check(_ text: [UInt8], _ line: LineColumns) throws(VariantFileError) {
    if text[line.start] == UInt8(ascii: "#") {
      tally.recordsIn += 1
      throw VariantFileError(
        .recordMalformed(
          "a header line comes after the first record; give one VCF per file"), path: plan.path)
    }
    let tabs = 7 + LineColumns.tabs(in: text, from: line.infoEnd, to: line.end)
    if tabs + 1 != plan.columnCount {
      tally.recordsIn += 1
      throw VariantFileError(
        .columnCount(found: tabs + 1, expected: plan.columnCount), path: plan.path)
    }
    if line.position < 0 || line.position > Int(UInt32.max) {
      tally.recordsIn += 1
      let found = text[line.contigEnd + 1..<line.idStart - 1]
      throw VariantFileError(
        .positionInvalid(String(decoding: found, as: UTF8.self)), path: plan.path)
    }
  }

  /// The error for a line with fewer than eight columns.
  mutating func fault(inLine text: [UInt8], _ range: Range<Int>) -> VariantFileError {
    tally.recordsIn += 1
    if text[range.lowerBound] == UInt8(ascii: "#") {
      return VariantFileError(
        .recordMalformed(
          "a header line comes after the first record; give one VCF per file"), path: plan.path)
    }
    let found = LineColumns.tabs(in: text, from: range.lowerBound, to: range.upperBound) + 1
    return VariantFileError(.columnCount(found: found, expected: plan.columnCount), path: plan.path)
  }
}
