import Genome
import GenomeFiles
import Knowledge
import StarAlleles
import Structures
import Testing

struct YardstickTests {
  private let events: [CopyEvents]

  init() throws {
    events = [try DepthSample.events([.init(kind: .wholeDeletion, allele: "*0")])]
  }

  @Test func `a whole genome gives the depth of two copies`() throws {
    let caller = try DepthSample(events, .init(scatter: 0.05), seed: 1).caller()
    let yardstick = try #require(caller.yardstick)
    #expect(abs(yardstick.depth - 30) < 1.5)
    #expect(yardstick.regionCount == 40)
    #expect(yardstick.spread < 0.09)
    #expect(!yardstick.isCorrectedForGC)
    #expect(caller.refusal == nil)
  }

  @Test func `a few stable regions that are not stable change little`() throws {
    let sample = try DepthSample(events, seed: 1) { $0 % 10 == 0 ? 0.5 : 1 }
    let caller = sample.caller(copies: [2])
    #expect(abs(try #require(caller.yardstick).depth - 30) < 2)
    #expect(caller.findings().first?.isTwoCopies == true)
  }

  @Test(arguments: [0, 20])
  func `a slice without most stable regions tells no copies, not even none`(covered: Int) throws {
    let caller = try DepthSample(events, seed: 1) { $0 < covered ? 1 : nil }.caller()
    let refusal = DepthRefusal.tooFewStableRegions(covered: covered, of: 40)
    #expect(caller.yardstick == nil)
    #expect(caller.refusal == refusal)
    #expect(caller.findings().map(\.status) == [.notTold(.noYardstick(refusal))])
  }

  @Test func `exons covered deeply with bare introns between are refused`() throws {
    let regions = try SimulatedGenome.stableRegions()
    var collector = DepthCollector(stableRegions: regions, events: events, assembly: .grch38)
    var genome = SimulatedGenome(.init(depth: 100), seed: 9)
    for region in regions where region.role == .autosome {
      let exon = try SimulatedGenome.interval(
        region.grch38.start.value + 1400, 200, on: region.grch38.contig.name)
      genome.cover(exon, copies: 2, into: &collector)
    }
    #expect(
      CopyEventCaller(collector).refusal == .tooFewStableRegions(covered: 0, of: 40))
  }

  @Test func `captured regions of uneven depth are refused`() throws {
    let factors = [0.3, 0.6, 1, 1.6, 2.5, 4, 0.2, 0.8]
    let refusal = try DepthSample(events, seed: 1) { factors[$0 % 8] }.caller().refusal
    guard case .unevenDepth(let spread) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(spread > 0.35)
  }

  @Test func `a depth below three is refused`() throws {
    let refusal = try DepthSample(events, .init(depth: 2), seed: 1).caller().refusal
    guard case .tooShallow(let depth) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(abs(depth - 2) < 0.5)
  }

  @Test func `depth that follows the share of G and C is corrected from the reads`() throws {
    let library = SimulatedGenome.Library(gcBias: { 1 + 2 * ($0 - 0.47) })
    let sample = try DepthSample(events, library, seed: 3)
    let yardstick = try #require(sample.caller().yardstick)
    #expect(yardstick.isCorrectedForGC)
    #expect(yardstick.spread < 0.06)
    for draw in 0..<9 as Range<UInt64> {
      let copies = Int(draw % 3)
      #expect(try sample.finding(copies: [Double(copies)], draw: draw).copies == [copies])
    }
  }

  @Test func `reads that count nothing change nothing`() throws {
    let place = try SimulatedGenome.interval(10_000_000, 5000)
    var collector = DepthCollector(
      stableRegions: try SimulatedGenome.stableRegions(), events: events, assembly: .grch38)
    let before = CopyEventCaller(collector).findings()
    for flags in [.duplicate, .secondary, .failedQuality, .unmapped] as [AlignmentFlags] {
      collector.add(
        AlignedRead(
          template: 1, flags: flags, contig: place.contig, start: place.start.value,
          cigar: [CigarOperation(.match, 150)]))
    }
    collector.add(
      AlignedRead(template: 1, contig: nil, start: 1, cigar: [CigarOperation(.match, 150)]))
    #expect(CopyEventCaller(collector).findings() == before)
  }

  @Test func `the regions to read are those of the assembly`() throws {
    let one = try SimulatedGenome.interval(1000, 3000)
    let other = try SimulatedGenome.interval(9000, 3000)
    let region = StableRegion(
      role: .autosome, name: "S", grch38: one, grch37: other, source: "made")
    let collector = DepthCollector(stableRegions: [region], events: [], assembly: .grch37)
    #expect(collector.regions.intervals == [other])
  }
}
