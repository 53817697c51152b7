import Genome
import Knowledge
import Structures

/// One person made by hand, whose stable regions are covered once and then measured against genes
/// with any number of copies.
struct DepthSample {
  private let collector: DepthCollector
  private let genome: SimulatedGenome
  private let events: [CopyEvents]

  /// Covers the stable regions.
  ///
  /// - Parameters:
  ///   - depth: the mean depth of two copies.
  ///   - change: by how much a region's depth is multiplied, by its order; nil for no reads at all.
  init(
    _ events: [CopyEvents], _ library: SimulatedGenome.Library = .init(scatter: 0.03),
    x: Double = 2,
    y: Double = 0, seed: UInt64, change: (Int) -> Double? = { _ in 1 }
  ) throws {
    let regions = try SimulatedGenome.stableRegions()
    var collector = DepthCollector(stableRegions: regions, events: events, assembly: .grch38)
    var genome = SimulatedGenome(library, seed: seed)
    for (number, region) in regions.enumerated() {
      guard let factor = change(number) else { continue }
      let copies =
        switch region.role {
        case .autosome: 2.0
        case .chromosomeX: x
        case .chromosomeY: y
        case .mitochondrion: 20.0
        }
      genome.cover(region.grch38, copies: copies * factor, into: &collector)
    }
    self.events = events
    self.collector = collector
    self.genome = genome
  }

  /// A gene with intervals that lie apart.
  static func events(
    _ events: [CopyEvents.Event], intervals: Int = 1, length: Int = 6000,
    occurrence: CopyEvents.Occurrence = .common, present: String? = nil
  ) throws -> CopyEvents {
    CopyEvents(
      gene: "TOY", occurrence: occurrence, presentAllele: present,
      intervals: try (0..<intervals).map { index in
        let place = try SimulatedGenome.interval(10_000_000 + 200_000 * index, length)
        return CopyEvents.Interval(name: "part \(index + 1)", grch38: place, grch37: place)
      }, events: events)
  }

  /// What is told when the intervals have these copies.
  ///
  /// `unsure` is the share of reads there that fit elsewhere as well. Another `draw` places other reads.
  func caller(copies: [Double] = [], unsure: Double = 0, draw: UInt64 = 0) -> CopyEventCaller {
    var collector = collector
    var genome = genome
    genome.skip(draw)
    for (interval, count) in zip(events.flatMap(\.intervals), copies) {
      guard let place = interval.grch38 else { continue }
      genome.cover(place, copies: count, unsure: unsure, into: &collector)
    }
    return CopyEventCaller(collector)
  }

  /// The finding on the only gene.
  func finding(copies: [Double], unsure: Double = 0, draw: UInt64 = 0) throws -> CopyFinding {
    let findings = caller(copies: copies, unsure: unsure, draw: draw).findings()
    guard let first = findings.first else { throw SimulatedGenome.Impossible() }
    return first
  }
}

extension CopyFinding {
  /// The alleles of each structure told, `-` for a usual chromosome; nil if nothing is told.
  var names: [String]? {
    guard case .told(let structures) = status else { return nil }
    return structures.map { structure in
      [structure.first, structure.second].map { haplotype in
        haplotype.allele ?? haplotype.multiple.map { "x\($0)" }
          ?? (haplotype.isUsual ? "-" : "unnamed")
      }.joined(separator: " ")
    }
  }

  var copies: [Int?] { intervals.map(\.copies) }
}
