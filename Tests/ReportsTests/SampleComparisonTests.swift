import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles
import Testing

struct SampleComparisonTests {
  private func edition(
    _ genes: [Gene], _ drugs: [Drug], risks: [SideEffectRisk] = []
  ) -> KnowledgeEdition {
    KnowledgeEdition(
      path: "k", identity: "0123456789ab", version: "2025-11-05",
      content: KnowledgeContent(genes: genes, drugs: drugs, risks: risks))
  }

  private let old = KnowledgeEdition(
    path: "k", identity: "0123456789ab", version: "2025-11-05",
    content: KnowledgeContent(genes: FixtureGenes.all, drugs: ReportFixture.drugs))

  private func stored(_ calls: [GeneCall], outside: [OutsideCall] = []) throws -> StoredReport {
    let input = ReportInput(
      sampleID: "ANNA", genes: Fixture.results(calls, outside: outside), drugs: [],
      provenance: ReportFixture.provenance)
    return try StoredReport(
      JSONReport(guidance: false).document(input), file: "anna.json")
  }

  private func edited(_ symbol: String, _ edit: (inout Gene) -> Void) -> KnowledgeEdition {
    edition(
      FixtureGenes.all.map { gene in
        var gene = gene
        if gene.symbol == symbol { edit(&gene) }
        return gene
      }, ReportFixture.drugs)
  }

  @Test func `a stored result reads as it was written`() throws {
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    #expect(report.sampleIDs == ["ANNA"])
    #expect(report.knowledgeIdentity == "0123456789ab")
    #expect(SampleComparison(from: old, to: old).changes(in: report).isEmpty)
    #expect(SampleComparison(from: old, to: old).genes(in: report) == ["CYP2C19"])
  }

  @Test func `a new function changes the phenotype and the drugs that rest on it`() throws {
    let new = edited("CYP2C19") { $0.alleles[1].function = "Normal function" }
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    let change = try #require(SampleComparison(from: old, to: new).changes(in: report).first)
    #expect(change.sampleID == "ANNA")
    #expect(change.genes.map(\.gene) == ["CYP2C19"])
    #expect(change.genes.first?.title == "*2/*2")
    #expect(change.genes.first?.old == ["Poor Metabolizer"])
    #expect(change.genes.first?.new == ["Normal Metabolizer"])
    #expect(change.drugs.map(\.name) == ["clopidogrel", "codeine", "omeprazole", "voriconazole"])
    #expect(change.drugs.first?.old == .change)
    #expect(change.drugs.first?.new == .notAssessed)
    #expect(change.drugs.first?.removed.count == 2)
    #expect(change.drugs.first?.removed.first?.hasPrefix("[CPIC, Strong]") == true)
  }

  @Test func `a new word of advice changes the drug though its state stays`() throws {
    var drugs = ReportFixture.drugs
    drugs[1].guidelines[0].rules[0].alternatives = ["prasugrel"]
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    let changes = SampleComparison(from: old, to: edition(FixtureGenes.all, drugs))
      .changes(in: report)
    #expect(changes.first?.genes.isEmpty == true)
    #expect(changes.first?.drugs.map(\.id) == ["clopidogrel"])
    #expect(changes.first?.drugs.first?.old == changes.first?.drugs.first?.new)
    #expect(changes.first?.drugs.first?.added.count == 1)
  }

