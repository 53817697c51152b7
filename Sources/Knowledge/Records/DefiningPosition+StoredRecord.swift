internal import Genome
internal import MappedIndex

extension DefiningPosition: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(rsid)
    writer.write(hgvs)
    writer.write(alleles)
    writer.write(grch38)
    writer.write(grch37)
    writer.write(name: role)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), rsid: try reader.readOptionalString(),
      hgvs: try reader.readString(), alleles: try reader.readStrings(),
      grch38: try reader.read(), grch37: try reader.readOptional(), role: try reader.readName())
  }
}

extension DefiningPosition.Locus: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(position)
    writer.write(referenceIndex)
    writer.write(context)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      position: try reader.read(), referenceIndex: try reader.readInt(),
      context: try reader.readOptional())
  }
}

extension SequenceContext: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(start)
    writer.write(bases)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(start: try reader.read(), bases: try reader.readString())
  }
}

extension Position: StoredRecord {
  func write(to writer: inout RecordWriter) { writer.write(value) }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let value = try reader.readInt()
    guard let position = Position(value) else { throw reader.damaged("\(value) is no position") }
    self = position
  }
}
