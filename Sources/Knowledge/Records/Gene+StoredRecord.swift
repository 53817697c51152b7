internal import Genome
internal import MappedIndex

extension Gene: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(symbol)
    writer.write(contig.map { Int($0.code) })
    writer.write(name: inheritance)
    writer.write(positions)
    writer.write(alleles)
    writer.write(calling)
    writer.write(phenotyping)
    writer.write(sources)
    writer.write(literature)
    writer.write(hgnc)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let symbol = try reader.readString()
    let code = try reader.readOptionalInt()
    var contig: Contig?
    if let code {
      guard let number = UInt8(exactly: code), let read = Contig(code: number) else {
        throw reader.damaged("\(code) is no contig")
      }
      contig = read
    }
    self.init(
      symbol: symbol, contig: contig, inheritance: try reader.readName(),
      positions: try reader.readArray(), alleles: try reader.readArray(),
      calling: try reader.read(), phenotyping: try reader.read(), sources: try reader.readArray(),
      literature: try reader.readOptional(), hgnc: try reader.readString())
  }
}

extension NamedAllele: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(function)
    writer.write(activity)
    writer.write(cells)
    writer.write(reportedAs)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      name: try reader.readString(), function: try reader.readOptionalString(),
      activity: try reader.readOptional(), cells: try reader.readArray(),
      reportedAs: try reader.readOptionalString())
  }
}

extension NamedAllele.Cell: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(position)
    writer.write(UInt64(accepted))
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let position = try reader.readInt()
    guard let accepted = UInt16(exactly: try reader.readUnsigned()) else {
      throw reader.damaged("a cell accepts too many alleles")
    }
    self.init(position: position, accepted: accepted)
  }
}

extension ActivityScore: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(hundredths)
    writer.write(isLowerBound)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(hundredths: try reader.readInt(), isLowerBound: try reader.readBool())
  }
}

extension SourceReference: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(version)
    writer.write(licence)
    writer.write(url)
    writer.write(attribution)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      name: try reader.readString(), version: try reader.readString(),
      licence: try reader.readString(), url: try reader.readString(),
      attribution: try reader.readString())
  }
}

extension LiteratureWeight: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(clinpgxLevel)
    writer.write(annotations)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(clinpgxLevel: try reader.readString(), annotations: try reader.readInt())
  }
}
