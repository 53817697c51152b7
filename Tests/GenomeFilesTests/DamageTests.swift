import Foundation
import GenomeFiles
import Testing

struct DamageTests {
  /// About 300 kB of text, so several BGZF blocks.
  private static let text: String = {
    var vcf = SampleVCF()
    var random = Seeded(state: 7)
    for index in 1...6000 {
      let name = UInt32.random(in: 0...UInt32.max, using: &random)
      vcf.lines.append("chr1\t\(index * 10)\trs\(name)\tA\tG\t.\t.\t.\tGT\t0/1")
    }
    return vcf.text
  }()

  private static let damaged =
    "a compressed block is damaged, so records are lost; copy or make the file again"
  private static let truncated =
    "the compressed file ends before its end block, so the last part is missing; "
    + "copy or make it again"

  @Test(arguments: [1, 3])
  func `a file cut anywhere is refused`(threads: Int) throws {
    let folder = try Folder()
    _ = try folder.compressed("whole.vcf.gz", Self.text)
    let whole = try folder.data("whole.vcf.gz")
    for length in stride(from: 30, to: whole.count, by: 1009) {
      let path = try folder.file("cut.vcf.gz", whole.prefix(length))
      #expect(failure { _ = try scan(path, threads: threads) }?.kind == .truncated)
    }
    let path = try folder.file("cut.vcf.gz", whole.dropLast(28))
    #expect(failure { _ = try scan(path) }?.description == "\(path): \(Self.truncated)")
  }

  @Test(arguments: [1, 3])
  func `a pipe cut anywhere is refused`(threads: Int) throws {
    let folder = try Folder()
    _ = try folder.compressed("whole.vcf.gz", Self.text)
    let whole = try folder.data("whole.vcf.gz")
    for length in Array(stride(from: 30, to: whole.count, by: 9001)) + [whole.count - 28] {
      let error = failure {
        _ = try throughPipe(whole.prefix(length)) { try scan($0, threads: threads) }
      }
      #expect(error?.kind == .truncated || error?.kind == .damaged, "\(length) bytes")
    }
    let count = try throughPipe(whole) { try scan($0, threads: threads).records.count }
    #expect(count == 6000)
  }

  @Test(arguments: [1, 3])
  func `a flipped bit is refused or changes nothing`(threads: Int) throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", Self.text)
    let expected = try scan(path).records
    let whole = try folder.data("a.vcf.gz")
    var refused = 0
    for offset in stride(from: 11, to: whole.count, by: 1511) {
      var data = whole
      data[offset] ^= 0x10
      _ = try folder.file("a.vcf.gz", data)
      do {
        let records = try scan(path, threads: threads).records
        #expect(records == expected, "offset \(offset)")
      } catch let error as GenomeFileError {
        refused += 1
        #expect(
          [.damaged, .truncated].contains(error.kind)
            || error.kind == .unknownFormat(beginning: ""),
          "offset \(offset): \(error)")
      }
    }
    #expect(refused > 10)
  }

  @Test func `a damaged block is named in a sentence`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", Self.text)
    var data = try folder.data("a.vcf.gz")
    data[data.count / 2] ^= 0xFF
    _ = try folder.file("a.vcf.gz", data)
    #expect(failure { _ = try scan(path) }?.description == "\(path): \(Self.damaged)")
  }

  @Test(arguments: [
    ("garbage", "7 bytes that are", "follow", "them"), ("!", "1 byte that is", "follows", "it"),
  ])
  func `bytes after the end block are refused for what they are`(
    text: String, count: String, verb: String, object: String
  ) throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", Self.text)
    _ = try folder.file("a.vcf.gz", folder.data("a.vcf.gz") + Data(text.utf8))
    let sentence =
      "\(path): \(count) no compressed block \(verb) the block that marks the file's end; "
      + "cut \(object) off, or copy or make the file again"
    #expect(failure { _ = try scan(path) }?.description == sentence)
  }

  @Test func `a second file that is joined on and cut is truncated`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", Self.text)
    let whole = try folder.data("a.vcf.gz")
    _ = try folder.file("a.vcf.gz", whole + whole.prefix(whole.count / 2))
    #expect(failure { _ = try scan(path) }?.kind == .truncated)
  }

  @Test func `a cut gzip stream is refused`() throws {
    let folder = try Folder()
    let path = try folder.compressed("a.vcf.gz", Self.text, isPlainGzip: true)
    #expect(try scan(path).records.count == 6000)
    let whole = try folder.data("a.vcf.gz")
    for length in stride(from: 1000, to: whole.count, by: 5003) {
      _ = try folder.file("a.vcf.gz", whole.prefix(length))
      let kind = failure { _ = try scan(path) }?.kind
      #expect(kind == .truncated || kind == .damaged, "\(length) bytes")
    }
    _ = try folder.file("a.vcf.gz", whole.dropLast(1))
    #expect(failure { _ = try scan(path) } != nil)
  }

  @Test func `a damaged BCF is refused or changes nothing`() throws {
    let folder = try Folder()
    let path = folder("a.bcf")
    try BCFWriter.write(Self.text, to: path)
    let expected = try scan(path).records
    let whole = try folder.data("a.bcf")
    for offset in stride(from: 11, to: whole.count, by: 1511) {
      var data = whole
      data[offset] ^= 0x10
      _ = try folder.file("a.bcf", data)
      let records = try? scan(path).records
      #expect(records == nil || records == expected, "offset \(offset)")
      _ = try folder.file("a.bcf", whole.prefix(offset))
      #expect(failure { _ = try scan(path) } != nil, "\(offset) bytes")
    }
  }

  @Test func `a plain file that stops within a record is refused`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0/1").adding(
      "chr1 200 . A G . . . GT 0/1"
    ).text
    let path = try folder.file("a.vcf", String(text.dropLast(5)))
    #expect(
      failure { _ = try scan(path) }?.description
        == "\(path), record 2 (chr1:200): the file ends within this record; copy or make it again")
  }

  @Test(arguments: [Container.tabix, .csi, .bcfIndexed])
  func `damage met through an index is refused`(container: Container) throws {
    let folder = try Folder()
    let path = try container.write(Self.text, in: folder)
    let name = String(path.dropFirst(folder.path.count + 1))
    var data = try folder.data(name)
    data[data.count / 2] ^= 0xFF
    _ = try folder.file(name, data)
    try folder.age(name, by: -100)
    let targets = TargetRegions([interval("chr1", 1, 60_000)])
    #expect(failure { _ = try scan(path, targets) }?.kind == .damaged)
  }
}
