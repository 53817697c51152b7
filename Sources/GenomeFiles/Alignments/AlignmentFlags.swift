/// What the FLAG column says of an alignment (SAM specification, section 1.4).
public struct AlignmentFlags: OptionSet, Sendable, Hashable {
  /// The bits as stored.
  public let rawValue: UInt16

  /// Flags with these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The template has several reads.
  public static let paired = AlignmentFlags(rawValue: 0x1)
  /// The aligner found the mates placed as their library has them.
  public static let properPair = AlignmentFlags(rawValue: 0x2)
  /// The read is not aligned.
  public static let unmapped = AlignmentFlags(rawValue: 0x4)
  /// The mate is not aligned.
  public static let mateUnmapped = AlignmentFlags(rawValue: 0x8)
  /// The bases are the reverse complement of what was sequenced.
  public static let reverseStrand = AlignmentFlags(rawValue: 0x10)
  /// The mate's bases are the reverse complement of what was sequenced.
  public static let mateReverseStrand = AlignmentFlags(rawValue: 0x20)
  /// The first read of its template.
  public static let firstInTemplate = AlignmentFlags(rawValue: 0x40)
  /// The last read of its template.
  public static let lastInTemplate = AlignmentFlags(rawValue: 0x80)
  /// Another place of a read that has several.
  public static let secondary = AlignmentFlags(rawValue: 0x100)
  /// The read failed the quality checks of the platform.
  public static let failedQuality = AlignmentFlags(rawValue: 0x200)
  /// A copy of another read's molecule.
  public static let duplicate = AlignmentFlags(rawValue: 0x400)
  /// A part of a read whose alignment is split.
  public static let supplementary = AlignmentFlags(rawValue: 0x800)

  /// The flags of reads that callers leave out of a pileup by custom: not aligned, second places,
  /// failed and duplicate reads, as in `samtools mpileup`.
  public static let leftOut: AlignmentFlags = [.unmapped, .secondary, .failedQuality, .duplicate]
}
