internal import MappedIndex

extension DoseEquation: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(medicine)
    writer.write(name)
    writer.write(withoutGenes)
    writer.write(name: transform)
    writer.write(name: unit)
    writer.write(intercept)
    writer.write(terms)
    writer.write(limits)
    writer.write(plausible)
    writer.write(spread)
    writer.write(accuracy)
    writer.write(adjustment)
    writer.write(requirement)
    writer.write(sources)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), medicine: try reader.readString(),
      name: try reader.readString(), withoutGenes: try reader.readOptionalString(),
      transform: try reader.readName(), unit: try reader.readName(),
      intercept: try reader.readDouble(), terms: try reader.readArray(),
      limits: try reader.readArray(), plausible: try reader.read(), spread: try reader.read(),
      accuracy: try reader.readArray(), adjustment: try reader.readOptional(),
      requirement: try reader.readOptional(), sources: try reader.readArray())
  }
}

extension DoseTerm: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name)
    switch kind {
    case .measure(let measure, let coefficient, let assumed):
      writer.write("measure")
      writer.write(name: measure)
      writer.write(coefficient)
      writer.write(assumed)
    case .fact(let fact, let levels, let unknown):
      writer.write("fact")
      writer.write(name: fact)
      writer.write(levels)
      writer.write(unknown)
    case .medicines(let medicines, let coefficient):
      writer.write("medicines")
      writer.write(medicines)
      writer.write(coefficient)
    case .genotype(let gene, let levels, let unknown):
      writer.write("genotype")
      writer.write(gene)
      writer.write(levels)
      writer.write(unknown)
    }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let name = try reader.readString()
    let kind: Kind
    switch try reader.readString() {
    case "measure":
      kind = .measure(
        try reader.readName(), coefficient: try reader.readDouble(),
        assumed: try reader.readOptionalDouble())
    case "fact":
      kind = .fact(
        try reader.readName(), try reader.readArray(), unknown: try reader.readDouble())
    case "medicines":
      kind = .medicines(try reader.readStrings(), coefficient: try reader.readDouble())
    case "genotype":
      kind = .genotype(
        gene: try reader.readString(), try reader.readArray(),
        unknown: try reader.readOptionalDouble())
    case let other: throw reader.damaged("'\(other)' is no kind of term")
    }
    self.init(name: name, kind: kind)
  }
}

extension DoseTerm.Level: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(key)
    writer.write(amount)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(key: try reader.readString(), amount: try reader.readDouble())
  }
}

extension DoseEquation.Limit: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: measure)
    writer.write(range)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(measure: try reader.readName(), range: try reader.read())
  }
}

extension DoseEquation.Spread: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(percent)
    writer.write(low)
    writer.write(high)
    writer.write(patients)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      percent: try reader.readDouble(), low: try reader.readDouble(),
      high: try reader.readDouble(), patients: try reader.readInt())
  }
}

extension DoseEquation.Accuracy: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(group)
    writer.write(patients)
    writer.write(meanError)
    writer.write(withinFifth)
    writer.write(meanErrorWithoutGenes)
    writer.write(withinFifthWithoutGenes)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      group: try reader.readString(), patients: try reader.readInt(),
      meanError: try reader.readDouble(), withinFifth: try reader.readDouble(),
      meanErrorWithoutGenes: try reader.readOptionalDouble(),
      withinFifthWithoutGenes: try reader.readOptionalDouble())
  }
}

extension DoseEquation.Adjustment: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(alleles)
    writer.write(reckonedAs)
    writer.write(percent)
    writer.write(percentForTwo)
    writer.write(remark)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      gene: try reader.readString(), alleles: try reader.readStrings(),
      reckonedAs: try reader.readString(), percent: try reader.read(),
      percentForTwo: try reader.read(), remark: try reader.readOptionalString())
  }
}

extension DoseEquation.Requirement: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(group)
    writer.write(gene)
    writer.write(alleles)
    writer.write(positions)
    writer.write(remark)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      group: try reader.readString(), gene: try reader.readString(),
      alleles: try reader.readStrings(), positions: try reader.readStrings(),
      remark: try reader.readOptionalString())
  }
}
