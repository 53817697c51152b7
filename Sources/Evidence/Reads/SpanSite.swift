internal import Genome
internal import GenomeFiles

/// What the alignments of one sample show around an insertion, a deletion or a change of several
/// bases.
struct SpanSite: Sendable {
  /// The stretch that tells the alleles apart, with a base before and one after; 1-based, closed.
  let core: ClosedRange<Int>
  /// The core with its flanks.
  let window: ClosedRange<Int>
  /// The alignments that span the core.
  private(set) var reads: [SpanningRead] = []
  /// Alignments that reach the core but don't span it.
  private(set) var short = 0
  /// Alignments whose place is too unsure.
  private(set) var unsure = 0
  private var counts: [UInt16]
  private var sampling = FragmentSampling()

  /// Reference bases on either side that reads are laid against.
  static let flank = 30
  private static let columns = 5

  init(_ position: PlacedPosition) {
    core = position.footprint.lowerBound...(position.footprint.upperBound + 1)
    window = max(1, core.lowerBound - Self.flank)...(core.upperBound + Self.flank)
    counts = Array(repeating: 0, count: window.count * Self.columns)
  }

  /// Takes in one alignment, and keeps at most `policy.maximumSpanningDepth`.
  mutating func add(_ read: AlignedRead, mappingQuality: UInt8, policy: ReadPolicy) {
    guard sampling.keeps(read.template) else { return }
    let lay = ReadWindow(read, window: window, core: core)
    guard lay.reachStart <= core.upperBound, lay.reachEnd >= core.lowerBound, !lay.skips else {
      return
    }
    guard Int(mappingQuality) >= policy.minimumMappingQuality else {
      unsure += 1
      return
    }
    countBases(of: read, least: policy.minimumBaseQuality)
    guard !lay.bases.isEmpty, lay.reachStart <= core.lowerBound + 1 - policy.minimumFlank,
      lay.reachEnd >= core.upperBound - 1 + policy.minimumFlank
    else {
      short += 1
      return
    }
    let qualities =
      read.qualities.count == read.bases.count
      ? Array(read.qualities[lay.bases])
      : Array(repeating: UInt8(clamping: policy.unstatedBaseQuality), count: lay.bases.count)
    let core = lay.core.flatMap { core -> Range<Int>? in
      guard lay.bases.lowerBound <= core.lowerBound, core.upperBound <= lay.bases.upperBound else {
        return nil
      }
      return (core.lowerBound - lay.bases.lowerBound)..<(core.upperBound - lay.bases.lowerBound)
    }
    reads.append(
      SpanningRead(
        template: read.template, isReverse: read.isReverse, mappingQuality: mappingQuality,
        bases: Array(read.bases[lay.bases]), qualities: qualities, core: core,
        gapOpening: lay.aligned >= policy.longReadLength
          ? Double(lay.gaps) / Double(lay.aligned) / 2 : 0))
    guard reads.count > max(policy.maximumSpanningDepth, 1) else { return }
    sampling.halve()
    reads.removeAll { !sampling.keeps($0.template) }
  }

  /// The base most reads show at a place, or that most lack it; nil if they are few or differ.
  func consensus(at place: Int) -> Glimpse.Content? {
    guard window.contains(place) else { return nil }
    let start = (place - window.lowerBound) * Self.columns
    let row = counts[start..<(start + Self.columns)]
    let total = row.reduce(0) { $0 + Int($1) }
    guard total >= 3, let most = row.max(), Int(most) * 10 >= total * 7,
      let index = row.firstIndex(of: most)
    else { return nil }
    return Glimpse.Content(rawValue: UInt8(index - start))
  }

  /// The letter most reads show at a place; nil if they are few, differ or lack it.
  func letter(at place: Int) -> UInt8? {
    consensus(at: place).flatMap { $0 == .deleted ? nil : $0.letter }
  }

  private mutating func countBases(of read: AlignedRead, least: Int) {
    var (place, index) = (read.start, 0)
    let hasQualities = read.qualities.count == read.bases.count
    for run in read.cigar {
      switch run.kind {
      case .match, .equal, .different:
        let from = max(place, window.lowerBound)
        let to = min(place + run.length - 1, window.upperBound)
        if from <= to {
          for spot in from...to {
            let offset = index + spot - place
            guard offset < read.bases.count,
              !hasQualities || Int(read.qualities[offset]) >= least,
              let content = Glimpse.Content(letter: read.bases[offset])
            else { continue }
            count(content, at: spot)
          }
        }
        place += run.length
        index += run.length
      case .deletion:
        let from = max(place, window.lowerBound)
        let to = min(place + run.length - 1, window.upperBound)
        if from <= to { for spot in from...to { count(.deleted, at: spot) } }
        place += run.length
      case .insertion, .softClip: index += run.length
      case .skip: place += run.length
      case .hardClip, .padding: break
      }
    }
  }

  private mutating func count(_ content: Glimpse.Content, at place: Int) {
    let slot = (place - window.lowerBound) * Self.columns + Int(content.rawValue)
    if counts[slot] < .max { counts[slot] += 1 }
  }
}
