internal import MappedIndex

extension Phenotyping: StoredRecord {
  func write(to writer: inout RecordWriter) {
    switch self {
    case .functionPair(let rules):
      writer.write("functionPair")
      writer.write(rules)
    case .activityScore(let rules):
      writer.write("activityScore")
      writer.write(rules)
    case .watchedAlleles(let names):
      writer.write("watchedAlleles")
      writer.write(names)
    case .diplotype:
      writer.write("diplotype")
    }
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    switch try reader.readString() {
    case "functionPair": self = .functionPair(try reader.readArray())
    case "activityScore": self = .activityScore(try reader.readArray())
    case "watchedAlleles": self = .watchedAlleles(try reader.readStrings())
    case "diplotype": self = .diplotype
    case let other: throw reader.damaged("'\(other)' is no kind of phenotyping")
    }
  }
}

extension Phenotyping.FunctionRule: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(functions)
    writer.write(phenotype)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(functions: try reader.readStrings(), phenotype: try reader.readString())
  }
}

extension Phenotyping.ScoreRule: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(range)
    writer.write(phenotype)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(range: try reader.read(), phenotype: try reader.readString())
  }
}

extension ScoreRange: StoredRecord {
  func write(to writer: inout RecordWriter) {
    writer.write(lowest)
    writer.write(highest)
  }

  init(from reader: inout RecordReader) throws(MappedIndexError) {
    self.init(lowest: try reader.readInt(), highest: try reader.readOptionalInt())
  }
}
