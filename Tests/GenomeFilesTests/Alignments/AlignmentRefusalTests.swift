import Foundation
import GenomeFiles
import TestSupport
import Testing

@Suite(.enabled(if: ReadFiles.canMake))
struct AlignmentRefusalTests {
  @Test(arguments: [
    ("", "the file is empty; give a BAM or CRAM file with its index"),
    (
      "<!DOCTYPE html>\n<html>",
      "this is neither BAM nor CRAM, it begins with '<!DOCTYPE html>\\n<html>'; "
        + "give the reads as an indexed BAM or CRAM file"
    ),
    (
      "##fileformat=VCFv4.2\n",
      "this is a file of variants, not BAM or CRAM; give it as the variant file"
    ),
    (
      "@HD\tVN:1.6\n@SQ\tSN:chr1\tLN:100\n",
      "this is SAM text, not BAM or CRAM; sort and index it with 'samtools sort' and "
        + "'samtools index'"
    ),
    (
      "@r1\nACGT\n+\nIIII\n",
      "this is unaligned sequence, not BAM or CRAM; align it to GRCh38 or GRCh37 first"
    ),
  ])
  func `a file that is not what its name says is refused in a sentence`(
    text: String, sentence: String
  ) throws {
    let files = try ReadFiles()
    let path = try files.folder.write(Array(text.utf8), to: "a.bam")
    #expect(ReadFiles.refusal(path)?.description == "\(path): \(sentence)")
  }

  @Test func `a missing file, a folder and a pipe are refused`() throws {
    let files = try ReadFiles()
    let absent = files.folder.file("absent.bam")
    #expect(
      ReadFiles.refusal(absent)?.description == "\(absent): there is no such file; check the path")
    #expect(ReadFiles.refusal(files.folder.path)?.kind == .isDirectory)
    #expect(
      ReadFiles.refusal("-")?.description
        == "standard input: reading failed: reads are looked up by place, which a pipe can't do; "
        + "give them as a file")
  }

  @Test func `a BAM without an index is refused`() throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: 10), indexed: false)
    #expect(
      ReadFiles.refusal(path)?.description
        == "\(path): the reads have no index beside them; make one with 'samtools index'")
  }

  @Test(arguments: [10, 3000])
  func `the index of another version of the file is refused`(count: Int) throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: count + 7))
    let longer = try Data(contentsOf: URL(fileURLWithPath: path + ".bai"))
    _ = try files.bam(lines: ReadFiles.lines(count: count))
    let shorter = try Data(contentsOf: URL(fileURLWithPath: path + ".bai"))
    let sentence =
      "\(path): the index '\(path).bai' does not belong to this file: it ends where the reads do "
      + "not; make it again with 'samtools index'"
    try longer.write(to: URL(fileURLWithPath: path + ".bai"))
    #expect(ReadFiles.refusal(path)?.description == sentence)
    _ = try files.bam(lines: ReadFiles.lines(count: count + 7))
    try shorter.write(to: URL(fileURLWithPath: path + ".bai"))
    #expect(ReadFiles.refusal(path)?.description == sentence)
  }

  @Test func `an index that is no index is refused`() throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: 10), indexed: false)
    _ = try files.folder.write(Array("hello".utf8), to: "a.bam.bai")
    #expect(
      ReadFiles.refusal(path)?.description
        == "\(path): the index '\(path).bai' can't be read; make it again with "
        + "'samtools index'")
  }

  @Test func `an index that is older by the clock but ends where the reads do is used`() throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: 10))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: path + ".bai")
    #expect(try ReadFiles.starts(path, [("chr10", 1_000_000, 1_000_000)]) == [1_000_000])
  }

  @Test(arguments: ["a.bam", "a.cram"])
  func `a file cut anywhere is refused`(name: String) throws {
    let files = try ReadFiles()
    let path = try whole(name, files)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in Array(stride(from: 30, to: bytes.count, by: 1511)) + [bytes.count - 28] {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(ReadFiles.refusal(path) != nil, "\(length) of \(bytes.count) bytes")
    }
    try bytes.dropLast(name == "a.bam" ? 28 : 38).write(to: URL(fileURLWithPath: path))
    #expect(
      ReadFiles.refusal(path)?.description
        == "\(path): the compressed file ends before its end block, so the last part is missing; "
        + "copy or make it again")
  }

  @Test(arguments: ["a.bam", "a.cram"])
  func `a flipped bit is refused or changes nothing`(name: String) throws {
    let files = try ReadFiles()
    let path = try whole(name, files)
    let regions = [("chr10", 1, 100_000_000), ("chr22", 1, 50_000_000)]
    let expected = try ReadFiles.starts(path, regions)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var refused = 0
    let offsets = stride(from: 11, to: bytes.count, by: 997)
    for offset in offsets {
      var flipped = bytes
      flipped[offset] ^= 0x10
      try flipped.write(to: URL(fileURLWithPath: path))
      do {
        #expect(try ReadFiles.starts(path, regions) == expected, "byte \(offset)")
      } catch is GenomeFileError {
        refused += 1
      }
    }
    #expect(refused > offsets.underestimatedCount / 2)
  }

  @Test func `reads without contigs or out of order are refused`() throws {
    let files = try ReadFiles()
    let unaligned = try files.bam(
      header: "@HD\tVN:1.6\n", lines: ["r\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\tIIII"], indexed: false)
    #expect(
      ReadFiles.refusal(unaligned)?.description
        == "\(unaligned): the header names no contigs, so the reads are not aligned; align them "
        + "first")
    let header = ReadFiles.header.replacingOccurrences(of: "coordinate", with: "queryname")
    let unsorted = try files.bam(
      "b.bam", header: header, lines: ReadFiles.lines(count: 10), indexed: false)
    #expect(
      ReadFiles.refusal(unsorted)?.description
        == "\(unsorted): alignments are not in the order of their places; sort them with "
        + "'samtools sort'")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.shared.path)))
  func `published faulty files of reads are refused in one sentence`() throws {
    let reads = ["derived/bam_truncated.bam", "derived/sam_gzip_as.bam", "wild/NA12878.mini.bam"]
    for name in reads {
      let error = try #require(ReadFiles.refusal(Self.shared.appendingPathComponent(name).path))
      #expect(!error.description.contains("\n"))
    }
  }

  private static let shared = SharedCases.folder.appendingPathComponent("bad-input")

  private func whole(_ name: String, _ files: ReadFiles) throws -> String {
    let bam = try files.bam(lines: ReadFiles.lines(count: 4000))
    guard name.hasSuffix("cram") else { return bam }
    let cram = files.folder.file(name)
    try ReadFiles.run(["view", "-C", "--output-fmt-option", "no_ref=1", "-o", cram, bam])
    try ReadFiles.run(["index", cram])
    return cram
  }
}
