import Foundation
import GenomeFiles
import TestSupport

/// A folder with an indexed source and inputs to annotate.
struct AnnotationFolder {
  static let head = """
    ##fileformat=VCFv4.2
    ##contig=<ID=chr1,length=248956422>
    ##contig=<ID=chr2,length=242193529>
    ##FILTER=<ID=PASS,Description="All filters passed">
    ##INFO=<ID=Q,Number=1,Type=Float,Description="q">
    ##FORMAT=<ID=GT,Number=1,Type=String,Description="g">
    ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="d">
    """
  /// Records as htslib writes them, so that text and BCF are the same.
  static let records = (1...3000).map { number in
    let contig = number <= 2000 ? "chr1" : "chr2"
    return "\(contig)\t\(number * 10)\t.\tA\tG\t30\tPASS\tQ=0.5\tGT:DP\t0/1:\(number)\t1/1:7"
  }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let source = (1...3000).filter { $0 % 3 > 0 }.map { number in
      "\(number <= 2000 ? "chr1" : "chr2")\t\(number * 10)\trs\(number)\tA\tG\t.\t.\tAF=0.25;N=\(number)"
    }
    let path = try folder.write(
      Array(
        (([
          "##fileformat=VCFv4.2", "##contig=<ID=chr1,length=248956422>",
          "##INFO=<ID=AF,Number=A,Type=Float,Description=\"f\">",
          "##INFO=<ID=N,Number=1,Type=Integer,Description=\"n\">",
          "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO",
        ] + source).joined(separator: "\n") + "\n").utf8), to: "source.vcf")
    let outcome = try Program.run(
      ["index", path, "-o", folder.file("source.sdx"), "--fields", "AF,N,ID", "-q"])
    precondition(outcome.status == 0, outcome.errors)
  }

  /// The text of an input.
  static func text(
    _ records: [String] = records, head: String = head, samples: String = "\tFORMAT\tA\tB"
  ) -> String {
    let columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\(samples)"
    return ([head, columns] + records).joined(separator: "\n") + "\n"
  }

  /// Writes an input as its name asks for and gives its path.
  func input(_ name: String, _ text: String = text()) throws -> String {
    if name.hasSuffix(".bcf") {
      try BCFWriter.write(text, to: folder.file(name))
    } else if name.hasSuffix(".gz") {
      var writer = try BGZFWriter(path: folder.file(name))
      try writer.write(text)
      try writer.finish()
    } else {
      return try folder.write(Array(text.utf8), to: name)
    }
    return folder.file(name)
  }

  /// The arguments that annotate an input.
  func arguments(_ input: String, _ more: [String]) -> [String] {
    ["annotate", input, "-a", "\(folder.file("source.sdx")); fields=AF,N,ID", "--no-version"] + more
  }

  /// Annotates an input.
  func annotate(_ input: String, _ more: [String]) throws -> Program.Outcome {
    try Program.run(arguments(input, more))
  }

  /// The files left beside those that were there from the start.
  func left(_ prefix: String = "out") throws -> [String] {
    try folder.names.filter { $0.hasPrefix(prefix) }
  }

  /// The lines of a VCF or BCF, however it is stored.
  static func lines(_ path: String) throws -> [String] {
    var text: [UInt8] = []
    if try BlockInput(path: path).isBCF {
      var reader = try BCFReader(path: path)
      text += reader.headerText.utf8
      while try reader.next() { try reader.appendLine(to: &text) }
    } else {
      text = try BGZFWriter.content(of: path)
    }
    return String(decoding: text, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// The records of a VCF or BCF.
  static func records(_ path: String) throws -> [String] {
    try lines(path).filter { !$0.hasPrefix("#") }
  }
}
