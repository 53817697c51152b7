internal import MappedIndex

extension GuidanceRule: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(id)
    writer.write(conditions)
    writer.write(population)
    writer.write(name: action)
    writer.write(isConsideration)
    writer.write(alsoActions) { $0.write(name: $1) }
    writer.write(doses)
    writer.write(alternatives)
    writer.write(alternativeKind)
    writer.write(excludedAlternatives)
    writer.write(monitoring) { $0.write(name: $1) }
    writer.write(implications)
    writer.write(remark)
    writer.write(strength)
    writer.write(sourceRows)
    writer.write(audience)
    writer.write(isContraindicated)
    writer.write(titration) { $0.write(name: $1) }
    writer.write(tests) { $0.write(name: $1) }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      id: try reader.readString(), conditions: try reader.readArray(),
      population: try reader.readString(), action: try reader.readName(),
      isConsideration: try reader.readBool(),
      alsoActions: try reader.readNames(),
      doses: try reader.readArray(), alternatives: try reader.readStrings(),
      alternativeKind: try reader.readOptionalString(),
      excludedAlternatives: try reader.readStrings(),
      monitoring: try reader.readNames(),
      implications: try reader.readArray(), remark: try reader.readOptionalString(),
      strength: try reader.readString(), sourceRows: try reader.readStrings(),
      audience: try reader.readOptional(), isContraindicated: try reader.readBool(),
      titration: try reader.readNames(), tests: try reader.readNames())
  }
}

extension GeneCondition: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    switch requirement {
    case .phenotypes(let names):
      writer.write("phenotypes")
      writer.write(names)
    case .scores(let ranges):
      writer.write("scores")
      writer.write(ranges)
    case .noScore:
      writer.write("noScore")
    case .carries(let names):
      writer.write("carries")
      writer.write(names)
    case .diplotypes(let names):
      writer.write("diplotypes")
      writer.write(names)
    }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    let gene = try reader.readString()
    let requirement: Requirement
    switch try reader.readString() {
    case "phenotypes": requirement = .phenotypes(try reader.readStrings())
    case "scores": requirement = .scores(try reader.readArray())
    case "noScore": requirement = .noScore
    case "carries": requirement = .carries(try reader.readStrings())
    case "diplotypes": requirement = .diplotypes(try reader.readStrings())
    case let other: throw reader.damaged("'\(other)' is no kind of requirement")
    }
    self.init(gene: gene, requirement: requirement)
  }
}

extension DoseAdvice: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(name: phase)
    writer.write(name: quantity)
    writer.write(low)
    writer.write(high)
    writer.write(unit)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      phase: try reader.readName(), quantity: try reader.readName(), low: try reader.readDouble(),
      high: try reader.readOptionalDouble(), unit: try reader.readString())
  }
}

extension Implication: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(gene)
    writer.write(name: effect)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(gene: try reader.readString(), effect: try reader.readName())
  }
}

extension Audience: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(ageGroup) { $0.write(name: $1) }
    writer.write(ageYears)
    writer.write(weightKg)
    writer.write(indication)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(
      ageGroup: try reader.readOptionalName(), ageYears: try reader.readOptional(),
      weightKg: try reader.readOptional(), indication: try reader.readOptionalString())
  }
}
