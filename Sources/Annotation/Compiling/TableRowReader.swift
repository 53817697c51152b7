internal import GenomeFiles

/// Reads the lines of a BED file or another table as rows.
struct TableRowReader: ~Copyable, RowReader {
  private var source: TextChunks
  private let layout: TableLayout
  /// The columns that hold the chosen fields.
  private let columns: [(column: Int, field: IndexField)]
  private var numbers = ContigNumbers()
  private var check: ReferenceCheck
  private var next = 0
  private var line = 0
  private(set) var tally = CompilationTally()
  private var cells: [Range<Int>] = []

  /// - Parameters:
  ///   - chosen: the indices of the layout's fields to be carried, in order.
  init(
    _ source: consuming TextChunks, layout: TableLayout, chosen: [Int], reference: ReferenceBases?
  ) {
    self.source = source
    self.layout = layout
    check = ReferenceCheck(reference)
    columns = chosen.map { index in
      (layout.column(.field(index)) ?? 0, layout.fields[index])
    }
  }

  var contigs: [String] { numbers.names }
  var offset: Int { source.offset }

  mutating func fill(_ batch: inout RowBatch) throws(CompilationError) -> Bool {
    while !batch.isFull {
      if next >= source.lines.upperBound {
        guard try CompilationError.reading({ () throws(GenomeFileError) in try source.advance() })
        else { return false }
        next = source.lines.lowerBound
      }
      let bytes = source.bytes
      let text = bytes.span
      let end = source.lines.upperBound
      while next < end, !batch.isFull {
        let stop = text.firstIndex(of: 10, in: next..<end)
        line += 1
        let last = stop > next && text[stop - 1] == 13 ? stop - 1 : stop
        try read(text, next..<last, into: &batch)
        next = min(stop + 1, end)
      }
    }
    return true
  }

  private mutating func read(
    _ text: Span<UInt8>, _ range: Range<Int>, into batch: inout RowBatch
  ) throws(CompilationError) {
    guard !TableFile.isComment(text, range, isBED: layout.isZeroBased) else { return }
    tally.records += 1
    cells.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while cells.count < layout.roles.count, start <= range.upperBound {
      let end = text.tab(from: start, to: range.upperBound)
      cells.append(start..<end)
      start = end + 1
    }
    guard cells.count == layout.roles.count else {
      throw fault(
        "the line has \(cells.count) columns where \(layout.roles.count) are named; "
          + "check its tabs or --columns")
    }
    let name = cell(.contig)
    guard !name.isEmpty else { throw fault("the line names no contig; make the file again") }
    let first = try coordinate(text, .start) + (layout.isZeroBased ? 1 : 0)
    let contig = numbers.number(text, name)
    guard first <= Int(UInt32.max) else { throw fault("the start is too far; check the columns") }
    let position = UInt32(first)
    if layout.hasAlleles {
      try addAlleles(text, contig, position, to: &batch)
    } else {
      var length = 1
      if layout.column(.end) != nil {
        let last = try coordinate(text, .end)
        guard last >= first - 1 else {
          throw fault("the interval ends before it starts; check the columns")
        }
        length = last - first + 1
      }
      guard length > 0 else { return tally.leave("an interval without a base") }
      batch.begin()
      append(text, to: &batch)
      batch.finish(
        contig: contig, key: Event.site(position).key, position: position,
        length: UInt32(clamping: length))
    }
  }

  private mutating func addAlleles(
    _ text: Span<UInt8>, _ contig: UInt32, _ position: UInt32, to batch: inout RowBatch
  ) throws(CompilationError) {
    let reference = cell(.reference)
    let alternates = cell(.alternate)
    guard !reference.isEmpty, !alternates.isEmpty else {
      throw fault("REF or ALT is empty; write '.' for an ALT that is not there")
    }
    let count = text.partCount(alternates)
    if check.isOn {
      check.turn(to: contig, named: numbers.names, &tally)
      guard check.admits(text, reference, at: Int(position), &tally) else {
        return tally.leave(CompilationTally.otherReference, count)
      }
    }
    let end = layout.column(.end) == nil ? nil : text.number(cell(.end))
    for allele in 0..<count {
      let spelling = text.bytes(text.part(allele, of: alternates))
      let isSymbolic = spelling.first == UInt8(ascii: "<")
      guard
        let event = Event(
          position: Int(position), reference: text.bytes(reference), alternate: spelling,
          end: isSymbolic ? end : nil, base: check.bases)
      else {
        tally.leave(CompilationTally.reason(forNoEvent: spelling))
        continue
      }
      batch.begin(spelling: event.spelling)
      append(text, to: &batch)
      let span = isSymbolic ? end.map { max(1, $0 - Int(position) + 1) } : nil
      batch.finish(
        contig: contig, key: event.key, position: position,
        length: UInt32(clamping: span ?? reference.count))
    }
  }

  private mutating func append(_ text: Span<UInt8>, to batch: inout RowBatch) {
    for (column, field) in columns {
      let range = cells[column]
      switch field.type {
      case .flag where ["", ".", "0", "false", "no"].contains(text.text(range).lowercased()):
        batch.appendMissing()
      case .flag: batch.appendFlag()
      case .integer, .float:
        let isMissing = range.isEmpty || range.count == 1 && text[range.lowerBound] == 46
        if isMissing || NumberText.isNumber(text, range, isWhole: field.type == .integer) {
          batch.append(text, range)
        } else {
          // Other text would make the INFO that declares a number untrue.
          batch.appendMissing()
          tally.leave("value of '\(field.name)' that is no \(field.type.rawValue)")
        }
      case .character, .string: batch.append(text, range)
      }
    }
  }

  private func cell(_ role: TableLayout.Role) -> Range<Int> {
    layout.column(role).map { cells[$0] } ?? 0..<0
  }

  private func coordinate(
    _ text: Span<UInt8>, _ role: TableLayout.Role
  ) throws(CompilationError) -> Int {
    let range = cell(role)
    if let number = text.number(range) { return number }
    throw fault(
      "the \(role == .end ? "end" : "start") is '\(text.text(range).prefix(40))', not a whole "
        + "number; put '#' before a line that is not data")
  }

  private func fault(_ what: String) -> CompilationError {
    CompilationError(
      .source(GenomeFileError(.regionMalformed(what), path: source.path, line: line)))
  }
}
