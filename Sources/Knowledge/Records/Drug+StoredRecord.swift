internal import MappedIndex

extension Drug: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(name)
    writer.write(rxnorm)
    writer.write(atc)
    writer.write(name: kind)
    writer.write(brands)
    writer.write(synonyms)
    writer.write(ingredients)
    writer.write(evidence)
    writer.write(guidelines)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), name: try reader.readString(), rxnorm: try reader.readString(),
      atc: try reader.readStrings(), kind: try reader.readName(), brands: try reader.readStrings(),
      synonyms: try reader.readStrings(), ingredients: try reader.readStrings(),
      evidence: try reader.readArray(), guidelines: try reader.readArray())
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
    writer.write(leavesOut)
    writer.write(remark)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      source: try reader.readString(), id: try reader.readString(), url: try reader.readString(),
      version: try reader.readString(), licence: try reader.readString(),
      genes: try reader.readStrings(), citations: try reader.readStrings(),
      rules: try reader.readArray(), leavesOut: try reader.readArray(),
      remark: try reader.readOptionalString())
  }
}

extension PairEvidence: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(cpicLevel)
    writer.write(clinpgxLevel)
    writer.write(fdaTesting)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      gene: try reader.readString(), cpicLevel: try reader.readString(),
      clinpgxLevel: try reader.readString(), fdaTesting: try reader.readString())
  }
}

extension GuidelinePair: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(source)
    writer.write(drug)
    writer.write(guideline)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      source: try reader.readString(), drug: try reader.readString(),
      guideline: try reader.readString())
  }
}
