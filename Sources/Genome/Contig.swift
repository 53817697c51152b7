/// One of the 25 primary human contigs: the autosomes, X, Y and the mitochondrion.
///
/// Files spell the same contig as `chr10`, `10` or `NC_000010.11`; all are read as one value.
/// Contigs outside the primary 25 (alternate loci, decoys, HLA) have no `Contig`.
public struct Contig: Sendable, Hashable, Comparable {
  /// 1...22 for the autosomes, 23 for X, 24 for Y, 25 for the mitochondrion.
  public let code: UInt8

  private init(unchecked code: UInt8) { self.code = code }

  /// The contig with a code from 1 to 25, or nil.
  public init?(code: UInt8) {
    guard (1...25).contains(code) else { return nil }
    self.code = code
  }

  /// The sex chromosome X.
  public static let x = Contig(unchecked: 23)
  /// The sex chromosome Y.
  public static let y = Contig(unchecked: 24)
  /// The mitochondrial genome.
  public static let mitochondrion = Contig(unchecked: 25)

  /// Reads any usual spelling: `chr10`, `10`, `NC_000010.11`, `chrM`, `MT`, `chrX`, `23`.
  public init?(name: some StringProtocol) {
    let text = String(name)
    if text.hasPrefix("NC_") {
      let accession = text.dropFirst(3).split(separator: ".", omittingEmptySubsequences: false)
      guard let first = accession.first, first.count == 6, let number = Int(first) else {
        return nil
      }
      switch number {
      case 1...24: self.code = UInt8(number)
      case 12920, 1807: self.code = 25
      default: return nil
      }
      return
    }
    let lowered = text.lowercased()
    let bare = lowered.hasPrefix("chr") ? lowered.dropFirst(3) : Substring(lowered)
    switch bare {
    case "x": self = .x
    case "y": self = .y
    case "m", "mt": self = .mitochondrion
    default:
      guard let number = UInt8(bare), (1...25).contains(number), bare.first != "0" else {
        return nil
      }
      self.code = number
    }
  }

  /// The name with the `chr` prefix: `chr10`, `chrX`, `chrM`.
  public var name: String {
    switch code {
    case 23: "chrX"
    case 24: "chrY"
    case 25: "chrM"
    default: "chr\(code)"
    }
  }

  /// Orders contigs as reference files do: autosomes by number, X, Y, mitochondrion.
  public static func < (left: Contig, right: Contig) -> Bool { left.code < right.code }
}

extension Contig: CustomStringConvertible {
  /// The name with the `chr` prefix.
  public var description: String { name }
}
