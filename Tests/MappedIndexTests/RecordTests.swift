import Testing

@testable import MappedIndex

struct RecordTests {
  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 127, 128, 300, -12345, .max, .min] as [Int])
  func `a signed number reads as it was written`(number: Int) throws {
    var writer = RecordWriter()
    writer.write(number)
    var reader = RecordReader(writer.bytes, place: "x")
    #expect(try reader.readInt() == number)
    try reader.finish()
  }

  @Test(arguments: [0, 127, 128, 16383, 16384, .max] as [UInt64])
  func `an unsigned number reads as it was written`(number: UInt64) throws {
    var writer = RecordWriter()
    writer.write(number)
    var reader = RecordReader(writer.bytes, place: "x")
    #expect(try reader.readUnsigned() == number)
  }

  @Test func `all kinds of value follow each other`() throws {
    var writer = RecordWriter()
    writer.write(true)
    writer.write(0.1)
    writer.write("*2 ≥ café")
    writer.write(["a", ""]) { $0.write($1) }
    writer.write(nil as Int?) { $0.write($1) }
    writer.write(5 as Int?) { $0.write($1) }
    var reader = RecordReader(writer.bytes, place: "x")
    #expect(try reader.readBool())
    #expect(try reader.readDouble() == 0.1)
    #expect(try reader.readString() == "*2 ≥ café")
    let texts = try reader.readArray { (reader) throws(MappedIndexError) in
      try reader.readString()
    }
    #expect(texts == ["a", ""])
    let absent = try reader.readOptional { (reader) throws(MappedIndexError) in
      try reader.readInt()
    }
    #expect(absent == nil)
    let present = try reader.readOptional { (reader) throws(MappedIndexError) in
      try reader.readInt()
    }
    #expect(present == 5)
    try reader.finish()
  }

  @Test func `a record that ends early says so`() throws {
    var reader = RecordReader([0x80], place: "x.stardose, gene 'G'")
    let error = try #require(throws: MappedIndexError.self) { try reader.readUnsigned() }
    #expect(
      error.description == "x.stardose, gene 'G': the index is damaged, "
        + "the record ends at byte 1 of the record; copy or compile it again")
  }

  @Test func `a length that leaves the record is refused before memory is asked for`() throws {
    let bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    var text = RecordReader(bytes, place: "x")
    let error = try #require(throws: MappedIndexError.self) { try text.readString() }
    #expect(error.kind == .damaged("a length leaves the record at byte 9 of the record"))
  }

  @Test(
    arguments: [
      ([2], "a yes or no is neither at byte 1 of the record"),
      ([], "the record ends at byte 0 of the record"),
    ] as [([UInt8], String)])
  func `a truth value is 0 or 1`(bytes: [UInt8], how: String) throws {
    var reader = RecordReader(bytes, place: "x")
    let error = try #require(throws: MappedIndexError.self) { try reader.readBool() }
    #expect(error.kind == .damaged(how))
  }

  @Test func `a number of more than 64 bits is refused`() throws {
    var reader = RecordReader([UInt8](repeating: 0xFF, count: 10) + [1], place: "x")
    let error = try #require(throws: MappedIndexError.self) { try reader.readUnsigned() }
    #expect(error.kind == .damaged("a number is too long at byte 10 of the record"))
  }

  @Test func `a text that is not UTF-8 is refused`() throws {
    var reader = RecordReader([2, 0xC3, 0x28], place: "x")
    let error = try #require(throws: MappedIndexError.self) { try reader.readString() }
    #expect(error.kind == .damaged("a text is not UTF-8 at byte 1 of the record"))
  }

  @Test func `a number with a fraction needs eight bytes`() throws {
    var reader = RecordReader([1, 2, 3], place: "x")
    #expect(throws: MappedIndexError.self) { try reader.readDouble() }
  }

  @Test func `bytes after the last field are refused`() throws {
    let reader = RecordReader([1], place: "x")
    let error = try #require(throws: MappedIndexError.self) { try reader.finish() }
    #expect(error.kind == .damaged("the record goes on at byte 0 of the record"))
  }
}
