import Annotation
import Foundation
import Testing

@Suite struct AnnotationStatisticsTests {
  @Test("Parts of a run add up in any order")
  func merge() {
    let (left, right) = (part(10, contig: "chrUn"), part(3, contig: "HLA"))
    var one = left
    one.merge(right)
    var other = right
    other.merge(left)
    #expect(one == other)
    #expect(one.recordsIn == 13)
    #expect(one.dropped == ["out of regions": 2])
    #expect(one.sources[0].rejected == [.allele: 13, .filter: 2])
    #expect(one.sources[0].contigsWithoutCounterpart == ["chrUn": 10, "HLA": 3])
    var fromNothing = AnnotationStatistics()
    fromNothing.merge(one)
    #expect(fromNothing == one)
  }

  @Test("Each record goes out or is dropped by name, or the summary says so")
  func balance() {
    var statistics = part(10, contig: "chrUn")
    #expect(statistics.isBalanced)
    #expect(
      statistics.summaryLines() == [
        "10 records in = 9 out + 1 dropped (1 out of regions); 4 changed",
        "g: 1 record matched, 2 of 5 alleles, 6 rows; rows rejected: 10 by allele, 1 by filter; "
          + "REF differs in 2 of 9",
        "contigs without counterpart: g lacks chrUn (10 records)",
      ])
    statistics.recordsOut = 7
    #expect(!statistics.isBalanced)
    #expect(
      statistics.summaryLines()[0]
        == "10 records in, 7 out, 1 dropped: 2 unaccounted for; 4 changed")
  }

  @Test("Many contigs without counterpart make one short line")
  func contigs() {
    var source = SourceStatistics(name: "g", file: "g.vcf", sha256: "")
    for index in 1...3000 { source.contigsWithoutCounterpart["c\(index)"] = index }
    let lines = AnnotationStatistics(sources: [source]).summaryLines()
    #expect(lines.count == 3)
    #expect(
      lines[2] == "contigs without counterpart: g lacks c3000 (3000 records), "
        + "c2999 (2999 records), c2998 (2998 records), c2997 (2997 records), "
        + "c2996 (2996 records), and 2995 more")
  }

  @Test("The JSON has its schema, sorted keys and every count")
  func json() throws {
    var run = AnnotationRun(
      input: "in\"\n.vcf", output: "-", options: ["-a", "g.sdx"], version: "1.0")
    let text = part(10, contig: "chrUn").json(run)
    #expect(
      text == """
        {
          "blocksCopied": 7,
          "blocksRemade": 8,
          "input": "in\\"\\n.vcf",
          "linesChanged": 4,
          "options": [
            "-a",
            "g.sdx"
          ],
          "output": "-",
          "recordsDropped": {
            "out of regions": 1
          },
          "recordsIn": 10,
          "recordsOut": 9,
          "schema": "stardose-annotation-stats/1",
          "sources": [
            {
              "allelesMatched": 2,
              "allelesUnmatched": 3,
              "allelesWithSeveralRows": 1,
              "contigsWithoutCounterpart": {
                "chrUn": 10
              },
              "file": "g.vcf",
              "name": "g",
              "recordsMatched": 1,
              "referenceAgreements": 7,
              "referenceDisagreements": 2,
              "rejected": {
                "allele": 10,
                "filter": 1,
                "overlapFraction": 0,
                "position": 0,
                "reference": 0,
                "spelling": 0,
                "type": 0
              },
              "rowsMatched": 6,
              "sha256": "ab"
            }
          ],
          "version": "1.0"
        }

        """)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    run.untouchedSHA256 = "cd"
    #expect(AnnotationStatistics().json(run).contains("\"untouchedSHA256\": \"cd\""))
    #expect(AnnotationStatistics().json(run).contains("\"sources\": [],"))
  }

  private func part(_ records: Int, contig: String) -> AnnotationStatistics {
    var source = SourceStatistics(name: "g", file: "g.vcf", sha256: "ab")
    source.recordsMatched = 1
    source.allelesMatched = 2
    source.allelesUnmatched = 3
    source.rowsMatched = 6
    source.allelesWithSeveralRows = 1
    source.reject(.allele, records)
    source.reject(.filter)
    source.referenceAgreements = 7
    source.referenceDisagreements = 2
    source.contigsWithoutCounterpart = [contig: records]
    var statistics = AnnotationStatistics(sources: [source])
    statistics.recordsIn = records
    statistics.recordsOut = records - 1
    statistics.dropped = ["out of regions": 1]
    statistics.linesChanged = 4
    statistics.blocksCopied = 7
    statistics.blocksRemade = 8
    return statistics
  }
}
