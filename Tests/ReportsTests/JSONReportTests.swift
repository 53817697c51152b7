import Foundation
import Guidance
import GuidanceFixtures
import Reports
import StarAlleles
import Testing

struct JSONReportTests {
  private func parsed(_ text: String) throws -> [String: Any] {
    try (JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]).unwrapped()
  }

  private func firstSample(_ text: String) throws -> [String: Any] {
    try ((parsed(text)["samples"] as? [[String: Any]])?.first).unwrapped()
  }

  @Test func `the report keeps to its schema`() throws {
    let schema = try SchemaValidator.report()
    let report = JSONReport(guidance: true).document(try ReportFixture.input())
    #expect(try schema.findings(in: parsed(report)) == [])
    let calls = JSONReport(guidance: false).document(try ReportFixture.input())
    #expect(try schema.findings(in: parsed(calls)) == [])
  }

  @Test func `reads are stated as the basis, with their counts, and keep to the schema`() throws {
    let schema = try SchemaValidator.report()
    let report = JSONReport(guidance: false).document(try ReportFixture.readInput())
    #expect(try schema.findings(in: parsed(report)) == [])
    let genes = try (firstSample(report)["genes"] as? [[String: Any]]).unwrapped()
    let evidence = try (genes[0]["evidence"] as? [[String: Any]]).unwrapped()
    #expect(evidence.compactMap { $0["basis"] as? String } == ["reads", "record and reads"])
    let reads = try (evidence[0]["reads"] as? [String: Any]).unwrapped()
    #expect(reads["depth"] as? Int == 30)
    #expect(reads["confidence"] as? Int == 99)
    #expect((reads["alleles"] as? [[String: Any]])?.map { $0["forward"] as? Int } == [7, 10])
    #expect(evidence[1]["record"] as? [String: Any] != nil)
    let phase = try (genes[0]["readPhase"] as? [String: Any]).unwrapped()
    #expect((phase["links"] as? [[String: Any]])?.first?["agreeing"] as? Int == 12)
    #expect((phase["gaps"] as? [[String: Any]])?.first?["distance"] as? Int == 800)
    let missing = try (genes[1]["missingPositions"] as? [[String: Any]]).unwrapped()
    #expect((missing.first?["reads"] as? [String: Any])?["setAside"] as? Int == 3)
  }

  @Test func `the validator finds what breaks the schema`() throws {
    let schema = try SchemaValidator.report()
    var report = try parsed(JSONReport(guidance: true).document(try ReportFixture.input()))
    report["engine"] = 3
    report["extra"] = true
    report["input"] = nil
    #expect(
      try schema.findings(in: report).sorted() == [
        "$.engine: not a string", "$.extra: not in the schema", "$.input: missing",
      ])
  }

  @Test func `the fields of the contract are there`() throws {
    let sample = try firstSample(JSONReport(guidance: true).document(try ReportFixture.input()))
    #expect(sample["id"] as? String == "S1")
    let genes = try (sample["genes"] as? [[String: Any]]).unwrapped()
    #expect(genes.compactMap { $0["gene"] as? String } == ["CYP2C19", "CYP2D6", "HLA-B", "IFNL3"])
    #expect(
      genes.compactMap { $0["status"] as? String } == ["called", "outside", "notCalled", "called"])
    #expect(genes[0]["diplotypes"] as? [String] == ["*2/*2"])
    #expect(genes[0]["compatible"] as? [String] == ["*2/*2"])
    #expect(genes[0]["phenotypes"] as? [String] == ["Poor Metabolizer"])
    #expect(genes[1]["activityScores"] as? [String] == ["1.25"])
    #expect(genes[2]["reason"] as? String != nil)
    let missing = try (genes[0]["missingPositions"] as? [[String: Any]]).unwrapped()
    #expect(missing.first?["id"] as? String == "rs12248560")
    #expect(missing.first?["grch38"] as? Int == 94_761_900)
    #expect(missing.first?["reason"] as? String == "not in the file")
    let evidence = try (genes[0]["evidence"] as? [[String: Any]]).unwrapped()
    #expect(evidence.first?["alleles"] as? [String] == ["A", "A"])
  }

  @Test func `drugs come by urgency with their sources and actions`() throws {
    let sample = try firstSample(JSONReport(guidance: true).document(try ReportFixture.input()))
    let drugs = try (sample["drugs"] as? [[String: Any]]).unwrapped()
    #expect(
      drugs.compactMap { $0["state"] as? String } == [
        "stop", "change", "caution", "noChange", "notAssessed",
      ])
    let clopidogrel = try (drugs[1]["guidance"] as? [[String: Any]]).unwrapped()
    #expect(clopidogrel.compactMap { $0["source"] as? String } == ["CPIC", "DPWG"])
    #expect(clopidogrel.compactMap { $0["action"] as? String } == ["useAlternative", "monitor"])
    let alternatives = try (clopidogrel[0]["alternatives"] as? [[String: Any]]).unwrapped()
    #expect(alternatives[1]["state"] as? String == "caution")
    let silent = try (drugs[4]["guidance"] as? [[String: Any]]).unwrapped()
    #expect(silent.compactMap { $0["action"] as? String } == ["notAssessed"])
    #expect(silent.first?["remedy"] as? String == "Needed: HLA-B typing.")
  }

  @Test func `equal input gives equal bytes`() throws {
    let one = JSONReport(guidance: true).document(try ReportFixture.input())
    let two = JSONReport(guidance: true).document(try ReportFixture.input())
    #expect(one == two)
  }

  @Test func `a cohort written sample by sample is one document`() throws {
    let report = JSONReport(guidance: true)
    let input = try ReportFixture.input()
    var text = report.head(input.provenance)
    for index in 0..<3 {
      let sample = report.sample(try ReportFixture.input(sampleID: "S\(index)"), index)
      text += String(decoding: sample, as: UTF8.self)
    }
    text += report.tail()
    let samples = try parsed(text)["samples"] as? [[String: Any]]
    #expect(samples?.compactMap { $0["id"] as? String } == ["S0", "S1", "S2"])
    let empty = try parsed(report.head(input.provenance) + report.tail())
    #expect((empty["samples"] as? [Any])?.isEmpty == true)
  }

  @Test func `names with quotes, controls and other letters survive`() throws {
    let name = "a\"b\\c\n\t\u{01}\u{7F}é 病 𝄞"
    let sample = try firstSample(
      JSONReport(guidance: false).document(try ReportFixture.input(sampleID: name)))
    #expect(sample["id"] as? String == name)
  }
}
