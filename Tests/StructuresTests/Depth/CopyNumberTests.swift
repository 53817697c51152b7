import Genome
import GenomeFiles
import Knowledge
import StarAlleles
import Structures
import Testing

struct CopyNumberTests {
  private static let whole: [CopyEvents.Event] = [
    .init(kind: .wholeDeletion, allele: "*0"), .init(kind: .wholeDuplication, allele: nil),
  ]
  private static let parted: [CopyEvents.Event] = [
    .init(kind: .wholeDeletion, allele: "*9"), .init(kind: .partialDeletion, allele: "*10"),
    .init(kind: .hybrid, allele: "*12", copies: [2, 1, 1]),
    .init(kind: .wholeDuplication, allele: nil),
  ]

  @Test(arguments: [10.0, 20, 30])
  func `whole copies are told from 10 x on`(depth: Double) throws {
    let events = try DepthSample.events(Self.whole, length: 10_000)
    let sample = try DepthSample([events], .init(depth: depth, scatter: 0.03), seed: 7)
    let names = [["*0 *0"], ["- *0"], ["- -"], ["- x2"], ["- x3", "x2 x2"]]
    for copies in 0...4 {
      var told = 0
      for draw in 0..<10 as Range<UInt64> {
        let finding = try sample.finding(copies: [Double(copies)], draw: draw)
        guard finding.names != nil else {
          #expect(finding.status == .notTold(.betweenCopies))
          continue
        }
        told += 1
        #expect(Set(finding.names ?? []).isSubset(of: Set(names[copies])))
        #expect(finding.copies == [copies])
        #expect(finding.confidence >= CopyEventCaller.leastConfidence)
        let measured = try #require(finding.intervals[0].depth)
        #expect(abs(measured.copies - Double(copies)) < max(0.1, 5 * measured.standardError))
      }
      // Higher numbers lie closer together in depth: at 10 x three and four may stay open.
      #expect(told >= (copies < 3 || depth >= 30 ? 9 : depth >= 20 ? 7 : 0))
    }
  }

  @Test func `what is told from few reads is right, and often nothing is`() throws {
    let events = try DepthSample.events(Self.whole, length: 4000)
    let sample = try DepthSample([events], .init(depth: 5, scatter: 0.05), seed: 70)
    var told = 0
    for draw in 0..<200 as Range<UInt64> {
      let copies = Int(draw % 4)
      let finding = try sample.finding(copies: [Double(copies)], draw: draw)
      guard finding.names != nil else { continue }
      told += 1
      #expect(finding.copies == [copies])
    }
    #expect((60..<190).contains(told))
  }

  private static let parts: [([Double], [String])] = [
    ([2, 2, 2], ["- -"]), ([1, 1, 1], ["- *9"]), ([0, 0, 0], ["*9 *9"]), ([1, 2, 2], ["- *10"]),
    ([1, 1, 2], ["- *10"]), ([2, 1, 2], ["- *10"]), ([0, 1, 1], ["*9 *10"]),
    ([3, 2, 2], ["- *12"]),
    ([2, 1, 1], ["*9 *12", "- *10"]), ([4, 2, 2], ["*12 *12"]), ([3, 3, 3], ["- x2"]),
  ]

  @Test func `parts and hybrids are told by the copies of each interval`() throws {
    let events = try DepthSample.events(Self.parted, intervals: 3, length: 10_000)
    let sample = try DepthSample([events], seed: 11)
    for (copies, names) in Self.parts {
      let finding = try sample.finding(copies: copies)
      #expect(finding.copies == copies.map { Int($0) })
      #expect(finding.names?.sorted() == names.sorted(), "\(copies)")
    }
  }

  @Test func `a rare event takes more evidence than a common one`() throws {
    var counts: [CopyEvents.Occurrence: Int] = [:]
    for occurrence in CopyEvents.Occurrence.allCases {
      let events = try DepthSample.events(Self.whole, length: 3000, occurrence: occurrence)
      let sample = try DepthSample([events], .init(depth: 6), seed: 3)
      for draw in 0..<40 as Range<UInt64> {
        if try sample.finding(copies: [1], draw: draw).names == ["- *0"] {
          counts[occurrence, default: 0] += 1
        }
      }
    }
    #expect(counts[.rare, default: 0] < counts[.common, default: 0])
  }

