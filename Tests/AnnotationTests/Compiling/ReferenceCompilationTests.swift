import TestSupport
import Foundation
import Testing

@testable import Annotation

@Suite struct ReferenceCompilationTests {
  /// 400 bases of chr1 with a run of A at 201...220, and the index beside them.
  private func fasta(in source: CompiledSource) throws -> String {
    var bases = (0..<400).map { Array("CGTC")[$0 % 4] }
    for index in 200..<220 { bases[index] = "A" }
    let path = try source.folder.write(Array((">chr1\n" + String(bases) + "\n").utf8), to: "r.fa")
    _ = try source.folder.write(Array("chr1\t400\t6\t400\t401\n".utf8), to: "r.fa.fai")
    return path
  }

  @Test("Indels are rolled to the left, and a rolled one may go before its predecessors")
  func rolled() throws {
    let source = try CompiledSource(vcf: ["205 A C .", "219 AA A .", "220 A AA ."])
    let path = try fasta(in: source)
    let summary = try source.compile { $0.fasta = path }
    #expect(
      try source.rows == ["chr1 220 1 201>A", "chr1 219 2 201A>", "chr1 205 1 205A>C"])
    #expect(summary.description.reference == "r.fa")
  }

  @Test("A record that the FASTA contradicts is counted and left out")
  func otherReference() throws {
    let source = try CompiledSource(vcf: ["205 A C .", "206 G C,T .", "chr9 7 A C ."])
    let path = try fasta(in: source)
    let summary = try source.compile { $0.fasta = path }
    #expect(try source.rows == ["chr1 205 1 205A>C", "chr9 7 1 7A>C"])
    #expect(summary.description.leftOut == ["REF is not the FASTA's base": 2])
    #expect(
      summary.remarks == [
        "the FASTA has no contig 'chr9', so alleles there are trimmed but neither rolled nor checked"
      ])
  }

  @Test("A source of another assembly than the FASTA is refused")
  func otherAssembly() throws {
    let source = try CompiledSource(
      vcf: (0..<100).map { "205 \($0 < 89 ? "A" : "G") C ." })
    let path = try fasta(in: source)
    #expect(
      source.refusal { $0.fasta = path }
        == "source.vcf: REF is not the FASTA's base in 11 of 100 records, so one of them is of "
        + "another assembly; give the FASTA that the variants were called on")
    #expect(try source.folder.names == ["r.fa", "r.fa.fai", "source.vcf"])
  }
}
