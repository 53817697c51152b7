public import GenomeFiles
internal import Genome
internal import Knowledge

/// Gathers what reads of one sample show of a gene and its paralog.
///
/// Add each alignment of the read regions and of the stable regions once, in any order. Duplicates,
/// second places and failed reads are left out; mapping quality is not asked, because between
/// paralogs it says nothing.
public struct ParalogReads: Sendable {
  private let observer: ReadObserver
  private let readRegions: [GenomicInterval]
  private(set) var depth: StableDepth
  private(set) var fragments: [Fragment] = []
  private var fragmentOfTemplate: [UInt64: Int] = [:]
  private var seenLong: Set<UInt64> = []
  private(set) var bodyBases = 0
  private(set) var spacerBases = 0
  private(set) var readCount = 0
  private(set) var longReadCount = 0
  private var longReadBases = 0
  private(set) var placedBases = 0
  private var edits = 0
  /// Where reads end and start, to tell amplicons: how many share their first base.
  private(set) var starts: [Int: Int] = [:]
  /// Bases of the body by bins of it, to tell even from uneven depth.
  private(set) var bins: [Int] = []

  /// Reads of at least this many bases are cut into pieces.
  static let longRead = 1000
  private static let piece = 260
  private static let stride = 200
  static let binWidth = 400

  init(observer: ReadObserver, readRegions: [GenomicInterval], stable: [GenomicInterval]) {
    self.observer = observer
    self.readRegions = readRegions
    depth = StableDepth(stable)
    bins = [Int](repeating: 0, count: observer.geneBody.count / Self.binWidth + 1)
  }

  /// Whether most reads are long ones.
  var isLong: Bool { longReadCount * 2 > readCount }

  /// The bases that one molecule gives, on average: a long read, or a pair of short ones.
  var basesPerMolecule: Double {
    isLong ? Double(longReadBases) / Double(longReadCount) : Self.pairedBases
  }

  /// The usual length of two short reads together; depth is hardly less even with longer ones.
  private static let pairedBases = 300.0

  /// The share of bases that differ from the nearer of gene and paralog.
  var editRate: Double { placedBases == 0 ? 0 : Double(edits) / Double(placedBases) }

  /// Takes an alignment in.
  public mutating func add(_ read: AlignedRead) {
    guard read.flags.isDisjoint(with: [.secondary, .duplicate, .failedQuality]) else { return }
    depth.add(read)
    guard !read.bases.isEmpty else { return }
    // The other part of a split read may be a copy, and only this one may carry all bases.
    guard isNear(read) || read.isSplit && read.bases.count >= Self.longRead else { return }
    if read.bases.count >= Self.longRead {
      addLong(read)
    } else if !read.flags.contains(.supplementary) {
      addShort(read)
    }
  }

  private func isNear(_ read: AlignedRead) -> Bool {
    // A read on an alternate locus has no contig of the primary assembly; its words decide.
    guard let contig = read.contig else { return true }
    return readRegions.contains {
      $0.contig == contig && read.start <= $0.end.value
        && max(read.end, read.start) >= $0.start.value
    }
  }

  private mutating func addShort(_ read: AlignedRead) {
    guard
      let piece = observer.piece(
        read.bases.map(BaseCode.code), qualities: read.qualities, minimumQuality: 13, step: 4)
    else { return }
    readCount += 1
    count(piece, share: 1)
    if let index = fragmentOfTemplate[read.template] {
      fragments[index].add(piece.states)
      fragments[index].spacerBases += piece.spacerBases
    } else if !piece.states.isEmpty || piece.spacerBases > 0 {
      fragmentOfTemplate[read.template] = fragments.count
      fragments.append(Fragment(states: piece.states, spacerBases: piece.spacerBases))
    }
  }

  private mutating func count(_ piece: ReadObserver.Piece, share: Double) {
    bodyBases += Int(Double(piece.bodyBases) * share)
    spacerBases += Int(Double(piece.spacerBases) * share)
    placedBases += Int(Double(piece.length) * share)
    edits += Int(Double(piece.edits) * share)
    guard piece.bodyBases > 0, let span = piece.span else { return }
    let middle = (span.lowerBound + span.upperBound) / 2 - observer.geneBody.lowerBound
    if bins.indices.contains(middle / Self.binWidth), middle >= 0 {
      bins[middle / Self.binWidth] += Int(Double(piece.bodyBases) * share)
    }
  }