  @Test func `copies that no event gives are told without a structure`() throws {
    let events = try DepthSample.events(Self.parted, intervals: 3, length: 10_000)
    let finding = try DepthSample([events], seed: 5).finding(copies: [2, 2, 3])
    #expect(finding.status == .unexplained)
    #expect(finding.copies == [2, 2, 3])
  }

  @Test func `a part with the depth of no number speaks against two copies if it is far from them`()
    throws
  {
    let events = try DepthSample.events(
      Self.parted, intervals: 3, length: 10_000, occurrence: .rare)
    let sample = try DepthSample([events], seed: 5)
    for draw in 0..<10 as Range<UInt64> {
      let far = try sample.finding(copies: [2, 2, 3.5], draw: draw)
      #expect(far.isAgainstTwo || far.status == .unexplained)
      let near = try sample.finding(copies: [2, 2, 2.4], draw: draw)
      #expect(!near.isAgainstTwo)
    }
  }

  @Test func `a depth between two numbers of copies is not told`() throws {
    let events = try DepthSample.events(Self.whole, length: 10_000)
    let sample = try DepthSample([events], seed: 3)
    for draw in 0..<10 as Range<UInt64> {
      let finding = try sample.finding(copies: [1.5], draw: draw)
      #expect(finding.status == .notTold(.betweenCopies))
      #expect(finding.copies == [nil])
    }
  }

  @Test func `where reads fit elsewhere as well nothing is told`() throws {
    let sample = try DepthSample([try DepthSample.events(Self.whole)], seed: 3)
    let finding = try sample.finding(copies: [2], unsure: 0.6)
    #expect(finding.status == .notTold(.ambiguousPlacement))
    #expect(finding.intervals.map(\.depth) == [nil])
    // A few such reads do no harm.
    #expect(try sample.finding(copies: [2], unsure: 0.05).isTwoCopies)
  }

  @Test func `a gene that the assembly lacks is not told`() throws {
    var events = try DepthSample.events(Self.whole)
    events.intervals[0].grch38 = nil
    let finding = try DepthSample([events], seed: 3).finding(copies: [])
    #expect(finding.status == .notTold(.notOnAssembly))
  }

  @Test func `a step within an interval is not told as copies`() throws {
    let place = try SimulatedGenome.interval(10_000_000, 8000)
    let events = CopyEvents(
      gene: "TOY", occurrence: .common, intervals: [.init(name: "all", grch38: place, grch37: nil)],
      events: Self.whole)
    let regions = try SimulatedGenome.stableRegions()
    var collector = DepthCollector(stableRegions: regions, events: [events], assembly: .grch38)
    var genome = SimulatedGenome(.init(), seed: 4)
    for region in regions where region.role == .autosome {
      genome.cover(region.grch38, copies: 2, into: &collector)
    }
    for (start, copies) in [(10_000_000, 2.0), (10_004_000, 1)] {
      genome.cover(
        try SimulatedGenome.interval(start, 4000), copies: copies, margin: 0, into: &collector)
    }
    let finding = try #require(CopyEventCaller(collector).findings().first)
    #expect(finding.status == .notTold(.uneven("all")))
    #expect(finding.copies == [nil])
  }

  @Test func `long reads are counted as the molecules they are`() throws {
    let long = SimulatedGenome.Library(depth: 40, readLength: 10_000, insert: nil, scatter: 0.03)
    let wide = try DepthSample([try DepthSample.events(Self.whole, length: 80_000)], long, seed: 21)
    for copies in 0...2 { #expect(try wide.finding(copies: [Double(copies)]).copies == [copies]) }
    // Few long reads cover as many bases as many short ones, but are less evidence.
    let events = try DepthSample.events(Self.whole, length: 6000)
    let one = try DepthSample([events], long, seed: 2).finding(copies: [2]).intervals[0].depth
    let other = try DepthSample([events], .init(depth: 40, scatter: 0.03), seed: 2)
      .finding(copies: [2]).intervals[0].depth
    #expect(try #require(one).standardError > 2 * (try #require(other).standardError))
  }
}
