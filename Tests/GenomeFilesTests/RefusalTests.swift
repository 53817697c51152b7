import Foundation
import Genome
import GenomeFiles
import Testing

struct RefusalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var sentence: String
    var testDescription: String { sentence }
  }

  private static let start = "##fileformat=VCFv4.2\n"
  private static let columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"

  static let headers = [
    Case(text: "", sentence: ": the file is empty; a VCF begins with '##fileformat=VCF'"),
    Case(
      text: "<!DOCTYPE html>\n<html>",
      sentence: ": this is neither VCF nor BCF, it begins with '<!DOCTYPE html>'; "
        + "a VCF begins with '##fileformat=VCF'"),
    Case(
      text: "\u{1}\u{2}\u{1b}[31m",
      sentence: ": this is neither VCF nor BCF, it begins with '\\u{1}\\u{2}\\u{1b}[31m'; "
        + "a VCF begins with '##fileformat=VCF'"),
    Case(
      text: ">chr1\nACGT\n",
      sentence: ": this is FASTA, not VCF or BCF; give a file of called variants"),
    Case(
      text: "@HD\tVN:1.6\n",
      sentence:
        ": this is SAM, not VCF or BCF; name reads with --reads, as an indexed BAM or CRAM file"),
    Case(
      text: "chr1\t100\t.\tA\tG\t.\t.\t.\n",
      sentence: ": records come before any header; put '##fileformat=VCFv4.2' and the '#CHROM' "
        + "line first"),
    Case(
      text: "##source=x\n\(start)\(columns)\n",
      sentence: ": the first line is '##source=x'; it is '##fileformat=VCFv4.2' in a VCF"),
    Case(
      text: start + "##source=x\n",
      sentence: ": the header has no '#CHROM' line; make the file again"),
    Case(
      text: start + "chr1\t100\t.\tA\tG\t.\t.\t.\n",
      sentence: ": the header has no '#CHROM' line; make the file again"),
    Case(
      text: start + "#CHROM POS ID REF ALT QUAL FILTER INFO\n",
      sentence: ": columns of the '#CHROM' line are separated by spaces; separate them with tabs"),
    Case(
      text: start + "#CHROM\tPOS\tREF\n",
      sentence: ": the line of column names is '#CHROM\\tPOS\\tREF'; it begins '#CHROM', 'POS', "
        + "'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO', separated by tabs"),
    Case(
      text: start + columns + "\tGT\tS1\n",
      sentence: ": column 9 of the '#CHROM' line is 'GT'; it is 'FORMAT' in a VCF"),
    Case(
      text: start + columns + "\tFORMAT\tS1\t\n",
      sentence: ": column 11 of the '#CHROM' line has no name; give it one"),
    Case(
      text: start + columns + "\tFORMAT\tS1\tS2\tS1\n",
      sentence: ": two columns are named 'S1'; rename one with 'bcftools reheader'"),
    Case(
      text: start + "##x=\0\n" + columns + "\n",
      sentence: ": the header holds a zero byte; copy or make the file again"),
  ]

  @Test(arguments: headers)
  func `a file without a sound header is refused in one sentence`(example: Case) throws {
    let folder = try Folder()
    let path = try folder.file("a.vcf", example.text)
    #expect(failure { _ = try scan(path) }?.description == path + example.sentence)
  }

  static let records = [
    Case(
      text: "chr1 200 . A G",
      sentence: ", record 2 (chr1:200): the record has 5 columns where the header promises 10; "
        + "check tabs and samples"),
    Case(
      text: "chr1 200 . A G . . . GT 0/1 0/1",
      sentence: ", record 2 (chr1:200): the record has 11 columns where the header promises 10; "
        + "check tabs and samples"),
    Case(
      text: "chr1 -5 . A G . . . GT 0/1",
      sentence: ", record 2 (chr1:-5): POS is '-5', not a whole number from 0 up"),
    Case(
      text: "chr1 2e3 . A G . . . GT 0/1",
      sentence: ", record 2 (chr1:2e3): POS is '2e3', not a whole number from 0 up"),
    Case(
      text: "chr1  . A G . . . GT 0/1",
      sentence: ", record 2 (chr1:): POS is '', not a whole number from 0 up"),
    Case(
      text: "chr1 50 . A G . . . GT 0/1",
      sentence: ", record 2 (chr1:50): the record comes after 'chr1:100', so the file is not "
        + "sorted; sort it with 'bcftools sort'"),
    Case(
      text: "chr1 200 . A G . . . GT 0/1:7",
      sentence: ", record 2 (chr1:200): a sample has more values than FORMAT names, or samples "
        + "are missing; make the file again or remove the record"),
    Case(
      text: "chr1 200 . A G . . . GT zero",
      sentence: ", record 2 (chr1:200): the record breaks the VCF format; "
        + "make the file again or remove the record"),
    Case(
      text: "chr1 200 . A G . . . GT:DP 0/1:many",
      sentence: ", record 2 (chr1:200): a value holds a character that its declared type doesn't "
        + "allow; make the file again or remove the record"),
    Case(
      text: "chr1 200 . A G . . . GT 0/9",
      sentence: ", record 2 (chr1:200): GT names allele 9 but REF and ALT give 2, counted from 0; "
        + "call the variants again"),
    Case(
      text: "chr1 200 . A\0 G . . . GT 0/1",
      sentence: ", record 2 (chr1:200): the record holds a zero byte; copy or make the file again"),
    Case(
      text: "#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT S1",
      sentence: ", record 2: a header line comes after the first record; "
        + "give one VCF per file"),
  ]

  @Test(arguments: records)
  func `a record out of form is refused with its number and place`(example: Case) throws {
    let folder = try Folder()
    let text = SampleVCF()
      .declaring("FORMAT=<ID=DP,Number=1,Type=Integer,Description=\"depth\">")
      .adding("chr1 100 . A G . . . GT 0/1").adding(example.text).text
    let path = try folder.file("a.vcf", text)
    #expect(failure { _ = try scan(path) }?.description == path + example.sentence)
  }

  @Test func `records out of form are refused also where no target is`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0/1").adding("chr1 200 . A G").text
    let path = try folder.file("a.vcf", text)
    let targets = TargetRegions([interval("chr10", 1, 2)])
    #expect(failure { _ = try scan(path, targets) }?.kind == .columnCount(found: 5, expected: 10))
  }

  @Test func `a contig that comes back is refused unless order is tolerated`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0/1")
      .adding("chr2 100 . A G . . . GT 0/1").adding("chr1 50 . A G . . . GT 0/1").text
    let path = try folder.file("a.vcf", text)
    #expect(
      failure { _ = try scan(path) }?.description
        == "\(path), record 3 (chr1:50): the contig comes back after another one, so the file is "
        + "not sorted; sort it with 'bcftools sort'")
    let result = try scan(path, TargetRegions([interval("1", 40, 60)]), order: .tolerated)
    #expect(result.records.map(\.position.value) == [50])
    #expect(result.summary.notes == ["the records are not sorted by position"])
  }

  @Test func `unsorted records are all found where order is tolerated`() throws {
    let folder = try Folder()
    var vcf = SampleVCF()
    for position in [500, 100, 300, 50, 700, 301] {
      vcf.lines.append("chr1\t\(position)\t.\tA\tG\t.\t.\t.\tGT\t0/1")
    }
    let path = try folder.file("a.vcf", vcf.text)
    let targets = TargetRegions([interval("1", 90, 310), interval("1", 700, 700)])
    let result = try scan(path, targets, order: .tolerated)
    #expect(result.records.map(\.position.value) == [100, 300, 700, 301])
  }

  @Test func `a path that leads to no readable file is refused`() throws {
    let folder = try Folder()
    #expect(
      failure { _ = try VariantFile(path: folder("none.vcf")) }?.description
        == "\(folder.path)/none.vcf: there is no such file; check the path")
    #expect(
      failure { _ = try VariantFile(path: folder.path) }?.description
        == "\(folder.path): this is a folder; name one file in it")
    #expect(failure { _ = try VariantFile(path: "http://localhost:9/a.vcf") }?.kind == .notFound)
  }

  @Test func `a sample that is not there is refused`() throws {
    let folder = try Folder()
    let path = try folder.file("a.vcf", SampleVCF().adding("chr1 100 . A G . . . GT 0/1").text)
    #expect(
      failure { _ = try scan(path, samples: .named(["S2"])) }?.description
        == "\(path): no sample is named 'S2'; the names are in the '#CHROM' line")
  }

  @Test func `a pipe is refused the second time`() throws {
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0/1").text
    let error = try throughPipe(Data(text.utf8)) { path -> GenomeFileError? in
      var file = try VariantFile(path: path)
      try file.records(overlapping: .everything) { _ in }
      return failure { try file.records(overlapping: .everything) { _ in } }
    }
    #expect(error?.kind == .alreadyRead)
    #expect(
      GenomeFileError(.alreadyRead, path: "-").description
        == "standard input: standard input can be read only once; give the variants as a file")
  }

  @Test func `what the body throws is passed on`() throws {
    struct Stop: Error {}
    let folder = try Folder()
    var file = try VariantFile(
      path: folder.file("a.vcf", SampleVCF().adding("chr1 100 . A G . . . GT 0/1").text))
    #expect(throws: Stop.self) { try file.records(overlapping: .everything) { _ in throw Stop() } }
  }

  @Test func `a blank last line and a header without records are no fault`() throws {
    let folder = try Folder()
    let text = SampleVCF().adding("chr1 100 . A G . . . GT 0/1").text
    #expect(try scan(folder.file("a.vcf", text + "\n\r\n")).summary.recordsRead == 1)
    #expect(try scan(folder.file("b.vcf", SampleVCF().text)).summary.recordsRead == 0)
    #expect(try scan(folder.file("c.vcf", SampleVCF(samples: []).text)).summary.samples == [])
  }
}

struct SentenceTests {
  @Test(arguments: [
    (
      GenomeFileError.Kind.permissionDenied,
      "reading it is not permitted; check its owner and mode"
    ),
    (.unreadable("input/output error"), "reading failed: input/output error"),
    (.otherFormat("BED"), "this is BED, not VCF or BCF; give a file of called variants"),
    (
      .readsAsVariants("BAM"),
      "this is BAM, not VCF or BCF; name reads with --reads, as an indexed BAM or CRAM file"
    ),
  ])
  func `faults that a test can't bring about have their sentences too`(
    kind: GenomeFileError.Kind, sentence: String
  ) {
    #expect(GenomeFileError(kind, path: "a.vcf").description == "a.vcf: \(sentence)")
  }

  @Test func `text from a file or a path can't forge a line of output`() {
    let error = GenomeFileError(
      .sampleRepeated("x\n\u{1b}[2K'y"), path: "a\nb", record: 3, locus: "chr\r1:5")
    #expect(
      error.description == "a\\nb, record 3 (chr\\r1:5): two columns are named "
        + "'x\\n\\u{1b}[2K\\'y'; rename one with 'bcftools reheader'")
    #expect(!error.description.contains("\n"))
  }
}