  private mutating func addLong(_ read: AlignedRead) {
    // The part of a split read that carries all bases stands for the whole, whichever it is.
    guard !read.cigar.contains(where: { $0.kind == .hardClip }),
      seenLong.insert(read.template).inserted
    else { return }
    let codes = read.bases.map(BaseCode.code)
    var pieces: [ReadObserver.Piece] = []
    var start = 0
    while start < codes.count {
      let end = min(start + Self.piece, codes.count)
      let qualities =
        read.qualities.isEmpty ? [] : Array(read.qualities[start..<end])
      if var piece = observer.piece(
        Array(codes[start..<end]), qualities: qualities, minimumQuality: 7, step: 2)
      {
        piece.offset = start
        pieces.append(piece)
        count(piece, share: min(1, Double(Self.stride) / Double(piece.length)))
      }
      start += Self.stride
    }
    guard !pieces.isEmpty else { return }
    readCount += 1
    longReadCount += 1
    longReadBases += codes.count
    starts[read.start, default: 0] += 1
    addSegments(pieces, readLength: codes.count)
  }

  /// Joins pieces that run on along one copy.
  private mutating func addSegments(_ pieces: [ReadObserver.Piece], readLength: Int) {
    var segments: [(isTurned: Bool, pieces: [ReadObserver.Piece])] = []
    var last: Int?
    for piece in pieces {
      let middle = piece.span.map { ($0.lowerBound + $0.upperBound) / 2 }
      var goesOn = segments.last?.isTurned == piece.isTurned
      if goesOn, let last, let middle {
        let move = piece.isTurned ? last - middle : middle - last
        goesOn = move > -400
      }
      if goesOn {
        segments[segments.count - 1].pieces.append(piece)
      } else {
        segments.append((piece.isTurned, [piece]))
        last = nil
      }
      last = middle ?? last
    }
    var indices: [Int] = []
    for segment in segments {
      var states: [Int: Int] = [:]
      for piece in segment.pieces {
        for (site, state) in piece.states where states[site] == nil { states[site] = state }
      }
      let spacer = segment.pieces.reduce(0) { $0 + $1.spacerBases } * Self.stride / Self.piece
      guard !states.isEmpty || spacer > 0 else { continue }
      indices.append(fragments.count)
      fragments.append(
        Fragment(
          states: states.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
          spacerBases: spacer, start: start(of: segment, readLength: readLength)))
    }
    if segments.first?.isTurned == true { indices.reverse() }
    for (one, other) in zip(indices, indices.dropFirst()) { fragments[one].next = other }
  }

  /// How far before what gene and paralog share a piece must lie to be of the sequence before.
  private static let clear = 300
  /// How near the start of a copy its first piece must lie for the copy to start in the read.
  private static let nearStart = 900
  /// How many bases before a copy show that something else stands there.
  private static let leastBefore = 600

  /// What a read shows before a copy, by the pieces of it.
  private func start(
    of segment: (isTurned: Bool, pieces: [ReadObserver.Piece]), readLength: Int
  ) -> Fragment.Start {
    let shared = observer.sequence.sharedStart
    let spans = segment.pieces.compactMap { piece in piece.span.map { (piece, $0) } }
    let middles = spans.map { ($0.1.lowerBound + $0.1.upperBound) / 2 }
    if middles.contains(where: { $0 < shared - Self.clear }) {
      return middles.contains { $0 > shared + Self.clear } ? .first : .unseen
    }
    guard
      let lowest = spans.min(by: { $0.1.lowerBound < $1.1.lowerBound }),
      lowest.1.lowerBound < shared + Self.nearStart
    else { return .unseen }
    let before =
      segment.isTurned ? readLength - lowest.0.offset - lowest.0.length : lowest.0.offset
    return before >= Self.leastBefore ? .further : .unseen
  }
}
