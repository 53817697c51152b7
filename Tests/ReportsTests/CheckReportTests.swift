import Evidence
import Foundation
import Genome
import Reports
import Testing

struct CheckReportTests {
  private let wording = CheckWording(assembly: .grch38)

  @Test(arguments: [
    (
      CheckReason(.nothingObserved(positions: 40), .bar),
      "None of the 40 known positions has data. Check that the file is on GRCh38 and covers these genes."
    ),
    (
      CheckReason(.variantsOnly(silent: 38, of: 40), .bar),
      "The file lists variants only: 38 of 40 known positions have no record, and whether they are reference can't be told. Give a gVCF, the regions that were covered (--callable) or the reads (--reads)."
    ),
    (
      CheckReason(.mostlyMissing(genes: ["ONE", "TWO"], of: 3, cause: .lowQuality), .bar),
      "Of 3 genes with data 2 lack most of the positions that matter, mostly because depth or genotype quality is too low: ONE and TWO. The reads (--reads) may settle them."
    ),
    (
      CheckReason(.mostlyMissing(genes: ["ONE"], of: 1, cause: .hiddenByStructure), .bar),
      "Of 1 gene with data 1 lacks most of the positions that matter, mostly because a deletion or symbolic allele hides them: ONE."
    ),
    (
      CheckReason(.genesWithoutData(with: 1, of: 3, without: ["TWO", "SIX"]), .limit),
      "Only 1 of 3 genes has data; nothing is known of TWO and SIX."
    ),
    (
      CheckReason(
        .genesWithoutData(with: 2, of: 12, without: (0..<10).map { "G\($0)" }), .limit),
      "Only 2 of 12 genes have data; nothing is known of G0, G1, G2, G3, G4, G5, G6, G7 and 2 more."
    ),
    (
      CheckReason(
        .tierOneMissing([
          .init(gene: "ONE", missing: 1, of: 3), .init(gene: "TWO", missing: 2, of: 2),
        ]), .limit),
      "Positions that a test should cover have no data: ONE (1 of 3) and TWO (2 of 2)."
    ),
    (
      CheckReason(.genesPartlyCovered([.init(gene: "ONE", missing: 3, of: 20)]), .limit),
      "More than 10 % of the positions have no data in ONE (3 of 20). A variant there would not be seen."
    ),
    (
      CheckReason(.referenceMismatch(disagreeing: 2, of: 100), .limit),
      "REF of 2 of 100 records at known positions is not the GRCh38 base; these positions have no data."
    ),
    (
      CheckReason(.referenceMismatch(disagreeing: 50, of: 100), .bar),
      "REF of 50 of 100 records at known positions is not the GRCh38 base: the file is on another assembly, or damaged."
    ),
    (
      CheckReason(.assemblyAssumed, .limit),
      "Nothing in the input shows its assembly; GRCh38 was assumed. State it with --assembly."
    ),
    (
      CheckReason(.skewedAlleles(skewed: 5, of: 20), .limit),
      "At 5 of 20 positions with two alleles one of them has fewer than 20 % of the reads, as if the DNA of a second person showed (contamination, a graft, a transfusion)."
    ),
    (
      CheckReason(.foreignReads(share: 0.061, sites: 12), .bar),
      "6.1 % of the reads at 12 homozygous variants show the reference, as if the DNA of a second person showed (contamination, a graft, a transfusion). Take a new sample."
    ),
    (
      CheckReason(.strayReads(sites: 14, of: 1400, genes: 11), .limit),
      "At 14 of 1400 positions, in 11 genes, a few reads show another known allele, more than errors make, as if the DNA of a second person showed (contamination, a graft, a transfusion)."
    ),
    (
      CheckReason(.lowDepth(mean: 8.25), .limit),
      "On average only 8.3 reads cover a position; below 15 one allele of two may stay unseen, so positions are left without data."
    ),
    (
      CheckReason(.thinPositions(covered: 30, of: 40, depth: 10), .limit),
      "Only 30 of 40 positions have 10 reads or more."
    ),
    (
      CheckReason(.manyDuplicates(share: 0.4), .limit),
      "40 % of the reads are copies of others: the library holds few molecules."
    ),
    (
      CheckReason(.unsurePlaces(share: 0.25), .limit),
      "The place of 25 % of the reads is unsure (mapping quality below 20): they may come from elsewhere in the genome."
    ),
    (
      CheckReason(.recordsContradicted(positions: 3, of: 40), .limit),
      "The reads contradict the records at 3 of 40 positions compared."
    ),
    (
      CheckReason(.recordsContradicted(positions: 30, of: 40), .bar),
      "The reads contradict the records at 30 of 40 positions compared; they are hardly of one person."
    ),
    (
      CheckReason(.sexUnclear(source: "read depth", genes: ["G6PD"]), .limit),
      "Read depth does not tell the number of X chromosomes, on which the copies of G6PD depend."
    ),
    (
      CheckReason(
        .sexContradicted(
          xChromosomes: 1, source: "the sex stated", other: 2, otherSource: "read depth"), .limit),
      "1 X chromosome by one source (the sex stated), but 2 by another (read depth): the sample may be another person's."
    ),
  ])
  func `each reason has its sentence`(reason: CheckReason, sentence: String) {
    #expect(wording.sentence(reason) == sentence)
  }

