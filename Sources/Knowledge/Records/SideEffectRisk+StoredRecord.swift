internal import MappedIndex

extension SideEffectRisk: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(topic)
    writer.write(medicines)
    writer.write(reaction)
    writer.write(name: severity)
    writer.write(conditions)
    writer.write(unassessed)
    writer.write(riskClass) { $0.write(name: $1) }
    writer.write(action) { $0.write(name: $1) }
    writer.write(isContraindicated)
    writer.write(monitoring) { $0.write(name: $1) }
    writer.write(onset)
    writer.write(estimates)
    writer.write(remark)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), topic: try reader.readString(),
      medicines: try reader.readStrings(), reaction: try reader.readString(),
      severity: try reader.readName(), conditions: try reader.readArray(),
      unassessed: try reader.readOptional(), riskClass: try reader.readOptionalName(),
      action: try reader.readOptionalName(), isContraindicated: try reader.readBool(),
      monitoring: try reader.readNames(), onset: try reader.readOptionalString(),
      estimates: try reader.readArray(), remark: try reader.readOptionalString(),
      sources: try reader.readArray())
  }
}

extension SideEffectRisk.Unassessed: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(state)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(gene: try reader.readString(), state: try reader.readString())
  }
}

extension RiskEstimate: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: measure)
    writer.write(value)
    writer.write(interval)
    writer.write(population)
    writer.write(source)
    writer.write(name: basis)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      measure: try reader.readName(), value: try reader.readOptionalDouble(),
      interval: try reader.readOptional(), population: try reader.readString(),
      source: try reader.readString(), basis: try reader.readName())
  }
}
