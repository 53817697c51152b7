import TestSupport
import Foundation
import GenomeFiles
import Testing

@testable import Annotation

@Suite struct BinaryCompilationTests {
  private let info = ["ID=AF,Number=A,Type=Float,Description=\"\""]

  @Test("A BCF gives the rows of the VCF it was made from")
  func binary() throws {
    let records = ["5 A C AF=0.25", "7 AT A,G AF=0.5,1"]
    let text = CompiledSource.vcf(records, info: info)
      .replacingOccurrences(of: "FILTER\tINFO\n", with: "FILTER\tINFO\tFORMAT\tP1\n")
      .replacingOccurrences(
        of: "##INFO", with: "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"\">\n##INFO")
    let lines = text.split(separator: "\n").map { $0.hasPrefix("#") ? $0 : $0 + "\tGT\t0/1" }
    let source = try CompiledSource(vcf: records, info: info)
    try source.compile()
    let expected = try source.rows
    let path = source.folder.file("b.bcf")
    try BCFWriter.write(lines.joined(separator: "\n") + "\n", to: path)
    try source.compile { $0.source = path }
    #expect(try source.rows == expected)
    #expect(expected.count == 3)
  }

  @Test("A BGZF source without its end block leaves nothing")
  func truncated() throws {
    let source = try CompiledSource(vcf: ["5 A C AF=1"], info: info)
    let path = source.folder.file("b.vcf.gz")
    var writer = try BGZFWriter(path: path)
    try writer.write(CompiledSource.vcf(["5 A C AF=1"], info: info))
    try writer.finish()
    try source.compile { $0.source = path }
    #expect(try source.rows == ["chr1 5 1 5A>C 1"])
    try FileManager.default.removeItem(atPath: source.output)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(28)
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(
      source.refusal { $0.source = path }
        == "b.vcf.gz: the compressed file ends before its end block, so the last part is missing; "
        + "copy or make it again")
    #expect(try source.folder.names == ["b.vcf.gz", "source.vcf"])
  }
}
