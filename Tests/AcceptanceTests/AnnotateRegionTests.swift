import Foundation
import TestSupport
import Testing

/// Records of regions, and the index of the output.
struct AnnotateRegionTests {
  private static let regions: [(String, Int)] = [
    ("chr1", 2000), ("2", 1000), ("chr1:11-20", 1), ("1:11-20,chr2", 1001), ("chr1:19991-", 10),
    ("chr1:20", 1), ("chr1:15", 0), ("chr7", 0), ("chr1:1-30,chr1:20-40,chr1:40", 4),
  ]

  @Test(arguments: regions.map(\.0))
  func `regions choose records by either name of a contig`(_ list: String) throws {
    let count = try #require(Self.regions.first { $0.0 == list }).1
    // Each record lies at ten times its number.
    let expected = list == "chr1:19991-" ? 1 : count
    let folder = try AnnotationFolder()
    for input in ["in.vcf.gz", "in.bcf"] {
      let path = try folder.input(input)
      let output = folder.folder.file("out.bcf")
      #expect(try folder.annotate(path, ["-r", list, "-o", output, "-q"]).status == 0)
      #expect(try AnnotationFolder.records(output).count == expected)
    }
  }

  @Test func `a file of regions counts from 0 if it is BED, else from 1`() throws {
    let folder = try AnnotationFolder()
    let path = try folder.input("in.vcf")
    var bed = "track name=x\n# note\n"
    for number in stride(from: 2000, to: 0, by: -2) {
      bed += "1\t\(number * 10 - 1)\t\(number * 10)\r\n"
    }
    let cases = [
      (try folder.folder.write(Array(bed.utf8), to: "r.bed"), 1000),
      (try folder.input("r.txt.gz", "chr1\t20\t20\n\nchr1 30 39\nchr1\t51\t59"), 2),
      (try folder.input("s.bed.gz", "chr1\t20\t30\nchr1\t0\t0\n"), 1),
    ]
    for (file, count) in cases {
      let outcome = try folder.annotate(path, ["-R", file, "-q"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == count)
    }
    let bad = try folder.folder.write(Array("chr1\t1\t2\nchr1\tx\t2\n".utf8), to: "bad.txt")
    let outcome = try folder.annotate(path, ["-R", bad])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("bad.txt, line 2: the line is"))
  }

  @Test(arguments: ["", "chr1:x", "chr1:5-2", "chr1,,chr2", ":5-6", "chr1:-5"])
  func `a bad region is a mistake on the command line`(_ list: String) throws {
    let folder = try AnnotationFolder()
    let outcome = try folder.annotate(try folder.input("in.vcf"), ["-r", list])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("this is no region"))
  }

  @Test(arguments: [
    ("in.vcf", "out.vcf.gz", "tbi"), ("in.bcf", "out.vcf.gz", "tbi"), ("in.vcf", "out.bcf", "csi"),
    ("in.bcf", "out.bcf", "csi"), ("far.vcf", "out.vcf.gz", "csi"),
    ("long.vcf", "out.vcf.gz", "csi"),
  ])
  func `an index is written that is not older than its file`(
    input: String, output: String, kind: String
  ) throws {
    let folder = try AnnotationFolder()
    let text =
      switch input {
      case "far.vcf": AnnotationFolder.text(["chr1\t536870999\t.\tA\tG\t.\t.\t."], samples: "")
      case "long.vcf":
        AnnotationFolder.text(
          head: AnnotationFolder.head.replacingOccurrences(of: "248956422", with: "600000000"))
      default: AnnotationFolder.text()
      }
    let path = try folder.input(input, text)
    let file = folder.folder.file(output)
    let outcome = try folder.annotate(path, ["-o", file, "-q", "--write-index"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.left() == [output, "\(output).\(kind)"])
    let dates = try [file, "\(file).\(kind)"].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.modificationDate] as? Date
    }
    #expect(try #require(dates[0]) <= #require(dates[1]))
  }

  @Test(arguments: ["z", "b"])
  func `unsorted records leave neither output nor index`(type: String) throws {
    let folder = try AnnotationFolder()
    let records = [AnnotationFolder.records[5], AnnotationFolder.records[3]]
    let path = try folder.input("in.vcf", AnnotationFolder.text(records))
    let output = folder.folder.file("out")
    let outcome = try folder.annotate(path, ["-O", type, "-o", output, "--write-index"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("the records are not sorted, so the output can't be indexed"))
    #expect(try folder.left().isEmpty)
  }

  @Test(arguments: [
    ["-O", "z"], ["-O", "v", "-o", "out.vcf"], ["-O", "u", "-o", "out.bcf"], ["-o", "-"],
  ])
  func `an index of what can't have one is a mistake on the command line`(
    _ arguments: [String]
  ) throws {
    let folder = try AnnotationFolder()
    let outcome = try folder.annotate(
      folder.folder.file("absent.vcf"), arguments + ["--write-index"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }
}
