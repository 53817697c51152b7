import Evidence
import Foundation
import Genome
import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles
import Testing

/// What reads say of a gene's copies, as the reports say it.
struct StructureReportTests {
  private func finding(
    _ arrangements: [(String, Double)], reason: String? = nil, isLong: Bool = false
  ) throws -> StructureFinding {
    let contig = try Contig(name: "22").unwrapped()
    let start = try Position(42_126_000).unwrapped()
    let end = try Position(42_126_400).unwrapped()
    let interval = try GenomicInterval(contig: contig, start: start, end: end).unwrapped()
    return StructureFinding(
      copies: arrangements.isEmpty
        ? []
        : [
          .init(name: "*1", count: 1), .init(name: "*4", count: 2),
          .init(name: "PARALOG", count: 2),
        ],
      arrangements: arrangements.map {
        .init(diplotype: Fixture.diplotype($0.0), probability: $0.1)
      },
      evidence: .init(
        reads: 17_394, isLongRead: isLong, stableDepth: 33.1, totalCopies: 5.02, spacerCopies: 2,
        regions: [
          .init(interval: interval, geneFragments: 120, paralogFragments: 80, geneCopies: 3.01)
        ]),
      reason: reason)
  }

  private func input(_ finding: StructureFinding) -> ReportInput {
    let fitting = finding.arrangements.map(\.diplotype)
    var call = GeneCall(
      gene: "CYP2D6",
      status: fitting.isEmpty
        ? .notCalled(.needsStructure(finding.reason ?? ""))
        : fitting.count > 1 ? .ambiguous : .called)
    call.diplotypes = Array(fitting.prefix(1))
    call.lookup = call.diplotypes
    call.compatible = fitting
    call.structure = finding
    let results = Fixture.results([call])
    let drug = Fixture.drug(
      "codeine",
      [
        Fixture.guideline(
          "CPIC", ["CYP2D6"],
          [
            Fixture.rule(
              "cpic-codeine-01", [Fixture.when("CYP2D6", "Intermediate Metabolizer")], .standard),
            Fixture.rule(
              "cpic-codeine-02", [Fixture.when("CYP2D6", "Normal Metabolizer")], .standard),
            Fixture.rule("cpic-codeine-03", [Fixture.when("CYP2D6", "Poor Metabolizer")], .avoid),
          ])
      ])
    return ReportInput(
      sampleID: "S1", genes: results,
      drugs: GuidanceMatcher(results: results).guidance(for: [drug]),
      provenance: ReportFixture.provenance)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `copies are told in words`() throws {
    let input = input(try finding([("*1/*4x2", 1)]))
    #expect(
      flat(TextReport(input).document).contains(
        "From the reads CYP2D6: The reads show one *1, two *4 and two PARALOG."))
  }

  @Test func `several arrangements are told with their shares, the reason and what would help`()
    throws
  {
    let reason = "the reads do not show which chromosome carries which copies"
    let short = input(try finding([("*1/*4x2", 0.81), ("*1x2/*4", 0.19)], reason: reason))
    let sentence = "2 arrangements fit (*1/*4x2, 81 %; *1x2/*4, 19 %): \(reason)."
    #expect(
      flat(TextReport(short).document).contains(
        "\(sentence) Long reads across the gene could settle it."))
    let long = input(
      try finding([("*1/*4x2", 0.81), ("*1x2/*4", 0.19)], reason: reason, isLong: true))
    #expect(flat(TextReport(long).document).contains(sentence))
    #expect(!TextReport(long).document.contains("Long reads"))
  }

  @Test func `advice that hangs on the arrangement says so for each`() throws {
    let input = input(try finding([("*4/*4x2", 0.6), ("*1/*4x2", 0.4)], reason: "reason"))
    let text = flat(TextReport(input).document)
    #expect(text.contains("The advice depends on which of the fitting diplotypes is true."))
    #expect(text.contains("If CYP2D6 poor metaboliser (score 0.0): stop or avoid"))
    #expect(text.contains("if CYP2D6 intermediate metaboliser (score 1.0): no change"))
  }

  @Test func `reads that tell no copies are the reason for no call`() throws {
    let input = input(try finding([], reason: "too few reads"))
    let page = HTMLReport(input).document
    #expect(page.contains("CYP2D6 can&#39;t be called from the reads: too few reads."))
    #expect(!page.contains("small variants"))
  }

  @Test func `the limit of a small-variant test goes once reads have shown the copies`() throws {
    let caveat = "copy number and hybrid genes do not show in a VCF"
    #expect(HTMLReport(input(try finding([], reason: "too few reads"))).document.contains(caveat))
    let page = HTMLReport(input(try finding([("*1/*4x2", 1)]))).document
    #expect(!page.contains(caveat))
    #expect(page.contains("CYP2D6: copies and deletions were looked for in the reads"))
  }

  @Test func `told copies lift the limit and untold ones do not`() throws {
    func page(_ conclusion: CopyNote.Conclusion) -> String {
      var call = Fixture.call("CYP2D6", ["*1/*4"])
      call.notes = [
        .copies(CopyNote(parts: [], conclusion: conclusion, confidence: 1, limits: nil))
      ]
      var input = ReportInput(
        sampleID: "S1", genes: Fixture.results([call]), drugs: [],
        provenance: ReportFixture.provenance)
      input.genes = input.genes.filter { $0.gene.symbol == "CYP2D6" }
      return HTMLReport(input).document
    }
    let caveat = "copy number and hybrid genes do not show in a VCF"
    #expect(!page(.twoCopies(lookedFor: ["*5"])).contains(caveat))
    #expect(!page(.event([["*5"]])).contains(caveat))
    #expect(page(.unexplained).contains(caveat))
    #expect(page(.notTold(.betweenCopies)).contains(caveat))
  }

  @Test func `an explanation shows how the copies were counted`() throws {
    let input = input(try finding([("*1/*4x2", 0.9996), ("*1x2/*4", 0.0004)], reason: "a reason"))
    let text = GeneExplanation(input.genes[0], assembly: .grch38).document
    #expect(
      text.contains(
        """
          Structure
            17,394 short reads laid on the gene or its paralog, 33.1 reads deep where everyone has two copies, 5 copies of gene, paralog and hybrids by depth, 2 followed by the paralog's own sequence
            chr22:42126000-42126400: 120 fragments of the gene, 80 of the paralog, 3 copies of the gene
            copies: one *1, two *4 and two PARALOG
            *1/*4x2: 100 % of what fits
            *1x2/*4: under 0.1 % of what fits
            a reason

        """))
  }

  @Test func `the JSON of copies keeps to its schema`() throws {
    var input = input(try finding([("*1/*4x2", 0.9), ("*1x2/*4", 0.1)], reason: "a reason"))
    var call = input.genes[0].call
    call.notes = [
      .copies(
        CopyNote(
          parts: [
            .init(name: "the gene", place: nil, depth: 1.98765, standardError: 0.05, copies: 2)
          ], conclusion: .twoCopies(lookedFor: ["*5"]), confidence: 0.999, limits: nil))
    ]
    input.genes = Fixture.results([call])
    let text = JSONReport(guidance: true).document(input)
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(try SchemaValidator.report().findings(in: parsed) == [])
    #expect(text.contains("\"diplotype\": \"*1/*4x2\", \"probability\": 0.9"))
    #expect(text.contains("\"depth\": 1.988"))
  }
}
