import Testing
import TestSupport

@testable import GenomeFiles

/// ZIP archives are read whole or refused.
struct ZipArchiveTests {
  @Test func `deflated members are unpacked by name`() throws {
    #expect(ZipArchive.begins(SampleArchives.results))
    let archive = try ZipArchive(SampleArchives.results, path: "r.zip")
    #expect(archive.names == ["tmp1/metadata.txt", "tmp1/data.tsv"])
    let facts = try #require(try archive.member("tmp1/metadata.txt"))
    #expect(String(decoding: facts, as: UTF8.self).hasPrefix("Platform=WGS\nGene=CYP2D6\n"))
    #expect(try archive.member("tmp1/other.txt") == nil)
  }

  @Test func `stored and empty members are read as they are`() throws {
    let archive = try ZipArchive(SampleArchives.stored, path: "s.zip")
    #expect(try archive.member("data.tsv") == Array("stored".utf8))
    #expect(try archive.member("empty.txt") == [])
  }

  @Test func `an archive that is cut off anywhere is refused`() {
    for length in 0..<SampleArchives.results.count {
      #expect(throws: GenomeFileError.self) {
        try ZipArchive(Array(SampleArchives.results.prefix(length)), path: "r.zip")
      }
    }
  }

  @Test func `no flipped byte changes what a member says`() throws {
    let sound = try ZipArchive(SampleArchives.results, path: "r.zip").member("tmp1/data.tsv")
    for place in SampleArchives.results.indices {
      var bytes = SampleArchives.results
      bytes[place] ^= 0x55
      let read = try? ZipArchive(bytes, path: "r.zip").member("tmp1/data.tsv")
      #expect(read == nil || read == .some(nil) || read == sound)
    }
  }

  @Test func `damage is said in one sentence`() {
    var bytes = SampleArchives.stored
    bytes[38] ^= 0xFF
    let error = #expect(throws: GenomeFileError.self) {
      try ZipArchive(bytes, path: "s.zip").member("data.tsv")
    }
    #expect(
      error?.description
        == "s.zip: reading failed: the ZIP archive is damaged or of an unusual kind; make it again")
  }
}
