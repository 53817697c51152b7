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
  private let targetsByContig: [[Int]]

  /// Prepares to count on an assembly.
  public init(stableRegions: [StableRegion], events: [CopyEvents], assembly: Assembly) {
    self.assembly = assembly
    self.events = events
    var targets = stableRegions.map {
      DepthTarget(.stable($0.role), $0.interval(on: assembly))
    }
    for (number, gene) in events.enumerated() {
      for (index, interval) in gene.intervals.enumerated() {
        guard let place = interval.interval(on: assembly) else { continue }
        targets.append(DepthTarget(.interval(gene: number, index: index), place))
      }
    }
    self.targets = targets
    var byContig = [[Int]](repeating: [], count: 26)
    for (index, target) in targets.enumerated() {
      byContig[Int(target.place.contig.code)].append(index)
    }
    targetsByContig = byContig
  }

  /// Where reads are wanted.
  public var regions: TargetRegions { TargetRegions(targets.map(\.place)) }

  /// Counts a read; one that is not aligned, a second place, failed or a duplicate counts nothing.
  public mutating func add(_ read: AlignedRead) {
    guard let contig = read.contig, read.flags.isDisjoint(with: .leftOut) else { return }
    var isCounted = false
    for index in targetsByContig[Int(contig.code)]
    where targets[index].place.start.value <= read.end
      && read.start <= targets[index].place.end.value
    {
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
    let (first, last) = (place.start.value, place.end.value)
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
