import Evidence
import Foundation
import Genome
import Guidance
import GuidanceFixtures
import Reports
import StarAlleles
import Testing

/// What reads show, as the reports say it.
struct ReadReportTests {
  @Test(arguments: [
    (
      ReadDisagreement.Outcome.setAside,
      "At rs4244285 (chr10:94781859) the record says G>A 1/1, but the reads show G/A (30 reads: G 14, A 16, confidence 99); both are sure, so it counts as no data."
    ),
    (
      .readsTaken,
      "At rs4244285 (chr10:94781859) the record says G>A 1/1, but the reads show G/A (30 reads: G 14, A 16, confidence 99); the record is weak, so they were used."
    ),
    (
      .recordKept,
      "At rs4244285 (chr10:94781859) the record says G>A 1/1, but the reads rather show G/A (30 reads: G 14, A 16, confidence 99); they are not sure enough, so the record stands."
    ),
    (
      .absenceRefuted,
      "At rs4244285 (chr10:94781859) no record was taken for reference, but the reads show G/A (30 reads: G 14, A 16, confidence 99); they were used."
    ),
    (
      .absenceUnconfirmed,
      "At rs4244285 (chr10:94781859) no record was taken for reference, but the reads can't confirm it (30 reads: G 14, A 16, confidence 99), so it counts as no data."
    ),
  ])
  func `each difference between records and reads has its sentence`(
    outcome: ReadDisagreement.Outcome, sentence: String
  ) throws {
    var input = try CheckFixture.input()
    input.disagreements = ["CYP2C19": [try CheckFixture.disagreement(outcome)]]
    let text = TextReport(input).document.split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(text.contains("From the reads CYP2C19: \(sentence)"))
  }

  @Test func `a page says what a gene rests on and which phase the reads settled`() throws {
    let page = HTMLReport(try CheckFixture.input()).document
    #expect(page.contains("2 from reads; depth 30 (least 30), least confidence 99."))
    #expect(page.contains("Phase of rs12248560 and rs4244285 by 14 reads against 1."))
  }

  @Test func `a phase that stays open is told with its distance where it matters`() throws {
    var input = try CheckFixture.input()
    var call = input.genes[0].call
    call.compatible = [Fixture.diplotype("*1/*2"), Fixture.diplotype("*2/*17")]
    call.readPhase = ReadPhase(sets: [], gaps: [.init(first: 0, second: 1, distance: 19_959)])
    input.genes = Fixture.results([call])
    let open =
      "The phase of rs12248560 and rs4244285 is open: no read spans the 19,959 bases between them; longer reads would."
    #expect(HTMLReport(input).document.contains(open))
    call.isPhased = true
    input.genes = Fixture.results([call])
    #expect(!HTMLReport(input).document.contains("is open"))
  }

  @Test func `an explanation shows reads by strand and quality`() throws {
    let input = try CheckFixture.input()
    let text = GeneExplanation(
      input.genes[0], disagreements: try #require(input.disagreements["CYP2C19"]),
      assembly: .grch38
    ).document
    #expect(
      text.hasPrefix(
        """
        CYP2C19: called
          Read
            rs12248560 (chr10:94761900) C|T, phase set 94761900, 30 reads: C 14 (8 forward, 6 reverse), T 16 (9 forward, 7 reverse), base quality 36, mapping quality 60, confidence 99, 1 of unsure place or base left out
            rs4244285 (chr10:94781859) G|A, phase set 94761900, 30 reads: G 14 (8 forward, 6 reverse), A 16 (9 forward, 7 reverse), base quality 36, mapping quality 60, confidence 99, 1 of unsure place or base left out
            2 from reads; depth 30 (least 30), least confidence 99.
          Records against reads
            At rs4244285 (chr10:94781859) the record says G>A 1/1, but the reads show G/A (30 reads: G 14, A 16, confidence 99); the record is weak, so they were used.
          Phase from reads
            rs12248560 with rs4244285: 14 reads agree, 1 disagree, confidence 80

        """))
  }

  @Test func `the JSON of a gene says what it rests on and what was contradicted`() throws {
    let text = JSONReport(guidance: false).document(try CheckFixture.input())
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let samples = try #require(parsed?["samples"] as? [[String: Any]])
    let gene = try #require((samples[0]["genes"] as? [[String: Any]])?.first)
    let basis = try #require(gene["basis"] as? [String: Any])
    #expect(basis["reads"] as? Int == 2)
    #expect(basis["leastConfidence"] as? Int == 99)
    let found = try #require((gene["disagreements"] as? [[String: Any]])?.first)
    #expect(found["outcome"] as? String == "readsTaken")
    #expect(found["id"] as? String == "rs4244285")
  }
}
