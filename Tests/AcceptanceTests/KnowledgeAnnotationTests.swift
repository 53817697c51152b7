import Foundation
import TestSupport
import Testing

/// The knowledge base as a source, and the explanations, as the program's user meets them.
@Suite struct KnowledgeAnnotationTests {
  private static let repeats = [
    "as-defined", "shifted-by-one", "shifted-right", "trimmed", "whole-repeat",
  ]

  @Test("One repeat spelled in five ways gets the same haplotypes", arguments: repeats)
  func spellings(name: String) throws {
    let file = Program.samples.appendingPathComponent("ugt1a1-repeats/\(name).vcf").path
    let run = try Program.run(["annotate", file, "-a", "knowledge; fields=PGX_ALLELE,PGX_RSID"])
    #expect(run.status == 0)
    #expect(run.output.contains("PGX_ALLELE=UGT1A1*28|UGT1A1*80+*28;PGX_RSID=rs3064744\t"))
    #expect(run.output.contains("##INFO=<ID=PGX_ALLELE,Number=A,Type=String,"))
  }

  @Test("Without an assembly, and with another one's file, the knowledge base is refused")
  func assemblies() throws {
    let unknown = try Program.run(["annotate", "-a", "knowledge", "--explain", "1:1:A:G"])
    #expect(unknown.status == 4)
    #expect(unknown.errorLines.count == 1 && unknown.errors.contains("--assembly"))
    let hg18 = Program.samples.appendingPathComponent("malformed/hg18.vcf").path
    #expect(try Program.run(["annotate", hg18, "-a", "knowledge"]).status == 4)
  }

  @Test("An explanation needs no file, and takes the assembly from one that is given")
  func explanation() throws {
    let sample = Program.samples.appendingPathComponent("stent-clopidogrel/stent-clopidogrel.vcf")
    let asked = ["-a", "knowledge; fields=PGX_ALLELE", "--explain", "10:94781859:G:A"]
    let stated = try Program.run(["annotate", "--assembly", "GRCh38"] + asked)
    let read = try Program.run(["annotate", sample.path] + asked)
    #expect(stated.status == 0 && stated.output == read.output)
    #expect(stated.output.contains("contig: '10' is 'chr10' in the source"))
    #expect(stated.output.contains("writes: PGX_ALLELE=CYP2C19*2\n"))
    let file = try Program.run(["annotate", "-a", "knowledge"])
    #expect(file.status == 2 && file.errors.contains("no input was named"))
    let variant = try Program.run(["annotate", "-a", "knowledge", "--explain", "10-94781859-G-A"])
    #expect(variant.status == 2 && variant.errors.contains("chr10:94781859:G:A"))
  }
}
