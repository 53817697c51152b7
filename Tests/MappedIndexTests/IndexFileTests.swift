import Foundation
import Testing

@testable import MappedIndex
import TestSupport

struct IndexFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func sample() -> IndexWriter {
    var writer = IndexWriter(kind: "sample", version: 7)
    writer.addColumn("bytes", [1, 2, 255] as [UInt8])
    writer.addColumn("halves", [1, 65535] as [UInt16])
    writer.addColumn("words", [7, .max] as [UInt32])
    writer.addColumn("keys", [3, 5, 5, 9, .max] as [UInt64])
    writer.addColumn("signed", [-1, .min, .max] as [Int64])
    writer.addColumn("numbers", [0.25, -1e300, .infinity])
    writer.addColumn("none", [] as [UInt64])
    writer.addPool("names", ["", "a", "café", "\u{0}"].map { Array($0.utf8) })
    writer.addPool("empty", [])
    return writer
  }

  private func open(_ bytes: [UInt8]) throws -> IndexFile {
    try IndexFile(path: folder.write(bytes, to: "x.stardose"), kind: "sample", version: 7)
  }

  /// The sentence of the error that opening gives, without the folder's path.
  private func sentence(_ bytes: [UInt8]) throws -> String {
    let error = try #require(throws: MappedIndexError.self) { _ = try open(bytes) }
    return error.description.replacing(folder.path + "/", with: "")
  }

  @Test func `columns and pools read as they were written`() throws {
    let path = folder.file("x.stardose")
    try sample().write(to: path)
    let file = try IndexFile(path: path, kind: "sample", version: 7)
    #expect(try file.column("bytes", of: UInt8.self).copied() == [1, 2, 255])
    #expect(try file.column("halves", of: UInt16.self).copied() == [1, 65535])
    #expect(try file.column("words", of: UInt32.self).copied() == [7, .max])
    #expect(try file.column("keys", of: UInt64.self).copied() == [3, 5, 5, 9, .max])
    #expect(try file.column("signed", of: Int64.self).copied() == [-1, .min, .max])
    #expect(try file.column("numbers", of: Double.self).copied() == [0.25, -1e300, .infinity])
    #expect(try file.column("none", of: UInt64.self).count == 0)
    let names = try file.pool("names")
    #expect((0..<names.count).map { names.text(at: $0) } == ["", "a", "café", "\u{0}"])
    #expect(try file.pool("empty").count == 0)
  }

  @Test func `the order in which sections are added does not change the file`() {
    var first = IndexWriter(kind: "sample", version: 1)
    first.addColumn("a", [1] as [UInt64])
    first.addPool("b", [[1]])
    var second = IndexWriter(kind: "sample", version: 1)
    second.addPool("b", [[1]])
    second.addColumn("a", [1] as [UInt64])
    #expect(first.fileBytes() == second.fileBytes())
  }

  @Test func `writing leaves one file and replaces what was there`() throws {
    let path = try folder.write([1, 2, 3], to: "x.stardose")
    try sample().write(to: path)
    #expect(try folder.names == ["x.stardose"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(sample().fileBytes()))
  }

  @Test func `a failed write says why and leaves nothing`() throws {
    let path = folder.file("missing/x.stardose")
    let error = try #require(throws: MappedIndexError.self) { try sample().write(to: path) }
    #expect(
      error.description == "\(path): the file can't be written (No such file or directory); "
        + "check the folder and the free space")
    #expect(try folder.names.isEmpty)
  }

  @Test func `a missing file is named`() throws {
    let error = try #require(throws: MappedIndexError.self) {
      _ = try IndexFile(path: folder.file("no.stardose"), kind: "sample", version: 7)
    }
    #expect(error.kind == .missing)
    #expect(
      error.description
        == "\(folder.path)/no.stardose: there is no such file; check the path")
  }

  @Test func `a folder is not an index`() throws {
    let error = try #require(throws: MappedIndexError.self) {
      _ = try IndexFile(path: folder.path, kind: "sample", version: 7)
    }
    #expect(error.kind == .notAnIndex)
  }

  @Test func `another kind of file is not an index`() throws {
    #expect(
      try sentence(Array("##fileformat=VCFv4.2\n".utf8))
        == "x.stardose: the file is not a Stardose index; give one that stardose compiled")
  }

  @Test func `an empty file is truncated`() throws {
    #expect(
      try sentence([])
        == "x.stardose: the index ends early, at byte 0 of 1; copy or compile it again")
  }

  @Test func `another format is named with both versions`() throws {
    var bytes = sample().fileBytes()
    bytes[8] = 9
    #expect(
      try sentence(bytes)
        == "x.stardose: the index has format 9 and this stardose reads format 1; "
        + "compile it again with this stardose")
  }

  @Test func `another version of the content is named with both versions`() throws {
    let path = folder.file("x.stardose")
    try sample().write(to: path)
    let error = try #require(throws: MappedIndexError.self) {
      _ = try IndexFile(path: path, kind: "sample", version: 8)
    }
    #expect(error.kind == .versionMismatch(found: 7, expected: 8))
  }

  @Test func `another byte order is recognised`() throws {
    var bytes = sample().fileBytes()
    bytes[12..<16].reverse()
    #expect(
      try sentence(bytes)
        == "x.stardose: the index was written on a machine with another byte order; "
        + "compile it again on this machine")
  }

  @Test func `an index of something else is named`() throws {
    let other = IndexWriter(kind: "other", version: 7)
    #expect(
      try sentence(other.fileBytes())
        == "x.stardose: the index holds 'other' where 'sample' was asked for; give the right file")
  }

  @Test func `bytes after the end are damage`() throws {
    #expect(
      try sentence(sample().fileBytes() + [0])
        == "x.stardose: the index is damaged, it is longer than its header says; "
        + "copy or compile it again")
  }

  @Test func `a file cut anywhere is refused`() throws {
    let bytes = sample().fileBytes()
    for length in stride(from: 0, to: bytes.count, by: 13) {
      let cut = Array(bytes.prefix(length))
      let error = try #require(throws: MappedIndexError.self) { _ = try open(cut) }
      guard case .truncated(let found, _) = error.kind else {
        Issue.record("cut at \(length): \(error)")
        continue
      }
      #expect(found == length)
    }
  }

  @Test func `a flipped bit anywhere is refused`() throws {
    let bytes = sample().fileBytes()
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << UInt8(index % 8)
      #expect(throws: MappedIndexError.self, "byte \(index)") { _ = try open(damaged) }
    }
  }

  @Test func `damage to the content is told by the checksum`() throws {
    var bytes = sample().fileBytes()
    bytes[bytes.count - 1] ^= 1
    #expect(
      try sentence(bytes)
        == "x.stardose: the index is damaged, its content does not match its checksum; "
        + "copy or compile it again")
  }

  @Test func `a section that is absent or of another type is damage`() throws {
    let file = try open(sample().fileBytes())
    let absent = try #require(throws: MappedIndexError.self) {
      _ = try file.column("nowhere", of: UInt8.self)
    }
    #expect(absent.kind == .damaged("it has no section 'nowhere' of type uint8"))
    let other = try #require(throws: MappedIndexError.self) { _ = try file.pool("keys") }
    #expect(other.kind == .damaged("it has no section 'keys' of type pool"))
  }

  @Test(
    arguments: [
      [], [1, 0, 0, 0, 0, 0, 0, 0],
      // One string that runs backwards, then one that leaves the section.
      [1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 65],
      [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 65],
      [255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]])
  func `a pool whose offsets are wrong is refused`(bytes: [UInt8]) throws {
    var writer = IndexWriter(kind: "sample", version: 7)
    writer.add("names", .pool, bytes)
    let file = try open(writer.fileBytes())
    let error = try #require(throws: MappedIndexError.self) { _ = try file.pool("names") }
    #expect(error.kind == .damaged("the strings of section 'names' overlap or leave it"))
  }

  @Test func `control characters of a file are spelled out in a sentence`() throws {
    let error = try #require(throws: MappedIndexError.self) {
      _ = try open(IndexWriter(kind: "a\u{1B}b", version: 7).fileBytes())
    }
    #expect(error.kind == .otherContent(found: "a\\u{1B}b", expected: "sample"))
  }
}
