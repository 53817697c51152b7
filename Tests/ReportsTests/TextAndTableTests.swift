import Genome
import Guidance
import GuidanceFixtures
import Reports
import StarAlleles
import Testing

struct TextAndTableTests {
  @Test func `the text says what to do first and keeps its width`() throws {
    let text = TextReport(try ReportFixture.input()).document
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= TextReport.width })
    #expect(lines[2] == "With --absent-is-reference")
    #expect(
      lines[4] == "⬣ 1 stop or avoid   ▲ 1 change   ◆ 1 caution   ○ 1 no change   ? 1 not assessed")
    #expect(lines[6] == "⬣ CODEINE  Avoid")
    #expect(text.contains("  HLA-B result: carbamazepine. Needed: HLA-B typing."))
  }

  @Test func `a table has a line for each gene and one for each answer`() throws {
    let input = try ReportFixture.input()
    let genes = TSVReport.genes(input).split(separator: "\n")
    let guidance = TSVReport.guidance(input).split(separator: "\n")
    #expect(genes.count == 4)
    #expect(guidance.count == 6)
    let head = TSVReport.geneHead.split(separator: "\t").count
    let guidanceHead = TSVReport.guidanceHead.split(separator: "\t").count
    for line in genes {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == head)
    }
    for line in guidance {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == guidanceHead)
    }
  }

  @Test func `a tab in a name does not add a column`() throws {
    let line = TSVReport.genes(try ReportFixture.input(sampleID: "a\tb\nc")).split(separator: "\n")[
      0]
    #expect(line.hasPrefix("a b c\t"))
  }

  @Test func `an explanation states the reads behind a genotype and its phase`() throws {
    let input = try ReportFixture.readInput()
    let text = GeneExplanation(input.genes[0], assembly: .grch38).document
    #expect(
      text.contains("C|T, phase set 5, 30 reads: C 12 (7 forward, 5 reverse), T 18 (10 forward"))
    #expect(
      text.contains("GT 1/1, depth 31, GQ 99, 30 reads: G 12 (7 forward, 5 reverse), A 18 (10"))
    #expect(
      text.contains("rs12248560 with rs4244285: 12 reads agree, 1 disagree, confidence 90"))
    #expect(text.contains("800 bases apart: no reads join them; longer reads would be needed"))
    #expect(text.contains("12 reads contradict the phase of the records, 1 agree with it"))
  }

  @Test func `an explanation goes from record to source`() throws {
    let input = try ReportFixture.input()
    let text = GeneExplanation(input.genes[0], drugs: input.drugs, assembly: .grch38).document
    #expect(
      text == """
        CYP2C19: called
          Read
            rs4244285 (chr10:94781859) A/A, unphased from record 7: chr10:94781859 G>A GT 1/1, depth 31, GQ 99
          No data
            rs12248560 (chr10:94761900): not in the file
          Haplotypes
            *2 (No function)
          Diplotypes
            *2/*2, ranked first
          Meaning
            *2/*2: No function + No function → Poor Metabolizer
          Rules met
            codeine: stop or avoid, rule cpic-codeine-01, CPIC 2025-11-05, rows row-cpic-codeine-01
              Avoid codeine.
            clopidogrel: change, rule cpic-clopidogrel-01, CPIC 2025-11-05, rows row-cpic-clopidogrel-01
              Choose another drug: prasugrel or voriconazole.
            clopidogrel: caution, rule dpwg-clopidogrel-01, DPWG 2025-11-05, rows row-dpwg-clopidogrel-01
              Start with 600 mg, give as usual and monitor response.
            voriconazole: caution, rule cpic-voriconazole-01, CPIC 2025-11-05, rows row-cpic-voriconazole-01
              Give as usual and watch more closely than usual.
            omeprazole: no change, rule cpic-omeprazole-01, CPIC 2025-11-05, rows row-cpic-omeprazole-01
              Give as usual.
          Sources
            CPIC 2025-11-05 (CC0-1.0) https://cpicpgx.org

        """)
  }
}
