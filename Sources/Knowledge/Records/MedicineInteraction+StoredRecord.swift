internal import MappedIndex

extension MedicineInteraction: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(medicines)
    writer.write(partners)
    writer.write(mechanism)
    writer.write(genes)
    writer.write(name: direction)
    writer.write(fold)
    writer.write(name: severity)
    writer.write(name: action)
    writer.write(isContraindicated)
    writer.write(doses)
    writer.write(monitoring) { $0.write(name: $1) }
    writer.write(alternatives)
    writer.write(partnerAlternatives)
    writer.write(remark)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), medicines: try reader.readStrings(),
      partners: try reader.readStrings(), mechanism: try reader.readString(),
      genes: try reader.readStrings(), direction: try reader.readName(),
      fold: try reader.readOptional(), severity: try reader.readName(),
      action: try reader.readName(), isContraindicated: try reader.readBool(),
      doses: try reader.readArray(), monitoring: try reader.readNames(),
      alternatives: try reader.readStrings(), partnerAlternatives: try reader.readStrings(),
      remark: try reader.readOptionalString(), sources: try reader.readArray())
  }
}
