/// One entry of a record's ALT column.
public enum AlternateAllele: Sendable, Hashable {
  /// Bases in upper case, of the letters ACGTN.
  case sequence(String)
  /// `*`: the position lies inside a deletion that an earlier record describes.
  case spanningDeletion
  /// A name such as `DEL` or `NON_REF`, without its angle brackets.
  case symbolic(String)
  /// A join to another place, in the file's own spelling.
  case breakend(String)
  /// A `.` within a list, or anything VCF does not define.
  case unspecified

  /// Reads an allele as spelled in the ALT column.
  public init(spelling: some StringProtocol) {
    let text = String(spelling)
    if text == "*" {
      self = .spanningDeletion
    } else if text.hasPrefix("<"), text.hasSuffix(">") {
      self = .symbolic(String(text.dropFirst().dropLast()))
    } else if text.contains("[") || text.contains("]") {
      self = .breakend(text)
    } else if text.utf8.count > 1, text.hasPrefix(".") || text.hasSuffix(".") {
      self = .breakend(text)
    } else if !text.isEmpty, text.utf8.allSatisfy(Self.isBase) {
      self = .sequence(text.uppercased())
    } else {
      self = .unspecified
    }
  }

  /// Whether this is `<NON_REF>` or `<*>`: any allele other than REF, used by gVCF blocks.
  public var isNonReferenceBlock: Bool {
    self == .symbolic("NON_REF") || self == .symbolic("*")
  }

  private static func isBase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"),
      UInt8(ascii: "N"), UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "g"),
      UInt8(ascii: "t"), UInt8(ascii: "n"):
      true
    default: false
    }
  }
}

extension AlternateAllele: CustomStringConvertible {
  /// The VCF spelling.
  public var description: String {
    switch self {
    case .sequence(let bases): bases
    case .spanningDeletion: "*"
    case .symbolic(let name): "<\(name)>"
    case .breakend(let text): text
    case .unspecified: "."
    }
  }
}
