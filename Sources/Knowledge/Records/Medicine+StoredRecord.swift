internal import MappedIndex

extension Medicine: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(name)
    writer.write(name: kind)
    writer.write(rxnorm)
    writer.write(atc)
    writer.write(brands)
    writer.write(synonyms)
    writer.write(ingredients)
    writer.write(roles)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), name: try reader.readString(), kind: try reader.readName(),
      rxnorm: try reader.readString(), atc: try reader.readStrings(),
      brands: try reader.readStrings(), synonyms: try reader.readStrings(),
      ingredients: try reader.readStrings())
    roles = try reader.readArray()
    sources = try reader.readStrings()
  }
}

extension ProteinRole: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(protein)
    writer.write(name: role)
    writer.write(name: strength)
    writer.write(support)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      protein: try reader.readString(), role: try reader.readName(),
      strength: try reader.readName(), support: try reader.readInt(),
      sources: try reader.readStrings())
  }
}
