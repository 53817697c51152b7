import Foundation
import Genome
import GenomeFiles
import TestSupport
import Testing

@Suite(.enabled(if: ReadFiles.canMake))
struct AlignmentFileTests {
  @Test(arguments: [1, 2])
  func `each read that overlaps a region is visited once, in file order`(threads: Int) throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: 5000))
    let whole = try ReadFiles.starts(
      path, [("chr10", 1, 100_000_000), ("chr22", 1, 50_000_000)], threads: threads)
    #expect(whole == (0..<2).flatMap { _ in (0..<5000).map { 1_000_000 + 40 * $0 } })
    // 1,000,100 lies in the reads that start from 1,000,051 to 1,000,100.
    #expect(try ReadFiles.starts(path, [("chr10", 1_000_100, 1_000_100)]) == [1_000_080])
    // A read that reaches two regions comes once.
    let close = [("chr10", 1_000_081, 1_000_082), ("chr10", 1_000_120, 1_000_130)]
    #expect(
      try ReadFiles.starts(path, close, threads: threads) == [1_000_040, 1_000_080, 1_000_120])
    let far = [("chr10", 1_000_085, 1_000_085), ("chr10", 1_100_000, 1_100_000)]
    #expect(
      try ReadFiles.starts(path, far, threads: threads)
        == [1_000_040, 1_000_080, 1_099_960, 1_100_000])
  }

  @Test func `regions against a plain search over every read`() throws {
    let files = try ReadFiles()
    let path = try files.bam(lines: ReadFiles.lines(count: 3000))
    var random = Seeded(state: 5)
    for _ in 0..<60 {
      let regions = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let start = Int.random(in: 999_900...1_121_000, using: &random)
        let length = [0, 3, 45, 17_000].randomElement(using: &random) ?? 0
        return (Bool.random(using: &random) ? "chr10" : "chr22", start, start + length)
      }
      let expected = ["chr10", "chr22"].flatMap { contig in
        (0..<3000).map { 1_000_000 + 40 * $0 }.filter { start in
          regions.contains { $0.0 == contig && start <= $0.2 && start + 49 >= $0.1 }
        }
      }
      #expect(try ReadFiles.starts(path, regions) == expected, "\(regions)")
    }
  }

  @Test(arguments: ["bam", "cram"])
  func `a contig beside the chromosomes is read by its number`(format: String) throws {
    let files = try ReadFiles()
    let header = ReadFiles.header.replacing(
      "@RG", with: "@SQ\tSN:chr22_KI270879v1_alt\tLN:304135\n@SQ\tSN:KI1.1\tLN:9000\n@RG")
    let lines =
      ReadFiles.lines(count: 4)
      + (0..<200).map { index in
        "a\(index)\t0\tchr22_KI270879v1_alt\t\(1000 + 100 * index)\t60\t5M\t*\t0\t0\tACGTA\tIIIII"
      }
    var path = try files.bam(header: header, lines: lines)
    if format == "cram" {
      let cram = files.folder.file("a.cram")
      try ReadFiles.run([
        "view", "-C", "--no-PG", "--output-fmt-option", "no_ref=1", "-o", cram, path,
      ])
      try ReadFiles.run(["index", cram])
      path = cram
    }
    var file = try AlignmentFile(path: path)
    let sequence = AlternateSequence(accession: "KI270879.1", length: 304_135)
    let number = try #require(file.header.contigIndex(of: sequence))
    #expect(number == 2)
    let shorter = AlternateSequence(accession: "KI270879.1", length: 304_134)
    #expect(file.header.contigIndex(of: shorter) == nil)
    var starts: [Int] = []
    let count = try file.reads(onContig: number, from: 1105, to: 1400) { read in
      #expect(read.contig == nil && read.contigIndex == 2)
      starts.append(read.start)
      return true
    }
    #expect(starts == [1200, 1300, 1400] && count == 3)
    #expect(try file.hasReads(onContig: number))
    #expect(try !file.hasReads(onContig: 3))
    // The chromosomes are read as before.
    #expect(try ReadFiles.starts(path, [("chr22", 1_000_000, 1_000_010)]) == [1_000_000])
  }

  @Test func `a read is decoded in full`() throws {
    let files = try ReadFiles()
    let line =
      "pair\t163\tchr10\t1000\t37\t3S5M1I4M2D3=1X2H\tchr22\t2000\t-321\tACGTACGTNACGTACGT"
      + "\t!\"#$%&'()*+,-./01\tNM:i:4\tSA:Z:chr22,1,+,5M,0,0;\tRG:Z:one"
    let other = "pair\t83\tchr22\t2000\t0\t5M\tchr10\t1000\t321\tACGTR\t*"
    let path = try files.bam(lines: [line, other])
    var file = try AlignmentFile(path: path)
    #expect(file.header.samples == ["ANNA"])
    #expect(file.header.platforms == ["ILLUMINA"])
    #expect(file.header.isSorted == true)
    #expect(file.header.contigs.map(\.name) == ["chr10", "chr22"])
    var reads: [AlignedRead] = []
    try file.reads(overlapping: ReadFiles.targets([("10", 1, 9999), ("22", 1, 9999)])) {
      reads.append($0)
    }
    let read = try #require(reads.first)
    #expect(reads.count == 2 && read.template == reads[1].template)
    #expect(read.flags == [.paired, .properPair, .mateReverseStrand, .lastInTemplate])
    #expect(read.contig == Contig(name: "chr10") && read.contigIndex == 0)
    #expect(read.start == 1000 && read.end == 1014 && read.mappingQuality == 37)
    #expect(
      read.cigar == [
        .init(.softClip, 3), .init(.match, 5), .init(.insertion, 1), .init(.match, 4),
        .init(.deletion, 2), .init(.equal, 3), .init(.different, 1), .init(.hardClip, 2),
      ])
    #expect(String(decoding: read.bases, as: UTF8.self) == "ACGTACGTNACGTACGT")
    #expect(read.qualities == Array(0...16))
    #expect(read.mateContigIndex == 1 && read.mateStart == 2000 && read.templateLength == -321)
    #expect(read.editDistance == 4 && read.isSplit)
    #expect(reads[1].qualities.isEmpty && !reads[1].isSplit && reads[1].editDistance == nil)
    #expect(String(decoding: reads[1].bases, as: UTF8.self) == "ACGTR")
    var placed: [AlignedRead] = []
    try file.reads(overlapping: ReadFiles.targets([("chr10", 1014, 1014)]), content: .placement) {
      placed.append($0)
    }
    #expect(placed.count == 1 && placed[0].bases.isEmpty && placed[0].end == 1014)
  }

  @Test func `a CRAM gives the same reads as the BAM it was made from`() throws {
    let files = try ReadFiles()
    let bam = try files.bam(lines: ReadFiles.lines(count: 3000))
    let cram = files.folder.file("a.cram")
    try ReadFiles.run(["view", "-C", "--output-fmt-option", "no_ref=1", "-o", cram, bam])
    try ReadFiles.run(["index", cram])
    let regions = [
      ("chr10", 1_000_500, 1_000_600), ("chr10", 1_000_620, 1_000_700),
      ("chr22", 1_100_000, 1_100_900),
    ]
    #expect(try ReadFiles.starts(cram, regions) == ReadFiles.starts(bam, regions))
    #expect(try !ReadFiles.starts(cram, regions).isEmpty)
  }

  @Test func `a CRAM whose contigs share slices is read from end to end, and no read is lost`()
    throws
  {
    let files = try ReadFiles()
    let lines = ReadFiles.lines(count: 900) + ["u\t4\t*\t0\t0\t*\t*\t0\t0\tACGT\tIIII"]
    let bam = try files.bam(lines: lines)
    let cram = files.folder.file("a.cram")
    let options = ["no_ref=1", "multi_seq_per_slice=1"].flatMap { ["--output-fmt-option", $0] }
    try ReadFiles.run(["view", "-C"] + options + ["-o", cram, bam])
    try ReadFiles.run(["index", cram])
    for regions in [
      [("chr10", 1, 100_000_000), ("chr22", 1, 50_000_000)],
      [("chr10", 1_000_100, 1_000_100), ("chr22", 1_030_000, 1_030_001)],
      [("chr22", 1_035_000, 1_036_000)], [("chr22", 2_000_000, 2_000_001)],
    ] {
      #expect(try ReadFiles.starts(cram, regions) == ReadFiles.starts(bam, regions), "\(regions)")
    }
  }

  @Test func `regions of a CRAM of many slices against a plain search over every read`() throws {
    let files = try ReadFiles()
    let bam = try files.bam(lines: ReadFiles.lines(count: 4000))
    let cram = files.folder.file("a.cram")
    let options = ["no_ref=1", "seqs_per_slice=500", "slices_per_container=1"].flatMap {
      ["--output-fmt-option", $0]
    }
    try ReadFiles.run(["view", "-C"] + options + ["-o", cram, bam])
    try ReadFiles.run(["index", cram])
    var random = Seeded(state: 11)
    for _ in 0..<40 {
      let regions = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let start = Int.random(in: 999_900...1_161_000, using: &random)
        let length = [0, 45, 17_000].randomElement(using: &random) ?? 0
        return (Bool.random(using: &random) ? "chr10" : "chr22", start, start + length)
      }
      #expect(
        try ReadFiles.starts(cram, regions) == ReadFiles.starts(bam, regions), "\(regions)")
    }
  }

  @Test func `the bases of a CRAM are never asked of another machine`() throws {
    let files = try ReadFiles()
    let fasta = try files.folder.write(
      Array((">chr10\n" + String(repeating: "ACGT", count: 500) + "\n").utf8), to: "own.fa")
    try ReadFiles.run(["faidx", fasta])
    let lines = (0..<50).map { index in
      "r\(index)\t0\tchr10\t\(1 + 4 * index)\t60\t40M\t*\t0\t0\t"
        + String(repeating: "ACGT", count: 10) + "\t" + String(repeating: "I", count: 40)
    }
    let bam = try files.bam(
      header: "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr10\tLN:2000\n", lines: lines)
    let (cram, moved) = (files.folder.file("own.cram"), files.folder.file("moved.cram"))
    try ReadFiles.run(["view", "-C", "-T", fasta, "-o", cram, bam])
    let listener = try #require(Listener())
    try ReadFiles.run(
      [
        "reheader", "-i", "-c",
        "sed s,UR:[^[:space:]]*,UR:ftp://127.0.0.1:\(listener.port)/own.fa,", cram,
      ])
    try FileManager.default.moveItem(atPath: cram, toPath: moved)
    try ReadFiles.run(["index", moved])
    try FileManager.default.removeItem(atPath: fasta)
    #expect(
      ReadFiles.refusal(moved, regions: [("chr10", 1, 2000)])?.description
        == "\(moved): an alignment can't be decoded: the file is damaged, or it needs the FASTA it "
        + "was made with; give that with --reference")
    #expect(!listener.wasCalled)
    listener.stop()
  }

  @Test func `a CRAM is decoded with the FASTA it was made with and refused with none or another`()
    throws
  {
    let files = try ReadFiles()
    var random = Seeded(state: 3)
    func fasta(_ name: String) throws -> String {
      let bases = (0..<6000).map { _ in "ACGT".randomElement(using: &random) ?? "A" }
      let path = try files.folder.write(
        Array((">chr10\n" + String(bases) + "\n").utf8), to: name)
      try ReadFiles.run(["faidx", path])
      return path
    }
    let (own, other) = (try fasta("own.fa"), try fasta("other.fa"))
    let text = try String(contentsOfFile: own, encoding: .utf8).split(separator: "\n")[1]
    let sequence = Array(text)
    let lines = (0..<200).map { index in
      "r\(index)\t0\tchr10\t\(1 + 20 * index)\t60\t50M\t*\t0\t0\t"
        + String(sequence[20 * index..<20 * index + 50]) + "\t" + String(repeating: "I", count: 50)
    }
    let header = "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr10\tLN:6000\n"
    let bam = try files.bam(header: header, lines: lines)
    let cram = files.folder.file("a.cram")
    try ReadFiles.run(["view", "-C", "-T", own, "-o", cram, bam])
    try ReadFiles.run(["index", cram])
    let regions = [("chr10", 100, 3000)]
    #expect(
      try ReadFiles.starts(cram, regions, reference: own) == ReadFiles.starts(bam, regions))
    // The FASTA is named in the header; without it the file can't be decoded.
    try FileManager.default.moveItem(atPath: own, toPath: files.folder.file("moved.fa"))
    let sentence =
      "\(cram): an alignment can't be decoded: the file is damaged, or it needs the FASTA it was "
      + "made with; give that with --reference"
    #expect(ReadFiles.refusal(cram, regions: regions)?.description == sentence)
    #expect(
      ReadFiles.refusal(cram, reference: other, regions: regions)?.description
        == "\(cram): an alignment can't be decoded: the file is damaged, or it was made with another "
        + "FASTA than the one given with --reference; give the one it was made with")
    #expect(
      ReadFiles.refusal(cram, reference: own)?.description
        == "\(own): there is no such file; check the path")
  }
}