  @Test func `a renumbered rule changes nothing for anyone`() throws {
    var drugs = ReportFixture.drugs
    drugs[1].guidelines[0].rules[0].id = "cpic-clopidogrel-09"
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    #expect(
      SampleComparison(from: old, to: edition(FixtureGenes.all, drugs)).changes(in: report).isEmpty)
  }

  @Test func `a haplotype the new edition does not have is named`() throws {
    let new = edited("CYP2C19") { gene in gene.alleles.removeAll { $0.name == "*2" } }
    let report = try stored([Fixture.call("CYP2C19", ["*1/*2"])])
    let shift = SampleComparison(from: old, to: new).changes(in: report).first?.genes.first
    #expect(shift?.new == ["Indeterminate"])
    #expect(shift?.unknown == ["*2"])
  }

  @Test func `a gene only the old edition has is gone`() throws {
    let new = edition(FixtureGenes.all.filter { $0.symbol != "TPMT" }, ReportFixture.drugs)
    let report = try stored([Fixture.call("TPMT", ["*1/*2"])])
    let shift = SampleComparison(from: old, to: new).changes(in: report).first?.genes.first
    #expect(shift?.old == ["Intermediate Metabolizer"])
    #expect(shift?.new == nil)
  }

  @Test func `a drug only the new edition has counts where it gets an answer`() throws {
    let fewer = edition(FixtureGenes.all, [])
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    let drugs = SampleComparison(from: fewer, to: old).changes(in: report).first?.drugs
    #expect(drugs?.map(\.name) == ["clopidogrel", "codeine", "omeprazole", "voriconazole"])
    #expect(drugs?.allSatisfy { $0.old == nil } == true)
  }

  @Test func `a risk only the new edition knows is told`() throws {
    let risk = SideEffectRisk(
      id: "bleeding", topic: "CYP2C19", medicines: ["clopidogrel"], reaction: "bleeding",
      severity: .severe, conditions: [Fixture.when("CYP2C19", "Poor Metabolizer")], unassessed: nil,
      riskClass: nil, action: nil, isContraindicated: false, monitoring: [], onset: nil,
      estimates: [], remark: nil, sources: [])
    let new = edition(FixtureGenes.all, ReportFixture.drugs, risks: [risk])
    let report = try stored([Fixture.call("CYP2C19", ["*2/*2"])])
    let change = try #require(SampleComparison(from: old, to: new).changes(in: report).first)
    #expect(change.drugs.isEmpty)
    #expect(change.removedRisks.isEmpty)
    #expect(change.addedRisks.count == 1)
    #expect(change.addedRisks.first?.hasPrefix("clopidogrel: Bleeding (severe)") == true)
  }

  @Test func `outside calls are looked up anew, and what was stated stands`() throws {
    let report = try stored(
      [],
      outside: [
        Fixture.outside("CYP2D6", "*1/*4"), Fixture.outside("TPMT", phenotype: "Poor Metabolizer"),
        Fixture.outside("HLA-B", "*15:02/*57:01"),
      ])
    #expect(SampleComparison(from: old, to: old).changes(in: report).isEmpty)
    let new = edited("CYP2D6") { gene in
      gene.alleles = gene.alleles.map { allele in
        var allele = allele
        if allele.name == "*4" { allele.activity = ActivityScore("0.5") }
        return allele
      }
    }
    let change = SampleComparison(from: old, to: new).changes(in: report).first
    #expect(change?.genes.map(\.gene) == ["CYP2D6"])
    #expect(change?.genes.first?.old == ["Intermediate Metabolizer, score 1.0"])
    #expect(change?.genes.first?.new == ["Normal Metabolizer, score 1.5"])
  }

  @Test func `the least functional component is chosen anew`() throws {
    var call = Fixture.call("DPYD", ["[c.2846A>T + c.498G>A]/Reference"])
    call.lookup = [Fixture.diplotype("Reference/c.2846A>T")]
    call.isLookupInferred = true
    let new = edited("DPYD") { gene in
      gene.alleles = gene.alleles.map { allele in
        var allele = allele
        if allele.name == "c.498G>A" { allele.activity = ActivityScore("0.0") }
        return allele
      }
    }
    let shift = try SampleComparison(from: old, to: new).changes(in: stored([call])).first?
      .genes.first
    #expect(shift?.old == ["Intermediate Metabolizer, score 1.5"])
    #expect(shift?.new == ["Intermediate Metabolizer, score 1.0"])
  }

  @Test(arguments: [
    (
      "{}",
      "x.json: the file is not a result of 'stardose call' or 'stardose report' in JSON, "
        + "'.layout' is missing; write it anew with --format json"
    ),
    (
      "hello",
      "x.json: the file is not a result of 'stardose call' or 'stardose report' in JSON, "
        + "its text is not JSON; write it anew with --format json"
    ),
    (
      #"{"layout": 5}"#,
      "x.json: the file is not a result of 'stardose call' or 'stardose report' in JSON, "
        + "'.layout' is of another kind; write it anew with --format json"
    ),
    (
      #"{"layout": "other/2", "knowledge": {"identity": ""}, "input": {"assembly": "GRCh38"}, "samples": []}"#,
      "x.json: the layout is 'other/2' and this stardose reads 'stardose-report/1'; "
        + "write it anew with --format json"
    ),
    (
      #"{"layout": "stardose-report/1", "knowledge": {"identity": ""}, "input": {"assembly": "hg17"}, "samples": []}"#,
      "x.json: the file is not a result of 'stardose call' or 'stardose report' in JSON, "
        + "its assembly is 'hg17'; write it anew with --format json"
    ),
  ])
  func `a file that is no stored result is refused in one sentence`(
    _ text: String, _ sentence: String
  ) {
    do {
      _ = try StoredReport(text, file: "x.json")
      Issue.record("read what is no result")
    } catch {
      #expect(error.description == sentence)
    }
  }

  @Test func `an empty folder is refused in one sentence`() {
    #expect(
      StoredReportError(.emptyFolder, file: "calls").description
        == "calls: the folder has no file whose name ends in .json; "
        + "name one that holds results of 'stardose call --format json'")
  }

  @Test func `the text tells what changed and for whom`() throws {
    let new = edited("CYP2C19") { $0.alleles[1].function = "Normal function" }
    let comparison = SampleComparison(from: old, to: new)
    var samples = StoredSamples()
    samples.count = 1
    samples.changes = comparison.changes(in: try stored([Fixture.call("CYP2C19", ["*2/*2"])]))
    samples.changes[0].drugs.removeFirst(3)
    let report = KnowledgeDifferenceReport(
      old: old, new: new, difference: KnowledgeDifference(from: old.content, to: new.content),
      samples: samples)
    #expect(
      report.text == """
        old: k, content 0123456789ab, newest source 2025-11-05
        new: k, content 0123456789ab, newest source 2025-11-05

        genes: 1 changed
          ~ CYP2C19
              ~ allele *2
                  function: No function → Normal function

        within genes and drugs that both have: alleles: 1 changed

        samples: 1 of 1 stored sample would get another result or other guidance

        ANNA (anna.json)
          CYP2C19 *2/*2: Poor Metabolizer → Normal Metabolizer
          voriconazole: caution → not assessed
            - [CPIC, Strong] Give as usual and watch more closely than usual.
            + [CPIC] CPIC says nothing for this result of CYP2C19.

        """)
  }
}
