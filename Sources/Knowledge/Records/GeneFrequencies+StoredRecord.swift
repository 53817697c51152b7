internal import MappedIndex

extension GeneFrequencies: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(alleles)
    writer.write(phenotypes)
    writer.write(variants)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      gene: try reader.readString(), alleles: try reader.readArray(),
      phenotypes: try reader.readArray(), variants: try reader.readArray())
  }
}

extension GeneFrequencies.Frequency: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(population)
    writer.write(share)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      name: try reader.readString(), population: try reader.readString(),
      share: try reader.readDouble())
  }
}
