internal import GenomeFiles

/// Turns the lines of a VCF into rows, on the bytes where they are.
struct VariantLineParser {
  /// What a column of the index is made of.
  private enum Column {
    case whole(Int)
    case alternate(Int)
    case both(Int)
    case flag(Int)
    case text(FieldSelection.Origin)
  }

  /// Where the columns of one line are.
  private struct Line {
    var contig = 0..<0
    var position = 0
    var identifier = 0..<0
    var reference = 0..<0
    var alternates = 0..<0
    var quality = 0..<0
    var filter = 0..<0
    var info = 0..<0
  }

  private(set) var contigs = ContigNumbers()
  private(set) var tally = CompilationTally()
  private let path: String
  private let columnCounts: ClosedRange<Int>
  private let columns: [Column]
  /// The slots of fields with a value an allele, how many there have to be beside the ALTs, and why
  /// a value is left out.
  private let counted: [(slot: Int, beside: Int, reason: String)]
  private var values: InfoValues
  private var check: ReferenceCheck

  /// - Parameters:
  ///   - columnCounts: how many columns a line may have.
  init(
    path: String, selection: FieldSelection, columnCounts: ClosedRange<Int>,
    reference: ReferenceBases? = nil
  ) {
    self.path = path
    self.columnCounts = columnCounts
    check = ReferenceCheck(reference)
    var names: [String] = []
    var columns: [Column] = []
    var counted: [(Int, Int, String)] = []
    for (field, origin) in zip(selection.fields, selection.origins) {
      guard origin == .info else {
        columns.append(.text(origin))
        continue
      }
      let slot = names.count
      names.append(field.name)
      let reason = "value of '\(field.name)' without exactly one element for each allele"
      switch (field.type, field.number) {
      case (.flag, _): columns.append(.flag(slot))
      case (_, .perAlternate):
        columns.append(.alternate(slot))
        counted.append((slot, 0, reason))
      case (_, .perAllele):
        columns.append(.both(slot))
        counted.append((slot, 1, reason))
      default: columns.append(.whole(slot))
      }
    }
    self.columns = columns
    self.counted = counted
    values = InfoValues(names)
    tally.remarks = selection.remarks
  }

