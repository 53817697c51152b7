public import Genome

/// One alignment of a BAM or CRAM file: a read, or a part of one, laid on the reference.
public struct AlignedRead: Sendable, Hashable {
  /// A number that all alignments of one template share: mates, second places and split parts.
  ///
  /// A hash of QNAME; names themselves stay out of memory and logs.
  public var template: UInt64
  /// What the FLAG column says.
  public var flags: AlignmentFlags
  /// The contig's number in the header.
  public var contigIndex: Int
  /// The contig, or nil outside the primary 25.
  public var contig: Contig?
  /// The first aligned base of the reference, 1-based.
  public var start: Int
  /// The last aligned base of the reference, 1-based and included.
  public var end: Int
  /// Phred-scaled probability that the place is wrong; 255 if not stated.
  public var mappingQuality: UInt8
  /// How the read lies on the reference, from `start` on.
  public var cigar: [CigarOperation]
  /// The bases in reference direction, ASCII letters of ACGTN and the other IUPAC codes, soft-clipped
  /// ones included; empty if the record has none or only the placement was asked for.
  public var bases: [UInt8]
  /// Phred-scaled base qualities, one for each of `bases`; empty if the record has none.
  public var qualities: [UInt8]
  /// The mate's contig by its number in the header; nil if it is not placed.
  public var mateContigIndex: Int?
  /// The mate's first aligned base, 1-based; nil if it is not placed.
  public var mateStart: Int?
  /// The template length as stored (TLEN), negative for the rightmost read; 0 if not stated.
  public var templateLength: Int
  /// Bases that differ from the reference, inserted and deleted ones included (tag NM).
  public var editDistance: Int?
  /// Whether other parts of the read are aligned elsewhere (tag SA).
  public var isSplit: Bool

  /// An alignment; what is not given is empty.
  public init(
    template: UInt64, flags: AlignmentFlags = [], contigIndex: Int = 0, contig: Contig?, start: Int,
    mappingQuality: UInt8 = 60, cigar: [CigarOperation], bases: [UInt8] = [],
    qualities: [UInt8] = []
  ) {
    self.template = template
    self.flags = flags
    self.contigIndex = contigIndex
    self.contig = contig
    self.start = start
    self.mappingQuality = mappingQuality
    self.cigar = cigar
    self.bases = bases
    self.qualities = qualities
    end = start - 1 + cigar.reduce(0) { $0 + ($1.kind.consumesReference ? $1.length : 0) }
    mateContigIndex = nil
    mateStart = nil
    templateLength = 0
    editDistance = nil
    isSplit = false
  }

  /// Whether the bases are the reverse complement of what was sequenced.
  public var isReverse: Bool { flags.contains(.reverseStrand) }
}
