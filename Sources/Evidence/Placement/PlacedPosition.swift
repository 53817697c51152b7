internal import Genome
internal import Knowledge

/// A defining position laid on one assembly, with its alleles as edits of that reference.
struct PlacedPosition: Sendable {
  /// The index of the gene in the collector's list.
  let gene: Int
  /// The index into `Gene.positions`.
  let position: Int
  let contig: Contig
  /// The 1-based coordinate the alleles start at.
  let start: Int
  /// The assembly's allele.
  let reference: [UInt8]
  /// The bases of each allele, in the place of `reference`.
  let spelled: [[UInt8]]
  /// The index of the assembly's allele among the position's alleles.
  let referenceIndex: Int
  /// The canonical edit of each allele; nil for the assembly's own.
  let edits: [AlleleEdit?]
  /// What kind of change the alleles are.
  let kind: Kind
  /// The first and last base (1-based, closed) that must be shown to be reference before the
  /// position is.
  let footprint: ClosedRange<Int>
  /// Where an insertion or deletion may start and still be the same kind of event.
  let eventRange: ClosedRange<Int>
  private let contextStart: Int
  private let context: [UInt8]

  enum Kind { case substitution, indel, complex }

  /// Lays a position on an assembly; nil if it has no place there.
  init?(gene: Int, position: Int, contig: Contig, facts: DefiningPosition, assembly: Assembly) {
    guard let locus = facts.locus(on: assembly) else { return nil }
    self.gene = gene
    self.position = position
    self.contig = contig
    start = locus.position.value
    referenceIndex = locus.referenceIndex
    spelled = facts.alleles.map { Array($0.utf8) }
    reference = spelled[locus.referenceIndex]
    contextStart = locus.context?.start.value ?? start
    context = locus.context.map { Array($0.bases.utf8) } ?? []
    let known = KnownBases(stretches: [(start, reference), (contextStart, context)])
    let (start, reference) = (self.start, self.reference)
    edits = facts.alleles.map {
      AlleleEdit(position: start, reference: reference, alternate: Array($0.utf8))?
        .rolledLeft(base: known.base)
    }
    let changes = edits.compactMap(\.self)
    if changes.allSatisfy({ $0.isSubstitution && $0.deleted.count == 1 }) {
      kind = .substitution
    } else if changes.allSatisfy(\.isPureIndel) {
      kind = .indel
    } else {
      kind = .complex
    }
    let first = changes.map(\.start).min() ?? start
    let last = changes.map { $0.end + $0.roomToTheRight(base: known.base) }.max() ?? start
    eventRange = first...max(first, last)
    footprint =
      kind == .substitution
      ? start...start
      : min(start, first - 1)...max(start + reference.count - 1, last - 1)
  }

  /// The reference bases known around the position, joined with those a record states.
  func knownBases(with record: (Int, [UInt8])) -> KnownBases {
    KnownBases(stretches: [(start, reference), (contextStart, context), record])
  }

  /// Whether the reference bases a record states agree with what is known here.
  func agrees(with record: (start: Int, bases: [UInt8])) -> Bool {
    let known = KnownBases(stretches: [(start, reference), (contextStart, context)])
    for (offset, base) in record.bases.enumerated() {
      guard let expected = known.base(record.start + offset) else { continue }
      if expected != base { return false }
    }
    return true
  }
}

/// Reference bases known in a few stretches.
struct KnownBases {
  let stretches: [(start: Int, bases: [UInt8])]

  /// The base at a 1-based coordinate, or nil if no stretch covers it.
  func base(_ coordinate: Int) -> UInt8? {
    for stretch in stretches {
      let offset = coordinate - stretch.start
      if offset >= 0, offset < stretch.bases.count { return stretch.bases[offset] }
    }
    return nil
  }
}
