internal import MappedIndex

extension EnzymeConversion: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(proteins)
    writer.write(isLikelyOnly)
    writer.write(ranks) { $0.write($1) }
    writer.write(effects)
    writer.write(remark)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      gene: try reader.readString(), proteins: try reader.readStrings(),
      isLikelyOnly: try reader.readBool(),
      ranks: try reader.readArray { (reader) throws(MappedIndexError) in try reader.readStrings() },
      effects: try reader.readArray(), remark: try reader.readOptionalString(),
      sources: try reader.readArray())
  }
}

extension EnzymeConversion.Effect: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: role)
    writer.write(name: strength)
    switch change {
    case .multiply(let hundredths):
      writer.write("multiply")
      writer.write(hundredths)
    case .step(let ranks):
      writer.write("step")
      writer.write("\(ranks)")
    case .lowest:
      writer.write("lowest")
    }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let role: ProteinRole.Role = try reader.readName()
    let strength: ProteinRole.Strength = try reader.readName()
    let kind = try reader.readString()
    switch kind {
    case "multiply":
      self.init(
        role: role, strength: strength, change: .multiply(hundredths: try reader.readInt()))
    case "step":
      let text = try reader.readString()
      guard let ranks = Int(text) else { throw reader.damaged("'\(text)' is no number of ranks") }
      self.init(role: role, strength: strength, change: .step(ranks))
    case "lowest": self.init(role: role, strength: strength, change: .lowest)
    default: throw reader.damaged("'\(kind)' is no change of a result")
    }
  }
}

extension HabitSubstance: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: factor)
    writer.write(medicine)
    writer.write(converts)
    writer.write(remark)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      factor: try reader.readName(), medicine: try reader.readString(),
      converts: try reader.readBool(), remark: try reader.readOptionalString())
  }
}
