import Foundation
import Genome
import Guidance
import Knowledge
import Reports
import Testing

struct AmbiguityReportTests {
  private static let gene: Gene = {
    let positions = [1000, 1100].compactMap(Position.init).enumerated().map { index, place in
      DefiningPosition(
        id: "rs\(index + 1)", rsid: nil, hgvs: "", alleles: ["A", "G"],
        grch38: .init(position: place, referenceIndex: 0), grch37: nil, role: .defining)
    }
    let named: [(String, String, [Int])] = [
      ("*1", "full", []), ("*2", "none", [0]), ("*3", "none", [1]), ("*4", "none", [0, 1]),
    ]
    return Gene(
      symbol: "TOY", contig: Contig(name: "1"), inheritance: .autosomal, positions: positions,
      alleles: named.map { name, function, variants in
        NamedAllele(
          name: name, function: function, activity: nil,
          cells: name == "*1"
            ? [0, 1].map { .init(position: $0, accepted: 1) }
            : variants.map { .init(position: $0, accepted: 2) })
      },
      calling: CallingRules(method: .diplotype),
      phenotyping: .functionPair([
        .init(functions: ["full", "none"], phenotype: "Intermediate"),
        .init(functions: ["none", "none"], phenotype: "Poor"),
      ]), sources: [])
  }()

  private var report: AmbiguityReport {
    var typed = Self.gene
    typed.symbol = "TYPED"
    typed.calling.method = .outsideOnly
    return AmbiguityReport(
      [Self.gene, typed].map { ($0, AmbiguityFinder.ambiguities(of: $0)) })
  }

  @Test func `the text names diplotypes, genotype and what would settle it`() {
    #expect(
      report.text == """
        TOY: 1 ambiguous among 4 haplotypes, 10 diplotypes

          *1/*4  Intermediate  first
          *2/*3  Poor
            genotype: rs1 A/G, rs2 A/G
            settled by: phase between rs1 and rs2, 100 bases apart

        TYPED: not applicable; no position defines its haplotypes

        1 ambiguous in 1 of 2 genes; 0 more differ in name only; 1 gene not applicable

        """)
  }

  @Test func `the table has a line for each diplotype`() {
    let rows = report.table.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.count == 3)
    #expect(rows.dropFirst().map { $0[3] } == ["*1/*4", "*2/*3"])
    #expect(rows.dropFirst().map { $0[4] } == ["yes", "no"])
  }

  @Test func `the JSON is an object with the knowledge base's identity`() throws {
    struct Answer: Decodable {
      struct Knowledge: Decodable { let identity: String }
      struct Gene: Decodable {
        struct Ambiguity: Decodable {
          let difference: String
          let decidingPositions: [String]
          let bases: Int
        }
        let gene: String
        let notApplicable: String?
        let ambiguities: [Ambiguity]
      }
      let layout: String
      let knowledge: Knowledge
      let genes: [Gene]
    }
    let json = report.json(identity: "abc", version: "2025-01-02")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
    #expect(answer.layout == "stardose-ambiguities/1")
    #expect(answer.knowledge.identity == "abc")
    #expect(answer.genes.map(\.gene) == ["TOY", "TYPED"])
    #expect(answer.genes[1].notApplicable != nil)
    #expect(answer.genes[0].ambiguities.map(\.decidingPositions) == [["rs1", "rs2"]])
    #expect(answer.genes[0].ambiguities.map(\.bases) == [100])
  }
}
