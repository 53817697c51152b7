internal import MappedIndex

/// A value that is kept in the compiled knowledge base as bytes.
///
/// The fields follow each other in the order of declaration. Enums are written as their raw text,
/// so that a new case can't change the meaning of an old file.
protocol StoredRecord {
  /// Adds the value to a record.
  func write(to writer: inout RecordWriter)
  /// Reads the value from a record.
  init(from reader: inout RecordReader) throws(MappedIndexError)
}

extension RecordWriter {
  mutating func write<Value: StoredRecord>(_ value: Value) { value.write(to: &self) }

  mutating func write<Value: StoredRecord>(_ values: [Value]) {
    write(values) { writer, value in value.write(to: &writer) }
  }

  mutating func write<Value: StoredRecord>(_ value: Value?) {
    write(value) { writer, value in value.write(to: &writer) }
  }

  mutating func write(_ values: [String]) { write(values) { $0.write($1) } }

  mutating func write(_ values: [Int]) { write(values) { $0.write($1) } }

  mutating func write(_ value: String?) { write(value) { $0.write($1) } }

  mutating func write(_ value: Int?) { write(value) { $0.write($1) } }

  mutating func write(_ value: Double?) { write(value) { $0.write($1) } }

  mutating func write<Value: RawRepresentable<String>>(name value: Value) { write(value.rawValue) }
}

extension RecordReader {
  mutating func read<Value: StoredRecord>(_: Value.Type = Value.self)
    throws(MappedIndexError) -> Value
  {
    try Value(from: &self)
  }

  mutating func readArray<Value: StoredRecord>(of: Value.Type = Value.self)
    throws(MappedIndexError) -> [Value]
  {
    try readArray { (reader) throws(MappedIndexError) in try Value(from: &reader) }
  }

  mutating func readOptional<Value: StoredRecord>(of: Value.Type = Value.self)
    throws(MappedIndexError) -> Value?
  {
    try readOptional { (reader) throws(MappedIndexError) in try Value(from: &reader) }
  }

  mutating func readStrings() throws(MappedIndexError) -> [String] {
    try readArray { (reader) throws(MappedIndexError) in try reader.readString() }
  }

  mutating func readInts() throws(MappedIndexError) -> [Int] {
    try readArray { (reader) throws(MappedIndexError) in try reader.readInt() }
  }

  mutating func readOptionalString() throws(MappedIndexError) -> String? {
    try readOptional { (reader) throws(MappedIndexError) in try reader.readString() }
  }

  mutating func readOptionalInt() throws(MappedIndexError) -> Int? {
    try readOptional { (reader) throws(MappedIndexError) in try reader.readInt() }
  }

  mutating func readOptionalDouble() throws(MappedIndexError) -> Double? {
    try readOptional { (reader) throws(MappedIndexError) in try reader.readDouble() }
  }

  /// Reads an enum written by its raw text.
  mutating func readName<Value: RawRepresentable<String>>(of: Value.Type = Value.self)
    throws(MappedIndexError) -> Value
  {
    let text = try readString()
    guard let value = Value(rawValue: text) else { throw damaged("'\(text)' is no \(Value.self)") }
    return value
  }

  mutating func readOptionalName<Value: RawRepresentable<String>>(of: Value.Type = Value.self)
    throws(MappedIndexError) -> Value?
  {
    try readOptional { (reader) throws(MappedIndexError) in try reader.readName() }
  }

  mutating func readNames<Value: RawRepresentable<String>>(of: Value.Type = Value.self)
    throws(MappedIndexError) -> [Value]
  {
    try readArray { (reader) throws(MappedIndexError) in try reader.readName() }
  }

  /// Reads one whole record and refuses bytes after it.
  static func decode<Value: StoredRecord>(_ bytes: [UInt8], place: String)
    throws(MappedIndexError) -> Value
  {
    var reader = RecordReader(bytes, place: place)
    let value = try reader.read(Value.self)
    try reader.finish()
    return value
  }
}
