import Foundation
import GenomeFiles
import TestSupport
import Testing

/// Every kind of input to every kind of output.
struct AnnotateFormatTests {
  private static let types = ["v", "z", "u", "b"]
  private static let inputs = ["in.vcf", "in.vcf.gz", "in.bcf"]

  /// What each record becomes.
  private static let expected = AnnotationFolder.records.enumerated().map { index, line in
    let number = index + 1
    guard number % 3 > 0 else { return line }
    return line.replacingOccurrences(of: "\t.\tA", with: "\trs\(number)\tA")
      .replacingOccurrences(of: "Q=0.5", with: "Q=0.5;AF=0.25;N=\(number)")
  }

  @Test(arguments: inputs, types)
  func `every input gives the same records in every format`(input: String, type: String) throws {
    let folder = try AnnotationFolder()
    let path = try folder.input(input)
    let output = folder.folder.file("out")
    let stats = folder.folder.file("stats")
    let outcome = try folder.annotate(path, ["-O", type, "-o", output, "-q", "--stats", stats])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try AnnotationFolder.records(output) == Self.expected)
    #expect(try String(contentsOfFile: stats, encoding: .utf8).contains("\"linesChanged\": 2000"))
    let layout = try BlockInput(path: output)
    #expect(layout.isBCF == (type == "u" || type == "b"))
    #expect((layout.layout == .blocks) == (type == "z" || type == "b"))
    let again = folder.folder.file("again")
    _ = try folder.annotate(path, ["-O", type, "-o", again, "-q", "--threads", "3"])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: again))
        == Data(contentsOf: URL(fileURLWithPath: output)), "the bytes depend on the threads")
  }

  @Test func `a number of BCF keeps the bits that its text would lose`() throws {
    let folder = try AnnotationFolder()
    let records = AnnotationFolder.records.prefix(5).map {
      $0.replacingOccurrences(of: "Q=0.5", with: "Q=0.123894357")
    }
    let path = try folder.input("in.bcf", AnnotationFolder.text(records))
    let output = folder.folder.file("out.bcf")
    #expect(try folder.annotate(path, ["-o", output, "-q"]).status == 0)
    let pattern = Float(0.123894357).bitPattern
    let bits = Data([0, 8, 16, 24].map { UInt8(truncatingIfNeeded: pattern >> $0) })
    let bytes = Data(try BGZFWriter.content(of: output))
    var count = 0
    var rest = bytes.startIndex..<bytes.endIndex
    while let found = bytes.range(of: bits, in: rest) {
      count += 1
      rest = found.upperBound..<bytes.endIndex
    }
    #expect(count == 5)
  }

  @Test(arguments: inputs, types)
  func `samples are kept in the order asked for`(input: String, type: String) throws {
    let folder = try AnnotationFolder()
    let path = try folder.input(input, AnnotationFolder.text(Array(AnnotationFolder.records[..<9])))
    let output = folder.folder.file("out")
    #expect(try folder.annotate(path, ["-O", type, "-o", output, "-q", "-s", "B,A"]).status == 0)
    let lines = try AnnotationFolder.lines(output)
    #expect(lines.last { $0.hasPrefix("#CHROM") }?.hasSuffix("FORMAT\tB\tA") == true)
    #expect(lines.last?.hasSuffix("GT:DP\t1/1:7\t0/1:9") == true)
    #expect(try folder.annotate(path, ["-O", type, "-o", output, "-q", "-s", "^A,B"]).status == 0)
    #expect(try AnnotationFolder.lines(output).last?.hasSuffix("Q=0.5") == true)
  }

  @Test(arguments: ["u", "b"])
  func `what a file does not declare is declared in BCF, and refused from a pipe`(
    type: String
  ) throws {
    let folder = try AnnotationFolder()
    let text = AnnotationFolder.text(
      ["chr1\t10\t.\tA\tG\t.\tlow\tX=1\tGT:ZZ\t0/1:a\t0/0:b"], head: "##fileformat=VCFv4.2")
    let path = try folder.input("in.vcf", text)
    let output = folder.folder.file("out.bcf")
    let outcome = try folder.annotate(path, ["-O", type, "-o", output])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("does not declare contig chr1, FILTER low, INFO X, FORMAT GT"))
    #expect(
      try AnnotationFolder.records(output) == [
        "chr1\t10\trs1\tA\tG\t.\tlow\tX=1;AF=0.25;N=1\tGT:ZZ\t0/1:a\t0/0:b"
      ])
    let run = try Program.start(folder.arguments("-", ["-O", type, "-o", output + "2"]))
    try run.feed(Array(text.utf8), closes: true)
    #expect(try run.wait() == 3)
    #expect(try run.errors.contains("the header does not declare 'chr1', which BCF demands"))
    #expect(try folder.left() == ["out.bcf"])
  }

  @Test(arguments: ["u", "b"])
  func `a position beyond what BCF can hold is refused`(type: String) throws {
    let folder = try AnnotationFolder()
    let text = AnnotationFolder.text(
      ["chr1\t10\t.\tA\tG\t.\t.\t.", "chr1\t2147483648\t.\tA\tG\t.\t.\t."], samples: "")
    let path = try folder.input("in.vcf", text)
    let outcome = try folder.annotate(path, ["-O", type, "-o", folder.folder.file("out"), "-q"])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("record 2 (chr1:2147483648)"))
    #expect(try folder.left().isEmpty)
  }

  private static let shapes: [(name: String, text: String, records: Int?)] = {
    let two = ["chr1\t10\t.\tA\tG\t.\t.\tQ=1", "chr1\t20\t.\tA\tG\t.\t.\t."]
    let plain = AnnotationFolder.text(two, samples: "")
    return [
      ("header only", AnnotationFolder.text([], samples: ""), 0),
      ("header without line end", String(AnnotationFolder.text([], samples: "").dropLast()), 0),
      ("CRLF", plain.replacingOccurrences(of: "\n", with: "\r\n"), 2),
      ("no final line end", String(plain.dropLast()), 2),
      ("blank lines", plain.replacingOccurrences(of: "\nchr1", with: "\n\nchr1") + "\n", 2),
      ("short line", plain + "chr1\t30\t.\tA\n", nil), ("empty", "", nil),
    ]
  }()

  @Test(arguments: types, shapes.map(\.name))
  func `odd files are read whole or refused, whatever is written`(
    type: String, name: String
  ) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    let folder = try AnnotationFolder()
    let path = try folder.input("in.vcf", shape.text)
    let output = folder.folder.file("out")
    let outcome = try folder.annotate(path, ["-O", type, "-o", output, "-q"])
    guard let count = shape.records else {
      #expect(outcome.status == 3)
      #expect(outcome.errorLines.count == 1)
      #expect(try folder.left().isEmpty)
      return
    }
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = try AnnotationFolder.records(output)
    #expect(found.count == count)
    #expect(count == 0 || found.last == "chr1\t20\trs2\tA\tG\t.\t.\tAF=0.25;N=2")
  }
}
