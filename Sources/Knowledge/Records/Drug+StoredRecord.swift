internal import MappedIndex

extension Drug: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(name)
    writer.write(rxnorm)
    writer.write(atc)
    writer.write(synonyms)
    writer.write(guidelines)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), name: try reader.readString(), rxnorm: try reader.readString(),
      atc: try reader.readStrings(), synonyms: try reader.readStrings(),
      guidelines: try reader.readArray())
  }
}

extension Guideline: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(source)
    writer.write(id)
    writer.write(url)
    writer.write(version)
    writer.write(licence)
    writer.write(genes)
    writer.write(citations)
    writer.write(rules)
    writer.write(remark)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      source: try reader.readString(), id: try reader.readString(), url: try reader.readString(),
      version: try reader.readString(), licence: try reader.readString(),
      genes: try reader.readStrings(), citations: try reader.readStrings(),
      rules: try reader.readArray(), remark: try reader.readOptionalString())
  }
}
