public import Genome
public import GenomeFiles
public import Knowledge

/// Counts how deep reads cover the stable regions and the genes with copy events.
///
/// Reads are added once each, in any order. Only their places are needed; with their bases, depth is
/// corrected for the share of G and C as well.
public struct DepthCollector: Sendable {
  /// The least mapping quality of a read whose place counts as sure (Phred scale).
  public static let leastMappingQuality: UInt8 = 20

  /// The assembly that the reads lie on.
  public let assembly: Assembly
  let events: [CopyEvents]
  private(set) var targets: [DepthTarget]
  private(set) var pairedReads = 0
  private(set) var countedReads = 0
  let alternates: AlternateContigs
  private let targetsByContig: [[Int]]
  /// By the number in the file's header: targets on sequences beside the chromosomes.
  private let targetsByAlternate: [Int: [Int]]

  /// Prepares to count on an assembly.
  ///
  /// - Parameter alternates: which sequences beside the chromosomes the file has reads of.
  public init(
    stableRegions: [StableRegion], events: [CopyEvents], assembly: Assembly,
    alternates: AlternateContigs = AlternateContigs()
  ) {
    self.assembly = assembly
    self.events = events
    self.alternates = alternates
    var targets = stableRegions.map {
      DepthTarget(.stable($0.role), .chromosome($0.interval(on: assembly)))
    }
    for (number, gene) in events.enumerated() {
      for (index, interval) in gene.intervals.enumerated() {
        let purpose = DepthTarget.Purpose.interval(gene: number, index: index)
        if let place = interval.interval(on: assembly) {
          targets.append(DepthTarget(purpose, .chromosome(place)))
        } else if let place = interval.alternate(on: assembly),
          let contig = alternates.contigIndex(of: place.sequence)
        {
          targets.append(DepthTarget(purpose, .alternate(place, contigIndex: contig)))
        }
      }
    }
    self.targets = targets
    var byContig = [[Int]](repeating: [], count: 26)
    var byAlternate: [Int: [Int]] = [:]
    for (index, target) in targets.enumerated() {
      switch target.place {
      case .chromosome(let place): byContig[Int(place.contig.code)].append(index)
      case .alternate(_, let contig): byAlternate[contig, default: []].append(index)
      }
    }
    targetsByContig = byContig
    targetsByAlternate = byAlternate
  }

  /// Where reads are wanted.
  public var regions: TargetRegions { TargetRegions(targets.compactMap(\.interval)) }

  /// Where reads are wanted beside the chromosomes: by contig's number in the file's header.
  public var alternateRegions: [(contigIndex: Int, interval: AlternateInterval)] {
    targets.compactMap { target in
      guard case .alternate(let place, let contig) = target.place else { return nil }
      return (contig, place)
    }
  }

  /// Counts a read; one that is not aligned, a second place, failed or a duplicate counts nothing.
  public mutating func add(_ read: AlignedRead) {
    guard read.flags.isDisjoint(with: .leftOut) else { return }
    let near =
      read.contig.map { targetsByContig[Int($0.code)] } ?? targetsByAlternate[read.contigIndex]
      ?? []
    var isCounted = false
    for index in near where targets[index].start <= read.end && read.start <= targets[index].end {
      let isSure = read.mappingQuality >= Self.leastMappingQuality
      let bases = targets[index].cover(read, isSure: isSure)
      if isSure, bases > 0 {
        targets[index].count(bases)
        isCounted = true
      }
    }
    guard isCounted else { return }
    countedReads += 1
    if read.flags.contains(.paired) { pairedReads += 1 }
  }

  /// How many reads of one molecule count as one: mates of a pair cover the same molecule.
  var readsPerMolecule: Double { 2 * pairedReads > countedReads ? 2 : 1 }
}

extension DepthTarget {
  /// Adds what a read covers to the windows; the number of bases.
  fileprivate mutating func cover(_ read: AlignedRead, isSure: Bool) -> Int {
    let (first, last) = (start, end)
    var reference = read.start
    var offset = 0
    var covered = 0
    for run in read.cigar {
      let kind = run.kind
      if kind.consumesRead, kind.consumesReference {
        var start = max(reference, first)
        let end = min(reference + run.length - 1, last)
        while start <= end {
          let index = window(holding: start)
          let stop = min(end, windows[index].end)
          covered += stop - start + 1
          if isSure {
            windows[index].unique += stop - start + 1
            windows[index].count(
              read.bases, from: offset + start - reference, to: offset + stop - reference)
          } else {
            windows[index].ambiguous += stop - start + 1
          }
          start = stop + 1
        }
      }
      if kind.consumesReference { reference += run.length }
      if kind.consumesRead { offset += run.length }
      if reference > last { break }
    }
    return covered
  }
}

extension DepthWindow {
  /// Counts G and C among some bases of a read; nothing if the read came without bases.
  fileprivate mutating func count(_ bases: [UInt8], from first: Int, to last: Int) {
    guard last < bases.count else { return }
    for index in first...last {
      switch bases[index] {
      case UInt8(ascii: "G"), UInt8(ascii: "C"):
        strong += 1
        called += 1
      case UInt8(ascii: "A"), UInt8(ascii: "T"): called += 1
      default: break
      }
    }
  }
}
