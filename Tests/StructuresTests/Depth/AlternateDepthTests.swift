import Genome
import Knowledge
import StarAlleles
import Structures
import Testing

/// A gene that the assembly has on a sequence beside its chromosomes only.
struct AlternateDepthTests {
  private let sequence = AlternateSequence(accession: "KI270879.1", length: 304_135)
  private let events: CopyEvents

  init() throws {
    let (start, end) = (try #require(Position(270_307)), try #require(Position(278_486)))
    let place = try #require(AlternateInterval(sequence: sequence, start: start, end: end))
    events = CopyEvents(
      gene: "TOY", occurrence: .common, presentAllele: "*A",
      intervals: [.init(name: "the gene", grch38: nil, grch37: nil, grch38Alternate: place)],
      events: [
        .init(kind: .wholeDeletion, allele: "*0"), .init(kind: .wholeDuplication, allele: nil),
      ])
  }

  private func finding(
    copies: Double, _ alternates: AlternateContigs, assembly: Assembly = .grch38, depth: Double = 30
  ) throws -> CopyFinding {
    let regions = try SimulatedGenome.stableRegions()
    var collector = DepthCollector(
      stableRegions: regions, events: [events], assembly: assembly, alternates: alternates)
    var genome = SimulatedGenome(.init(depth: depth, scatter: 0.03), seed: 5)
    for region in regions where region.role == .autosome {
      genome.cover(region.grch38, copies: 2, into: &collector)
    }
    genome.cover(270_307...278_486, on: nil, number: 40, copies: copies, into: &collector)
    // Reads of another contig at the same places are none of it.
    genome.cover(270_307...278_486, on: nil, number: 41, copies: 2, into: &collector)
    return try #require(CopyEventCaller(collector).findings().first)
  }

  private func held() -> AlternateContigs {
    var alternates = AlternateContigs()
    alternates.add(sequence, contigIndex: 40, hasReads: true)
    return alternates
  }

  @Test(arguments: [10.0, 20, 30])
  func `its copies are told from the reads of that sequence`(depth: Double) throws {
    for (copies, names) in [["*0 *0"], ["- *0"], ["- -"], ["- x2"]].enumerated() {
      let finding = try finding(copies: Double(copies), held(), depth: depth)
      guard depth >= 20 || copies < 3 || finding.names != nil else { continue }
      #expect(finding.names == names)
      #expect(finding.intervals[0].place == nil)
      #expect(finding.intervals[0].alternate?.description == "KI270879.1:270307-278486")
    }
  }

  @Test func `without the sequence, or without its reads, nothing is told`() throws {
    let without = try finding(copies: 0, AlternateContigs())
    #expect(without.status == .notTold(.withoutAlternate(sequence)))
    var empty = AlternateContigs()
    empty.add(sequence, contigIndex: 40, hasReads: false)
    #expect(try finding(copies: 0, empty).status == .notTold(.noReadsOnAlternate(sequence)))
    #expect(
      try finding(copies: 0, held(), assembly: .grch37).status == .notTold(.notOnAssembly))
  }
}
