import TestSupport
import Foundation
import Genome
import Testing

@testable import Annotation

@Suite struct VariantCompilationTests {
  private let frequency = #"ID=AF,Number=A,Type=Float,Description="Frequency, of all""#
  private let depth = #"ID=AD,Number=R,Type=Integer,Description="Depth""#
  private let gene = #"ID=GENE,Number=.,Type=String,Description="Gene""#
  private let common = #"ID=COMMON,Number=0,Type=Flag,Description="Common""#
  private let likelihood = #"ID=PL,Number=G,Type=Integer,Description="Likelihood""#

  @Test("Each allele takes its element, and values keep their spelling")
  func elements() throws {
    let source = try CompiledSource(
      vcf: [
        "100 A C,G AF=2.03e-78,0.50;AD=7,8,9;GENE=A,B%3B;COMMON",
        "200 CT C AF=.;AD=1,2",
        "300 G . AF=.;AD=4;GENE=Z",
      ], info: [frequency, depth, gene, common])
    let summary = try source.compile()
    #expect(
      try source.rows == [
        "chr1 100 1 100A>C 2.03e-78 8 7 A,B%3B ",
        "chr1 100 1 100A>G 0.50 9 7 A,B%3B ",
        "chr1 200 2 201T> . 2 1 . .",
        "chr1 300 1 300site . . 4 Z .",
      ])
    #expect(summary.description.records == 3)
    #expect(summary.description.rows == 4)
    #expect(summary.description.leftOut == [:])
    #expect(summary.description.assembly == .grch38)
    #expect(summary.description.fields[0].summary == "Frequency, of all")
    #expect(summary.remarks == [])
  }

  @Test("A list with too few or too many elements is left out and counted, not shifted")
  func oddCounts() throws {
    let source = try CompiledSource(
      vcf: ["100 A C,G AF=0.1;AD=1,2", "200 A C AF=0.1,0.2;AD=1,2"], info: [frequency, depth])
    let summary = try source.compile()
    #expect(
      try source.rows == [
        "chr1 100 1 100A>C . . .", "chr1 100 1 100A>G . . .", "chr1 200 1 200A>C . 2 1",
      ])
    #expect(
      summary.description.leftOut == [
        "value of 'AF' without exactly one element for each allele": 2,
        "value of 'AD' without exactly one element for each allele": 1,
      ])
  }

  @Test("Alleles without an event have no row and are counted by reason")
  func leftOut() throws {
    let source = try CompiledSource(
      vcf: ["100 A C,*,<NON_REF> AF=1,2,3", "200 A <*>,A,. AF=1,2,3"], info: [frequency])
    let summary = try source.compile()
    #expect(try source.rows == ["chr1 100 1 100A>C 1"])
    #expect(
      summary.description.leftOut == [
        "ALT is '*'": 1, "ALT is '<*>' or '<NON_REF>'": 2, "ALT is REF": 1,
        "ALT '.' beside others": 1,
      ])
  }

  @Test("A symbolic allele reaches to END or SVLEN, whichever is further")
  func symbolic() throws {
    let source = try CompiledSource(
      vcf: [
        "100 N <DEL> END=150", "200 N <DEL> SVLEN=-60", "300 N <DEL>,<DUP> SVLEN=5,90;END=320",
        "400 N <INS> SVLEN=50", "500 N N[chr2:7[ END=900",
      ])
    try source.compile { $0.fields = [] }
    #expect(
      try source.rows.sorted() == [
        "chr1 100 51 100<DEL>150", "chr1 200 61 200<DEL>260", "chr1 300 21 300<DEL>320",
        "chr1 300 91 300<DUP>390", "chr1 400 1 400<INS>", "chr1 500 1 500N[chr2:7[",
      ])
  }

  @Test("The fast path finds the same keys as the event itself")
  func fastPath() throws {
    let spellings = [
      "A", "C", "a", "AT", "CAT", "CATT", "GATTACA", "GATTACAGATTACA", "N", "AN", "CAACCCTTTGG",
    ]
    for reference in spellings {
      for alternate in spellings {
        let text = Array((reference + "\t" + alternate).utf8)
        let plain = PlainAllele(
          text.span, position: 77, reference: 0..<reference.utf8.count,
          alternate: reference.utf8.count + 1..<text.count, rolls: false)
        let event = Event(
          position: 77, reference: Array(reference.utf8), alternate: Array(alternate.utf8))
        switch plain {
        case .event(let key):
          #expect(key == event?.key, "\(reference)>\(alternate)")
          #expect(event?.spelling == [], "\(reference)>\(alternate)")
        case .nothing: #expect(event == nil, "\(reference)>\(alternate)")
        case .other: break
        }
      }
    }
  }

  @Test("Named fields come in the order named, with columns of the record among them")
  func fields() throws {
    let source = try CompiledSource(
      vcf: ["100 A C AF=0.1;GENE=X"], info: [frequency, gene, likelihood])
    try source.compile { $0.fields = ["GENE", "FILTER", "AF", "ID", "QUAL"] }
    #expect(try source.rows == ["chr1 100 1 100A>C X PASS 0.1 rs1 50.00"])
    let summary = try source.compile()
    #expect(summary.description.fields.map(\.name) == ["AF", "GENE"])
    #expect(
      summary.remarks == [
        "'PL' has a value for each genotype (Number=G), which has no meaning beside other "
          + "alleles, so it is left out"
      ])
  }

  @Test(
    "What was asked for and is not there is told with what is near",
    arguments: [
      (["AFF"], "source.vcf: there is no field 'AFF'; did you mean 'AF'?"),
      (["AF", "AF"], "source.vcf: the field 'AF' is named twice; name it once"),
      (
        ["PL"],
        "source.vcf: 'PL' has a value for each genotype (Number=G), which has no meaning beside "
          + "other alleles; leave it out of --fields"
      ),
    ])
  func unknownField(names: [String], sentence: String) throws {
    let source = try CompiledSource(
      vcf: ["100 A C AF=0.1"], info: [frequency, gene, likelihood])
    #expect(source.refusal { $0.fields = names } == sentence)
    #expect(try source.folder.names == ["source.vcf"])
  }

  @Test(
    "A broken record is told with its number and place, and nothing is left",
    arguments: [
      ("chr1\tx\t.\tA\tC\t.\t.\t.\n", "(chr1): POS is 'x', not a whole number from 0 up"),
      (
        "chr1\t7\t.\tA\tC\t.\t.\n",
        "(chr1): the record has 7 columns where the header promises 8; check tabs and samples"
      ),
      (
        "chr1\t7\t.\tA\tC\t.\t.\t.\tGT\n",
        "(chr1): the record has 9 columns where the header promises 8; check tabs and samples"
      ),
      ("chr1\t7\t.\tA", "(chr1): the file ends within this record; copy or make it again"),
      (
        "chr1\t7\t.\tA\tC,\t.\t.\t.\n",
        "(chr1:7): ALT has an allele without a letter; make the file again"
      ),
      (
        "chr1\t7\t.\t\tC\t.\t.\t.\n", "(chr1:7): CHROM, REF or ALT is empty; make the file again"
      ),
    ])
  func broken(line: String, sentence: String) throws {
    let source = try CompiledSource(CompiledSource.vcf(["5 A C ."]) + line)
    #expect(source.refusal() == "source.vcf, record 2 \(sentence)")
    #expect(try source.folder.names == ["source.vcf"])
  }

  @Test("An assembly that the header contradicts is refused")
  func assembly() throws {
    let source = try CompiledSource(vcf: ["5 A C ."])
    let sentence = try #require(source.refusal { $0.assembly = .grch37 })
    #expect(sentence.hasPrefix("source.vcf: contig 'chr1' is 248956422 bases long (GRCh38), but "))
    #expect(
      sentence.hasSuffix("but --assembly says GRCh37; leave it out or give another source"))
  }

  @Test("What has no licence, assembly or row is remarked")
  func remarks() throws {
    let source = try CompiledSource(
      "##fileformat=VCFv4.2\n##fileDate=20260101\n##source=X\n"
        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
    let summary = try source.compile { $0.licence = nil }
    #expect(summary.description.release == "20260101")
    #expect(
      summary.remarks == [
        "nothing says which assembly the coordinates are of; say it with --assembly",
        "no licence stated; state it with --licence", "the index has no row",
      ])
    #expect(try source.rows == [])
  }

  @Test("Standard input and the source itself are refused")
  func paths() throws {
    let source = try CompiledSource(vcf: ["5 A C ."])
    #expect(
      source.refusal { $0.source = "-" }
        == "standard input can't be compiled, as a source that is not sorted is read twice; "
        + "give it as a file")
    #expect(
      source.refusal { $0.output = $0.source }
        == "source.vcf: this is the source itself; name another file with --output")
  }

  @Test("The description has the source's SHA-256 and size")
  func digest() throws {
    let source = try CompiledSource("abc", named: "a.tsv")
    let digest = try SourceDigest(path: source.path)
    #expect(
      digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digest.size == 3)
  }
}
