/// What one alignment shows at one single-base position; 16 bytes, since there are many.
struct Glimpse: Sendable {
  /// The fragment the alignment belongs to.
  let template: UInt64
  /// What is there.
  let content: Content
  /// The base quality, Phred-scaled.
  let quality: UInt8
  /// The mapping quality, Phred-scaled.
  let mappingQuality: UInt8
  /// Whether the alignment lies on the reverse strand.
  let isReverse: Bool

  enum Content: UInt8, Sendable {
    case a, c, g, t
    /// The read lacks the base.
    case deleted
    /// The place or the base is too unsure to count.
    case unsure

    /// The content of a letter; nil for anything but ACGT.
    init?(letter: UInt8) {
      switch letter {
      case UInt8(ascii: "A"), UInt8(ascii: "a"): self = .a
      case UInt8(ascii: "C"), UInt8(ascii: "c"): self = .c
      case UInt8(ascii: "G"), UInt8(ascii: "g"): self = .g
      case UInt8(ascii: "T"), UInt8(ascii: "t"): self = .t
      default: return nil
      }
    }

    /// The upper-case letter of a base; `-` and `?` for the rest.
    var letter: UInt8 {
      switch self {
      case .a: UInt8(ascii: "A")
      case .c: UInt8(ascii: "C")
      case .g: UInt8(ascii: "G")
      case .t: UInt8(ascii: "T")
      case .deleted: UInt8(ascii: "-")
      case .unsure: UInt8(ascii: "?")
      }
    }
  }
}
