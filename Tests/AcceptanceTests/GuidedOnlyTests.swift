import Foundation
import Testing

struct GuidedOnlyTests {
  private func genes(_ arguments: String...) throws -> [[String: Any]] {
    let path = Program.samples.appendingPathComponent("demo/demo.vcf").path
    let outcome = try Program.run(["call", path, "--format", "json"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let samples = try #require((answer as? [String: Any])?["samples"] as? [[String: Any]])
    return try #require(samples.first?["genes"] as? [[String: Any]])
  }

  @Test func `genes without a guideline are called unless told otherwise`() throws {
    let all = try genes().compactMap { $0["hasGuideline"] as? Bool }
    #expect(all.contains(true) && all.contains(false))
    let guided = try genes("--guided-only").compactMap { $0["hasGuideline"] as? Bool }
    #expect(guided.count == all.count { $0 })
    #expect(!guided.contains(false))
  }

  @Test func `a gene that tells of a disease is called only when asked for by name`() throws {
    #expect(try !genes().contains { $0["gene"] as? String == "APOE" })
    #expect(try genes("--gene", "APOE").map { $0["gene"] as? String } == ["APOE"])
  }
}
