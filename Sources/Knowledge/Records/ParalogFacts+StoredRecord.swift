internal import Genome
internal import MappedIndex

extension ParalogFacts: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(paralog)
    writer.write(contig.name)
    writer.write(decoys.count)
    for sequence in [geneSequence, paralogSequence] + decoys {
      writer.write(sequence.start.value)
      writer.write(sequence.bases)
    }
    writer.write(laid.paralogStart)
    writer.write(laid.geneStart)
    writer.write(laid.text)
    writer.write(differences)
    for range in [body, spacer] { writer.write([range.lowerBound, range.upperBound]) }
    writer.write(deletion)
    writer.write(hybrids)
    writer.write(commonArrangements)
    for assembly in Assembly.allCases {
      for regions in [readRegions, stableRegions] {
        writer.write((regions[assembly] ?? []).flatMap { [$0.start.value, $0.end.value] })
      }
    }
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let gene = try reader.readString()
    let paralog = try reader.readString()
    let name = try reader.readString()
    guard let contig = Contig(name: name) else { throw reader.damaged("'\(name)' is no contig") }
    let decoyCount = try reader.readInt()
    let geneSequence = try Self.sequence(&reader)
    let paralogSequence = try Self.sequence(&reader)
    var decoys: [SequenceContext] = []
    for _ in 0..<min(max(0, decoyCount), 100) { decoys.append(try Self.sequence(&reader)) }
    let (paralogStart, geneStart) = (try reader.readInt(), try reader.readInt())
    let text = try reader.readString()
    guard let runs = LaidSequence.runs(text) else {
      throw reader.damaged("'\(text)' is no alignment")
    }
    let differences: [DifferingBase] = try reader.readArray()
    let body = try Self.range(&reader)
    let spacer = try Self.range(&reader)
    let deletion = try reader.readString()
    let hybrids: [HybridGene] = try reader.readArray()
    let common = try reader.readStrings()
    var (reads, stable): ([Assembly: [GenomicInterval]], [Assembly: [GenomicInterval]]) = ([:], [:])
    for assembly in Assembly.allCases {
      reads[assembly] = try Self.intervals(&reader, contig)
      stable[assembly] = try Self.intervals(&reader, contig)
    }
    self.init(
      gene: gene, paralog: paralog, contig: contig, geneSequence: geneSequence,
      paralogSequence: paralogSequence, decoys: decoys,
      laid: LaidSequence(paralogStart: paralogStart, geneStart: geneStart, runs: runs),
      differences: differences, body: body, spacer: spacer, deletion: deletion, hybrids: hybrids,
      commonArrangements: common, readRegions: reads, stableRegions: stable,
      sources: try reader.readArray())
  }

  private static func sequence(_ reader: inout RecordReader)
    throws(MappedIndexError) -> SequenceContext
  {
    guard let start = Position(try reader.readInt()) else {
      throw reader.damaged("a start below 1")
    }
    return SequenceContext(start: start, bases: try reader.readString())
  }

  private static func range(_ reader: inout RecordReader)
    throws(MappedIndexError) -> ClosedRange<Int>
  {
    let ends = try reader.readInts()
    guard ends.count == 2, ends[0] <= ends[1] else { throw reader.damaged("a range is no range") }
    return ends[0]...ends[1]
  }

  private static func intervals(_ reader: inout RecordReader, _ contig: Contig)
    throws(MappedIndexError) -> [GenomicInterval]
  {
    let ends = try reader.readInts()
    var intervals: [GenomicInterval] = []
    for index in stride(from: 0, to: ends.count - 1, by: 2) {
      guard let start = Position(ends[index]), let end = Position(ends[index + 1]),
        let interval = GenomicInterval(contig: contig, start: start, end: end)
      else { throw reader.damaged("an interval is none") }
      intervals.append(interval)
    }
    return intervals
  }
}

extension DifferingBase: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(position)
    writer.write(gene)
    writer.write(paralogPosition)
    writer.write(paralog)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      position: try reader.readInt(), gene: try reader.readString(),
      paralogPosition: try reader.readInt(), paralog: try reader.readString())
  }
}

extension HybridGene: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(name: paralogSide)
    writer.write([switchRange.lowerBound, switchRange.upperBound])
    writer.write(name: spacer)
    writer.write(standsAlone)
    writer.write(backbones)
    writer.write(variants)
    writer.write(source)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let name = try reader.readString()
    let side: Side = try reader.readName()
    let ends = try reader.readInts()
    guard ends.count == 2, ends[0] <= ends[1] else { throw reader.damaged("a range is no range") }
    self.init(
      name: name, paralogSide: side, switchRange: ends[0]...ends[1], spacer: try reader.readName(),
      standsAlone: try reader.readBool(), backbones: try reader.readStrings(),
      variants: try reader.readArray(),
      source: try reader.readString())
  }
}

extension HybridGene.Variant: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(position)
    writer.write(reference)
    writer.write(alternate)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      position: try reader.readInt(), reference: try reader.readString(),
      alternate: try reader.readString())
  }
}