  @Test(arguments: [
    (SampleCheck.Verdict.fit, "Fit for PGx: yes"), (.fitWithLimits, "Fit for PGx: with limits"),
    (.unfit, "Fit for PGx: no"),
  ])
  func `each verdict has its words`(verdict: SampleCheck.Verdict, words: String) {
    #expect(wording.headline(verdict) == words)
  }

  @Test func `each cause has words of its own`() {
    let phrases = MissingCause.allCases.map(wording.phrase)
    #expect(Set(phrases).count == phrases.count)
    #expect(phrases.allSatisfy { !$0.isEmpty })
  }

  @Test func `the check as text`() {
    #expect(
      CheckText(sampleID: "S1", check: CheckFixture.limited).document == """
        Sample S1
        Fit for PGx: with limits
          - Only 1 of 2 genes has data; nothing is known of CYP2C19.

        What was found
          Assembly   GRCh38
          Positions  1 of 3 positions have data; 2 because the file has no record there
          Genes      1 of 2 have data, 1 at every position
          REF        0 of 1 records at known positions disagree
          Sex        1 X chromosome, a Y chromosome (read depth)
          Alleles    0 positions with two alleles, too few sites to tell; 0 homozygous variants,
                     too few sites to tell
          Phase      no gene has several heterozygous positions

        No data: CYP2C19.

        """)
  }

  @Test func `an unfit sample says so before any answer, in text and on the page`() throws {
    let input = try CheckFixture.input(check: CheckFixture.unfit)
    let text = TextReport(input).document
    let verdict = try text.firstRange(of: "Fit for PGx: no").unwrapped()
    let answers = try text.firstRange(of: "stop or avoid").unwrapped()
    #expect(verdict.lowerBound < answers.lowerBound)
    #expect(text.contains("  - REF of 2 of 3 records"))
    let page = HTMLReport(input).document
    let panel = try page.firstRange(of: "id=\"fitness\"").unwrapped()
    let summary = try page.firstRange(of: "id=\"summary\"").unwrapped()
    #expect(panel.lowerBound < summary.lowerBound)
    #expect(page.contains("do not act on them alone"))
  }

  @Test func `a fit sample says so in one line at the end`() throws {
    let input = try CheckFixture.input(check: CheckFixture.fit)
    let text = TextReport(input).document
    let verdict = try text.firstRange(of: "Fit for PGx: yes (3 of 3 positions have data)")
      .unwrapped()
    let genes = try text.firstRange(of: "\nGenes\n").unwrapped()
    #expect(genes.lowerBound < verdict.lowerBound)
    let page = HTMLReport(input).document
    #expect(!page.contains("id=\"fitness\""))
    let panel = try page.firstRange(of: "id=\"check\"").unwrapped()
    let results = try page.firstRange(of: "id=\"genes\"").unwrapped()
    #expect(results.lowerBound < panel.lowerBound)
  }

  @Test func `a report without a check does not mention fitness`() throws {
    let input = try ReportFixture.input()
    #expect(!TextReport(input).document.contains("Fit for PGx"))
    #expect(!HTMLReport(input).document.contains("Fit for PGx"))
    #expect(!JSONReport(guidance: true).document(input).contains("\"check\""))
  }

  @Test(arguments: [CheckFixture.fit, CheckFixture.limited, CheckFixture.unfit])
  func `reports with a check and reads keep to their schemas`(check: SampleCheck) throws {
    let report = JSONReport(guidance: true).document(try CheckFixture.input(check: check))
    let parsed = try JSONSerialization.jsonObject(with: Data(report.utf8))
    #expect(try SchemaValidator.report().findings(in: parsed) == [])
    let checks = CheckReport()
    let text =
      checks.head(ReportFixture.provenance)
      + String(
        decoding: checks.sample(sampleID: "S1", check: check, index: 0), as: UTF8.self)
      + checks.tail()
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(try SchemaValidator.check().findings(in: document) == [])
    #expect(text.contains("\"verdict\": \"\(check.verdict.rawValue)\""))
  }

  @Test func `tags of a page with both panels are balanced`() throws {
    let html = HTMLReport(try CheckFixture.input(check: CheckFixture.unfit)).document
    for tag in ["section", "table", "tr", "td", "th", "ul", "li", "p"] {
      let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
      #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }
}
