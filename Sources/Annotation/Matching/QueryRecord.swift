internal import GenomeFiles

/// What a source is asked about: a record's place and what its alternate alleles do.
struct QueryRecord {
  /// POS, 1-based; 0 is allowed and lies before the first base.
  private(set) var position: UInt32 = 0
  /// The last base the record covers, 1-based.
  private(set) var end: UInt32 = 0
  /// The packed key of each alternate allele; 0 where nothing can be looked up, as for `*`.
  private(set) var keys: [UInt64] = []
  /// The spelling of each allele whose key needs one.
  private(set) var spellings: [[UInt8]] = []
  /// Whether ALT is `.`, so that the record speaks of a place only.
  private(set) var isSite = false
  private var values = InfoValues(["END", "SVLEN"])

  /// Reads the record in a line.
  ///
  /// - Parameters:
  ///   - text: the text that holds the line.
  ///   - line: where its columns lie.
  ///   - base: the reference base at a 1-based coordinate of the contig, where a FASTA is given.
  mutating func read(_ text: [UInt8], _ line: LineColumns, base: ((Int) -> UInt8?)?) {
    position = UInt32(truncatingIfNeeded: line.position)
    let reference = line.referenceStart..<line.alternateStart - 1
    end = UInt32(clamping: line.position + max(reference.count, 1) - 1)
    var count = 0
    if !spellings.isEmpty { spellings.removeAll(keepingCapacity: true) }
    isSite = false
    let last = line.qualityStart - 1
    let span = text.span
    var start = line.alternateStart
    while start <= last {
      var stop = start
      while stop < last, span[stop] != UInt8(ascii: ",") { stop += 1 }
      let key = read(text, line, reference, start..<stop, ordinal: count, base: base)
      // Overwriting costs less than emptying and filling again for each record.
      if count < keys.count { keys[count] = key } else { keys.append(key) }
      count += 1
      start = stop + 1
    }
    if keys.count > count { keys.removeLast(keys.count - count) }
  }

  private mutating func read(
    _ text: [UInt8], _ line: LineColumns, _ reference: Range<Int>, _ alternate: Range<Int>,
    ordinal: Int, base: ((Int) -> UInt8?)?
  ) -> UInt64 {
    let plain = PlainAllele(
      text.span, position: position, reference: reference, alternate: alternate, rolls: base != nil)
    switch plain {
    case .event(let key): return key.packed
    case .nothing: return 0
    case .other: return readOther(text, line, reference, alternate, ordinal: ordinal, base: base)
    }
  }

  private mutating func readOther(
    _ text: [UInt8], _ line: LineColumns, _ reference: Range<Int>, _ alternate: Range<Int>,
    ordinal: Int, base: ((Int) -> UInt8?)?
  ) -> UInt64 {
    let spelling = Array(text[alternate])
    if spelling == [UInt8(ascii: ".")] { isSite = true }
    var last: Int?
    if spelling.first == UInt8(ascii: "<") {
      last = symbolicEnd(text, line, spelling, ordinal: ordinal)
      if let last { end = max(end, UInt32(clamping: last)) }
    }
    let event = Event(
      position: Int(position), reference: Array(text[reference]), alternate: spelling, end: last,
      base: base)
    if let event, !event.spelling.isEmpty {
      while spellings.count < ordinal { spellings.append([]) }
      spellings.append(event.spelling)
    }
    return event?.key.packed ?? 0
  }

  /// The last base of a symbolic allele, from INFO.
  private mutating func symbolicEnd(
    _ text: [UInt8], _ line: LineColumns, _ spelling: [UInt8], ordinal: Int
  ) -> Int? {
    values.read(text.span, line.infoStart..<line.infoEnd)
    let number = { (range: Range<Int>) in Int(String(decoding: text[range], as: UTF8.self)) }
    let lengths = values[1].map { text[$0].split(separator: UInt8(ascii: ",")) } ?? []
    let length = lengths.indices.contains(ordinal) ? lengths[ordinal] : lengths.first
    return SymbolicSpan.end(
      position: Int(position), alternate: spelling, end: values[0].flatMap(number),
      length: length.flatMap { number($0.startIndex..<$0.endIndex) })
  }

  /// The spelling of an allele; empty if its key says all.
  func spelling(_ allele: Int) -> [UInt8] { allele < spellings.count ? spellings[allele] : [] }

  /// The name of a symbolic allele such as `<DEL>`, brackets included; nil for others.
  static func symbolicType(_ spelling: [UInt8]) -> ArraySlice<UInt8>? {
    guard spelling.first == UInt8(ascii: "<"),
      let close = spelling.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return spelling[...close]
  }
}
