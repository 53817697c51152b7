internal import Genome
internal import GenomeFiles

/// The part of one alignment that lies around an insertion or deletion.
struct SpanningRead: Sendable {
  /// The fragment the alignment belongs to.
  let template: UInt64
  /// Whether the alignment lies on the reverse strand.
  let isReverse: Bool
  /// The mapping quality, Phred-scaled.
  let mappingQuality: UInt8
  /// The bases around the change, unaligned ends included.
  let bases: [UInt8]
  /// Their qualities, Phred-scaled.
  let qualities: [UInt8]
  /// The bases from the anchor before the change to the one after it; nil if one is not aligned.
  let core: Range<Int>?
  /// The chance that the read has a gap of its own after a base; 0 where that is not known.
  let gapOpening: Double
}

/// How one alignment lies around a stretch of reference.
struct ReadWindow {
  /// The bases of the read that lie in the window, as indices into the read.
  private(set) var bases: Range<Int> = 0..<0
  /// The bases from the one aligned to the first base of the core to the one aligned to its last.
  private(set) var core: Range<Int>?
  /// The first base the read reaches, unaligned ends laid out beside the aligned part.
  private(set) var reachStart: Int
  /// The last base it reaches.
  private(set) var reachEnd: Int
  /// Whether the read skips reference bases within the window.
  private(set) var skips = false
  /// The aligned bases of the read.
  private(set) var aligned = 0
  /// The gaps in its alignment.
  private(set) var gaps = 0

  /// Bases of an unaligned end taken beyond the window, for what was inserted before it.
  private static let slack = 8

  /// Lays a read over a window and the core in it, both 1-based and closed.
  init(_ read: AlignedRead, window: ClosedRange<Int>, core: ClosedRange<Int>) {
    let leading = read.cigar.first { $0.kind != .hardClip }
    let trailing = read.cigar.last { $0.kind != .hardClip }
    let left = leading?.kind == .softClip ? leading?.length ?? 0 : 0
    let right = trailing?.kind == .softClip ? trailing?.length ?? 0 : 0
    reachStart = read.start - left
    reachEnd = read.end + right
    var (place, index) = (read.start, 0)
    var (first, last): (Int?, Int?) = (nil, nil)
    var (coreFirst, coreLast): (Int?, Int?) = (nil, nil)
    for run in read.cigar {
      switch run.kind {
      case .match, .equal, .different:
        let end = place + run.length
        if first == nil, end > window.lowerBound {
          first = index + max(0, window.lowerBound - place)
        }
        if place <= window.upperBound, end > window.lowerBound {
          last = index + min(run.length, window.upperBound - place + 1)
        }
        if (place..<end).contains(core.lowerBound) { coreFirst = index + core.lowerBound - place }
        if (place..<end).contains(core.upperBound) { coreLast = index + core.upperBound - place }
        (place, index) = (end, index + run.length)
        aligned += run.length
      case .insertion:
        index += run.length
        gaps += 1
      case .softClip: index += run.length
      case .deletion:
        place += run.length
        gaps += 1
      case .skip:
        if (place..<(place + run.length)).overlaps(Range(window)) { skips = true }
        place += run.length
      case .hardClip, .padding: break
      }
    }
    let length = index
    guard var first, var last else { return }
    if read.start > window.lowerBound {
      first -= min(left, read.start - window.lowerBound + Self.slack)
    }
    if read.end < window.upperBound {
      last += min(right, window.upperBound - read.end + Self.slack)
    }
    guard first >= 0, last <= length, first < last, length <= read.bases.count else { return }
    bases = first..<last
    if let coreFirst, let coreLast, coreFirst <= coreLast { self.core = coreFirst..<(coreLast + 1) }
  }
}
