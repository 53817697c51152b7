import Foundation
import TestSupport
import Testing

/// `stardose check` as its user runs it.
struct CheckTests {
  private static func sample(_ path: String) -> String {
    Program.samples.appendingPathComponent(path).path
  }

  private func check(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try Program.run(["check", "--format", "json"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let samples = try #require((answer as? [String: Any])?["samples"] as? [[String: Any]])
    return try #require(samples.first?["check"] as? [String: Any])
  }

  private func findings(_ check: [String: Any]) -> [String] {
    (check["reasons"] as? [[String: Any]] ?? []).compactMap { $0["finding"] as? String }
  }

  @Test func `a test of one gene is told as that`() throws {
    let result = try check([Self.sample("stent-clopidogrel/stent-clopidogrel.vcf")])
    #expect(result["verdict"] as? String == "fitWithLimits")
    #expect(findings(result) == ["genesWithoutData"])
    let gene = try check([
      Self.sample("stent-clopidogrel/stent-clopidogrel.vcf"), "--gene", "CYP2C19",
    ])
    #expect(gene["verdict"] as? String == "fit")
  }

  @Test func `variants alone are unfit, which reads mend for the genes they cover`() throws {
    let variants = Self.sample("reads-fill-gaps/reads-fill-gaps.vcf")
    let alone = try check([variants])
    #expect(alone["verdict"] as? String == "unfit")
    #expect(findings(alone) == ["variantsOnly"])
    let reads = Self.sample("reads-fill-gaps/reads-fill-gaps.bam")
    let genes = ["CYP2C19", "TPMT", "UGT1A1"].flatMap { ["--gene", $0] }
    let mended = try check([variants, "--reads", reads] + genes)
    #expect(mended["verdict"] as? String == "fit", "\(findings(mended))")
    let agreement = try #require(mended["recordsAndReads"] as? [String: Any])
    #expect(agreement["contradictions"] as? Int == 0)
    #expect((agreement["agreeingVariants"] as? Int ?? 0) > 0)
    let phase = try #require(mended["phase"] as? [String: Any])
    let gaps = try #require(phase["gaps"] as? [[String: Any]])
    #expect(gaps.contains { $0["gene"] as? String == "TPMT" })
  }

  @Test func `an unfit sample is answered, after it was said`() throws {
    let outcome = try Program.run(["report", Self.sample("reads-fill-gaps/reads-fill-gaps.vcf")])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst(3).first == "Fit for PGx: no")
  }

  @Test func `a gene that a laboratory has stated is not missed`() throws {
    let demo = [
      Self.sample("demo/demo.vcf"), "--outside-calls", Self.sample("demo/demo.outside.tsv"),
    ]
    let missed = try check(demo)["reasons"] as? [[String: Any]] ?? []
    let genes = missed.filter { $0["finding"] as? String == "genesWithoutData" }
      .flatMap { $0["genes"] as? [String] ?? [] }
    #expect(!genes.isEmpty && !genes.contains("CYP2D6"))
  }

  @Test func `the text of a check names what was found`() throws {
    let outcome = try Program.run(["check", Self.sample("gvcf-blocks/gvcf-blocks.g.vcf")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Fit for PGx: with limits"))
    #expect(outcome.output.contains("What was found"))
    #expect(outcome.output.contains("too few sites to tell"))
  }

  @Test func `a file that can't be read is an error as elsewhere`() throws {
    #expect(try Program.run(["check", Self.sample("no-such.vcf")]).status == 3)
    #expect(try Program.run(["check"]).status == 2)
  }
}
