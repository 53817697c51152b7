import Crypto
import Foundation
import TestSupport
import Testing

/// The counts that `--stats` writes, on an input whose counts are known.
struct AnnotateStatisticsTests {
  private static let head = "##fileformat=VCFv4.2\n"
  private static let columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"

  private static func json(_ path: String) throws -> [String: Any] {
    let bytes = try Foundation.Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private static func digest(_ text: some Collection<UInt8>) -> String {
    SHA256.hash(data: Array(text)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  @Test func `what went in, came out and matched is counted by source`() throws {
    let scene = try AnnotationScene()
    let source = try scene.write(
      Self.head + "##INFO=<ID=V,Number=A,Type=Float,Description=\"v\">\n" + Self.columns
        + "chr1\t10\t.\tA\tC,G\t.\t.\tV=1,2\nchr1\t10\t.\tA\tC\t.\t.\tV=3\n"
        + "chr1\t20\t.\tC\tT\t.\t.\tV=0.5\nchr1\t30\t.\tG\tT\t.\t.\tV=9\n", to: "s.vcf")
    let records =
      "1\t10\t.\tA\tC\t.\t.\t.\n" + "1\t10\t.\tA\tG,T,*\t.\t.\tQ=1\n" + "1\t20\t.\tA\tT\t.\t.\t.\n"
      + "1\t30\t.\tG\tT\t.\t.\t.\n" + "7\t30\t.\tG\tT\t.\t.\t.\n" + "7\t31\t.\tG\tT\t.\t.\t.\n"
      + "GL1\t1\t.\tG\tT\t.\t.\t.\n"
    let index = try scene.index(source)
    let stats = scene.folder.file("stats.json")
    let input = try scene.write(Self.head + Self.columns + records, to: "q.vcf")
    let outcome = try scene.annotate(
      input, ["\(index); where=V<5"], ["--regions", "1,7:30,GL1", "--stats", stats])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let counts = try Self.json(stats)
    #expect(counts["schema"] as? String == "stardose-annotation-stats/1")
    #expect(counts["recordsIn"] as? Int == 7)
    #expect(counts["recordsOut"] as? Int == 6)
    #expect(counts["recordsDropped"] as? [String: Int] == ["outside the regions": 1])
    #expect(counts["linesChanged"] as? Int == 2)
    #expect(outcome.records.count == 6)
    let found = try #require((counts["sources"] as? [[String: Any]])?.first)
    let numbers: [String: Int] = [
      "recordsMatched": 2, "allelesMatched": 2, "rowsMatched": 3, "allelesWithSeveralRows": 1,
      "allelesUnmatched": 4, "referenceDisagreements": 1,
    ]
    for (key, number) in numbers { #expect(found[key] as? Int == number, "\(key)") }
    let rejected = try #require(found["rejected"] as? [String: Int])
    #expect(rejected["filter"] == 1)
    #expect(rejected["reference"] == 1)
    #expect(rejected["position"] == 0)
    #expect(found["contigsWithoutCounterpart"] as? [String: Int] == ["7": 1, "GL1": 1])
    #expect(found["file"] as? String == "s.vcf")
    let bytes = try Foundation.Data(contentsOf: URL(fileURLWithPath: source))
    #expect(found["sha256"] as? String == Self.digest(bytes))
    #expect(counts["input"] as? String == input)
  }

  @Test func `contigs without a counterpart are one line, however many records they have`() throws {
    let scene = try AnnotationScene()
    let index = try scene.index(scene.write("chr1\t1\t9\tx\n", to: "s.bed"))
    var text = Self.head + Self.columns
    for contig in 1...9 {
      for place in 1...contig * 3 { text += "HLA-\(contig)*01:01\t\(place)\t.\tA\tC\t.\t.\t.\n" }
    }
    let input = try scene.write(text, to: "q.vcf")
    let outcome = try Program.run(
      ["annotate", input, "-a", index, "-o", scene.folder.file("o.vcf")], bare: true)
    #expect(outcome.status == 0)
    let lines = outcome.errorLines.filter { $0.contains("HLA") }
    #expect(
      lines == [
        "stardose: contigs without counterpart: s lacks HLA-9*01:01 (27 records), "
          + "HLA-8*01:01 (24 records), HLA-7*01:01 (21 records), HLA-6*01:01 (18 records), "
          + "HLA-5*01:01 (15 records), and 4 more"
      ], "\(outcome.errors)")
  }

  @Test(arguments: ["v", "z"])
  func `the digest of what is untouched is that of the input's records`(type: String) throws {
    let scene = try AnnotationScene()
    var records = ""
    var table = "#CHROM\tPOS\tREF\tALT\tV\n"
    for number in 1...20_000 {
      records += "1\t\(number * 2)\trs\(number &* 7919)\tA\tC\t.\t.\tK=\(number)\n"
      if number % 500 == 0 { table += "1\t\(number * 2)\tA\tC\tx\n" }
    }
    let index = try scene.index(scene.write(table, to: "s.tsv"))
    let none = try scene.index(
      scene.write("#CHROM\tPOS\tREF\tALT\tV\n1\t1\tA\tC\tx\n", to: "n.tsv"), as: "n")
    let text = Self.head + Self.columns + records
    let inputs = try [scene.write(text, to: "q.vcf"), scene.compress(text, to: "q.vcf.gz")]
    for input in inputs {
      for threads in 1...2 {
        for source in [index, none] {
          let stats = scene.folder.file("stats.json")
          let outcome = try scene.annotate(
            input, [source], ["--stats", stats, "--threads", "\(threads)"], type: type)
          try #require(outcome.status == 0)
          let counts = try Self.json(stats)
          #expect(counts["untouchedSHA256"] as? String == Self.digest(records.utf8))
          #expect(counts["recordsOut"] as? Int == 20_000)
          #expect(counts["linesChanged"] as? Int == (source == index ? 40 : 0))
        }
      }
    }
  }
}
