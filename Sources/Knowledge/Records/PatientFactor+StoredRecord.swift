internal import MappedIndex

extension PatientFactor: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(name: factor)
    writer.write(medicines)
    writer.write(people) { $0.write(name: $1) }
    writer.write(conditions) { $0.write(name: $1) }
    writer.write(threshold)
    writer.write(mechanism)
    writer.write(name: direction)
    writer.write(fold)
    writer.write(name: severity)
    writer.write(name: action)
    writer.write(isContraindicated)
    writer.write(doses)
    writer.write(monitoring) { $0.write(name: $1) }
    writer.write(alternatives)
    writer.write(remark)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), factor: try reader.readName(),
      medicines: try reader.readStrings(), people: try reader.readOptionalName(),
      conditions: try reader.readNames(), threshold: try reader.readOptional(),
      mechanism: try reader.readString(), direction: try reader.readName(),
      fold: try reader.readOptional(), severity: try reader.readName(),
      action: try reader.readName(), isContraindicated: try reader.readBool(),
      doses: try reader.readArray(), monitoring: try reader.readNames(),
      alternatives: try reader.readStrings(), remark: try reader.readOptionalString(),
      sources: try reader.readArray())
  }
}

extension PatientFactor.Threshold: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: measure)
    writer.write(bounds)
    writer.write(unit)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      measure: try reader.readName(), bounds: try reader.read(), unit: try reader.readString())
  }
}

extension Bounds: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(from)
    writer.write(below)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(from: try reader.readOptionalDouble(), below: try reader.readOptionalDouble())
  }
}

extension ClosedNumbers: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(low)
    writer.write(high)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(low: try reader.readDouble(), high: try reader.readOptionalDouble())
  }
}

extension FactSource: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    writer.write(detail)
    writer.write(version)
    writer.write(licence)
    writer.write(url)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      name: try reader.readString(), detail: try reader.readString(),
      version: try reader.readString(), licence: try reader.readString(),
      url: try reader.readString())
  }
}