  /// Reads whole lines until the batch is full or the range ends; says where it stopped.
  mutating func read(
    _ text: Span<UInt8>, _ range: Range<Int>, into batch: inout RowBatch
  ) throws(CompilationError) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, !batch.isFull {
      let end = text.firstIndex(of: 10, in: start..<range.upperBound)
      let isHeader = tally.records == 0 && text[start] == UInt8(ascii: "#")
      if !isHeader {
        let stop = end > start && text[end - 1] == 13 ? end - 1 : end
        tally.records += 1
        let isOpen = end == range.upperBound && text[end - 1] != 10
        try read(line: text, start..<stop, isOpen: isOpen, into: &batch)
      }
      start = min(end + 1, range.upperBound)
    }
    return start
  }

  private mutating func read(
    line text: Span<UInt8>, _ range: Range<Int>, isOpen: Bool, into batch: inout RowBatch
  ) throws(CompilationError) {
    let line = try columns(text, range, isOpen: isOpen)
    let contig = contigs.number(text, line.contig)
    let isSite =
      line.alternates.count == 1 && text[line.alternates.lowerBound] == UInt8(ascii: ".")
    let alternateCount = isSite ? 0 : text.partCount(line.alternates)
    if check.isOn {
      check.turn(to: contig, named: contigs.names, &tally)
      guard check.admits(text, line.reference, at: line.position, &tally) else {
        return tally.leave(CompilationTally.otherReference, max(1, alternateCount))
      }
    }
    values.read(text, line.info)
    for (slot, beside, reason) in counted {
      guard let value = values[slot], !value.isEmpty else { continue }
      let count = text.partCount(value)
      guard count != alternateCount + beside else { continue }
      values.drop(slot)
      // A single '.' says that there is nothing, whatever the number.
      if count > 1 || text[value.lowerBound] != UInt8(ascii: ".") { tally.leave(reason) }
    }
    let length = UInt32(clamping: line.reference.count)
    guard !isSite else {
      batch.begin()
      append(text, line, allele: 0, to: &batch)
      let site = Event.site(UInt32(line.position))
      return batch.finish(
        contig: contig, key: site.key, position: UInt32(line.position), length: length)
    }
    var start = line.alternates.lowerBound
    for allele in 1...alternateCount {
      var end = start
      while end < line.alternates.upperBound, text[end] != UInt8(ascii: ",") { end += 1 }
      let alternate = start..<end
      start = end + 1
      guard !alternate.isEmpty else {
        throw fault(
          .recordMalformed("ALT has an allele without a letter; make the file again"), text, line)
      }
      let plain = PlainAllele(
        text, position: UInt32(line.position), reference: line.reference, alternate: alternate,
        rolls: check.bases != nil)
      switch plain {
      case .nothing: tally.leave("ALT is REF")
      case .event(let key):
        batch.begin()
        append(text, line, allele: allele, to: &batch)
        batch.finish(contig: contig, key: key, position: UInt32(line.position), length: length)
      case .other:
        guard let (event, span) = event(text, line, alternate, allele, of: alternateCount) else {
          continue
        }
        batch.begin(spelling: event.spelling)
        append(text, line, allele: allele, to: &batch)
        batch.finish(
          contig: contig, key: event.key, position: UInt32(line.position),
          length: span ?? length)
      }
    }
  }

  /// The event of an allele that is not plain, and the length of a symbolic one if it is known.
  private mutating func event(
    _ text: Span<UInt8>, _ line: Line, _ alternate: Range<Int>, _ allele: Int, of count: Int
  ) -> (Event, length: UInt32?)? {
    let spelling = text.bytes(alternate)
    if spelling == [UInt8(ascii: ".")] {
      tally.leave("ALT '.' beside others")
      return nil
    }
    var end: Int?
    if spelling.first == UInt8(ascii: "<") {
      let length = info("SVLEN", text, line).flatMap { value -> Int? in
        let parts = text.partCount(value)
        guard parts == count || parts == 1 else { return nil }
        return Int(text.text(parts == 1 ? value : text.part(allele - 1, of: value)))
      }
      end = SymbolicSpan.end(
        position: line.position, alternate: spelling,
        end: info("END", text, line).flatMap { text.number($0) }, length: length)
    }
    guard
      let event = Event(
        position: line.position, reference: text.bytes(line.reference), alternate: spelling,
        end: end, base: check.bases)
    else {
      tally.leave(CompilationTally.reason(forNoEvent: spelling))
      return nil
    }
    return (event, end.map { UInt32(clamping: $0 - line.position + 1) })
  }

  private mutating func append(
    _ text: Span<UInt8>, _ line: Line, allele: Int, to batch: inout RowBatch
  ) {
    for column in columns {
      switch column {
      case .whole(let slot):
        if let value = values[slot] { batch.append(text, value) } else { batch.appendMissing() }
      case .flag(let slot):
        if values[slot] != nil { batch.appendFlag() } else { batch.appendMissing() }
      case .alternate(let slot):
        if let value = values[slot], allele > 0 {
          batch.append(text, text.part(allele - 1, of: value))
        } else {
          batch.appendMissing()
        }
      case .both(let slot):
        guard let value = values[slot] else {
          batch.appendMissing()
          batch.appendMissing()
          continue
        }
        if allele > 0 {
          batch.append(text, text.part(allele, of: value))
        } else {
          batch.appendMissing()
        }
        batch.append(text, text.part(0, of: value))
      case .text(.identifier): batch.append(text, line.identifier)
      case .text(.quality): batch.append(text, line.quality)
      case .text(.filter): batch.append(text, line.filter)
      case .text(.info): batch.appendMissing()
      }
    }
  }

  /// Where the value of a key is that only few lines need.
  private func info(_ key: String, _ text: Span<UInt8>, _ line: Line) -> Range<Int>? {
    let wanted = Array((key + "=").utf8)
    var start = line.info.lowerBound
    while start < line.info.upperBound {
      let end = text.firstIndex(of: UInt8(ascii: ";"), in: start..<line.info.upperBound)
      if end - start > wanted.count,
        wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] })
      {
        return start + wanted.count..<end
      }
      start = end + 1
    }
    return nil
  }

  private func columns(
    _ text: Span<UInt8>, _ range: Range<Int>, isOpen: Bool
  ) throws(CompilationError) -> Line {
    let end = range.upperBound
    var line = Line()
    let first = text.tab(from: range.lowerBound, to: end)
    let second = text.tab(from: min(first + 1, end), to: end)
    let third = text.tab(from: min(second + 1, end), to: end)
    let fourth = text.tab(from: min(third + 1, end), to: end)
    let fifth = text.tab(from: min(fourth + 1, end), to: end)
    let sixth = text.tab(from: min(fifth + 1, end), to: end)
    let seventh = text.tab(from: min(sixth + 1, end), to: end)
    line.contig = range.lowerBound..<first
    guard seventh < end else {
      throw fault(
        isOpen
          ? .lineCutShort
          : .columnCount(
            found: Self.tabCount(text, range) + 1, expected: columnCounts.upperBound), text, line)
    }
    let info = seventh + 1..<text.firstIndex(of: 9, in: seventh + 1..<end)
    line.info = info
    if info.upperBound < end || columnCounts.lowerBound > 8 {
      let found = 8 + Self.tabCount(text, info.upperBound..<end)
      guard columnCounts.contains(found) else {
        throw fault(
          isOpen && found < columnCounts.lowerBound
            ? .lineCutShort : .columnCount(found: found, expected: columnCounts.upperBound),
          text, line)
      }
    }
    guard let position = text.number(first + 1..<second) else {
      throw fault(.positionInvalid(text.text(first + 1..<second)), text, line)
    }
    line.position = position
    line.identifier = second + 1..<third
    line.reference = third + 1..<fourth
    line.alternates = fourth + 1..<fifth
    line.quality = fifth + 1..<sixth
    line.filter = sixth + 1..<seventh
    guard !line.contig.isEmpty, !line.reference.isEmpty, !line.alternates.isEmpty else {
      throw fault(
        .recordMalformed("CHROM, REF or ALT is empty; make the file again"), text, line)
    }
    return line
  }

  private static func tabCount(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for index in range where text[index] == 9 { count += 1 }
    return count
  }

  private func fault(
    _ kind: GenomeFileError.Kind, _ text: Span<UInt8>, _ line: Line
  ) -> CompilationError {
    let contig = text.text(line.contig)
    let locus = line.position > 0 ? "\(contig):\(line.position)" : contig
    return CompilationError(
      .source(GenomeFileError(kind, path: path, record: tally.records, locus: locus)))
  }
}
