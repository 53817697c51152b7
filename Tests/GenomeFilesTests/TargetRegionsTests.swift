import Genome
import GenomeFiles
import Testing

struct TargetRegionsTests {
  private let targets = TargetRegions([
    interval("chr2", 10, 20), interval("chr1", 50, 60), interval("chr1", 5, 10),
    interval("chr1", 11, 12), interval("chr1", 55, 70),
  ])

  @Test func `intervals are sorted and merged`() {
    #expect(
      targets.intervals == [
        interval("chr1", 5, 12), interval("chr1", 50, 70), interval("chr2", 10, 20),
      ])
  }

  @Test func `overlap and containment agree with a search base by base`() {
    for start in 1...75 {
      for end in start...75 {
        let span = interval("chr1", start, end)
        let wanted = (start...end).map { (5...12).contains($0) || (50...70).contains($0) }
        #expect(
          targets.overlaps(contig: span.contig, start: span.start, end: span.end)
            == wanted.contains(true))
        #expect(
          targets.contains(contig: span.contig, start: span.start, end: span.end)
            == !wanted.contains(false))
      }
    }
  }

  @Test func `nothing and everything are told apart`() {
    #expect(TargetRegions([]).isEmpty)
    #expect(!TargetRegions.everything.isEmpty)
    #expect(TargetRegions.everything.coversEverything)
  }
}
