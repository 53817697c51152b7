import Foundation
import Guidance
import GuidanceFixtures
import Knowledge
import StarAlleles
import Testing
import TestSupport

/// The expectations of the peer's own unit tests, where the shared cases are at hand.
struct PeerUnitCaseTests {
  private struct Row {
    var kind: String
    var input: String
    var expected: [String: Any]
  }

  private static func rows() throws -> [Row]? {
    let path = SharedCases.folder.appendingPathComponent("pharmcat-tests/unit_cases.tsv").path
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      print("skipped: \(path) can't be read")
      return nil
    }
    return try text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let object = try JSONSerialization.jsonObject(with: Data(cells[3].utf8))
      return Row(
        kind: cells[1], input: cells[2].replacing("\\t", with: "\t"),
        expected: object as? [String: Any] ?? [:])
    }
  }

  private static func squeezed(_ text: String) -> [String] {
    text.split(separator: "/").map { $0.filter { $0 != " " && $0 != "[" && $0 != "]" } }.sorted()
  }

  @Test func `outside calls are read as the peer reads them`() throws {
    let parser = OutsideCallParser(genes: FixtureGenes.bySymbol)
    for row in try Self.rows() ?? [] where row.kind == "outside_call" {
      if row.expected["error"] as? Bool == true {
        #expect(throws: OutsideCallError.self) { try parser.parse(row.input, file: "x") }
        continue
      }
      let file = try parser.parse(row.input, file: "x")
      let call = try #require(file.calls.first, "\(row.input)")
      if let expected = row.expected["diplotype"] as? String {
        #expect(
          Self.squeezed(call.diplotype?.description ?? "") == Self.squeezed(expected),
          "\(row.input)")
      }
    }
  }

  @Test func `phenotypes are spelled as the peer spells them`() throws {
    let parser = OutsideCallParser(genes: FixtureGenes.bySymbol)
    for row in try Self.rows() ?? [] where row.kind == "phenotype_normalise" {
      let file = try parser.parse("CYP2C19\t\t\(row.input)", file: "x")
      #expect(file.calls.first?.phenotype == row.expected["phenotype"] as? String)
    }
  }

  @Test func `least functional components are found as the peer finds them`() throws {
    let parser = OutsideCallParser(genes: FixtureGenes.bySymbol)
    for row in try Self.rows() ?? [] where row.kind == "dpyd_inferred" {
      let file = try parser.parse(row.input, file: "x")
      let result = try #require(
        Fixture.results([], outside: file.calls).first?.lookups.first, "\(row.input)")
      let wanted = ["allele1", "allele2"].compactMap { row.expected[$0] as? String }
      #expect(result.diplotype?.haplotypes.sorted() == wanted.sorted(), "\(row.input)")
      if let phenotype = row.expected["phenotype"] as? String {
        #expect(result.phenotype == phenotype)
      }
    }
  }
}
