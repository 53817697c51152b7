/// A run of one kind in the alignment of a read to the reference (SAM specification, section 1.4).
public struct CigarOperation: Sendable, Hashable {
  /// How the run's bases relate to the reference; raw values are BAM's own numbers.
  public enum Kind: UInt8, Sendable, Hashable {
    /// `M`: read and reference side by side, equal or not.
    case match
    /// `I`: bases of the read that the reference lacks.
    case insertion
    /// `D`: bases of the reference that the read lacks.
    case deletion
    /// `N`: reference bases skipped, as by an intron.
    case skip
    /// `S`: bases at an end of the read that are not aligned.
    case softClip
    /// `H`: bases at an end of the read that are not in the record.
    case hardClip
    /// `P`: padding.
    case padding
    /// `=`: equal to the reference.
    case equal
    /// `X`: differing from the reference.
    case different

    /// Whether the run uses up bases of the read that the record holds.
    public var consumesRead: Bool {
      switch self {
      case .match, .insertion, .softClip, .equal, .different: true
      case .deletion, .skip, .hardClip, .padding: false
      }
    }

    /// Whether the run uses up bases of the reference.
    public var consumesReference: Bool {
      switch self {
      case .match, .deletion, .skip, .equal, .different: true
      case .insertion, .softClip, .hardClip, .padding: false
      }
    }
  }

  /// The kind of the run.
  public var kind: Kind
  /// How many bases it has.
  public var length: Int

  /// A run of `length` bases.
  public init(_ kind: Kind, _ length: Int) {
    self.kind = kind
    self.length = length
  }
}
