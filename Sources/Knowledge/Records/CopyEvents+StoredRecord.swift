internal import Genome
internal import MappedIndex

extension CopyEvents: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(name: occurrence)
    writer.write(presentAllele)
    writer.write(intervals)
    writer.write(events)
    writer.write(limits)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      gene: try reader.readString(), occurrence: try reader.readName(),
      presentAllele: try reader.readOptionalString(), intervals: try reader.readArray(),
      events: try reader.readArray(), limits: try reader.readOptionalString(),
      sources: try reader.readArray())
  }
}

extension CopyEvents.Interval: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(grch38) { $0.write(interval: $1) }
    writer.write(grch37) { $0.write(interval: $1) }
    writer.write(grch38Alternate) { $0.write(alternate: $1) }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      name: try reader.readString(), grch38: try reader.readOptionalInterval(),
      grch37: try reader.readOptionalInterval(),
      grch38Alternate: try reader.readOptional { (reader) throws(MappedIndexError) in
        try reader.readAlternate()
      })
  }
}

extension CopyEvents.Event: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: kind)
    writer.write(allele)
    writer.write(copies)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      kind: try reader.readName(), allele: try reader.readOptionalString(),
      copies: try reader.readInts())
  }
}

extension StableRegion: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: role)
    writer.write(name)
    writer.write(interval: grch38)
    writer.write(interval: grch37)
    writer.write(source)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      role: try reader.readName(), name: try reader.readString(),
      grch38: try reader.readInterval(), grch37: try reader.readInterval(),
      source: try reader.readString())
  }
}

extension RecordWriter {
  fileprivate mutating func write(interval: GenomicInterval) {
    write(Int(interval.contig.code))
    write(interval.start.value)
    write(interval.end.value)
  }

  fileprivate mutating func write(alternate interval: AlternateInterval) {
    write(interval.sequence.accession)
    write(interval.sequence.otherNames) { $0.write($1) }
    write(interval.sequence.length)
    write(interval.start.value)
    write(interval.end.value)
  }
}

extension RecordReader {
  fileprivate mutating func readInterval() throws(MappedIndexError) -> GenomicInterval {
    let (code, start, end) = (try readInt(), try readInt(), try readInt())
    guard let number = UInt8(exactly: code), let contig = Contig(code: number),
      let first = Position(start), let last = Position(end),
      let interval = GenomicInterval(contig: contig, start: first, end: last)
    else { throw damaged("\(code):\(start)-\(end) is no interval") }
    return interval
  }

  fileprivate mutating func readAlternate() throws(MappedIndexError) -> AlternateInterval {
    let sequence = AlternateSequence(
      accession: try readString(), otherNames: try readStrings(), length: try readInt())
    let (start, end) = (try readInt(), try readInt())
    guard let first = Position(start), let last = Position(end),
      let interval = AlternateInterval(sequence: sequence, start: first, end: last)
    else { throw damaged("\(sequence.accession):\(start)-\(end) is no interval") }
    return interval
  }

  fileprivate mutating func readOptionalInterval() throws(MappedIndexError) -> GenomicInterval? {
    try readOptional { (reader) throws(MappedIndexError) in try reader.readInterval() }
  }
}
