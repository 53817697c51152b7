internal import Genome
public import GenomeFiles
internal import Knowledge

/// Which mitochondrial sequence reads were aligned to, by the length of the contig.
public enum MitochondrialReference: Sendable, Hashable {
  /// The revised Cambridge Reference Sequence (NC_012920.1), 16,569 bases: GRCh38, b37, hs37d5.
  case revisedCambridge
  /// The sequence of UCSC's hg19 (NC_001807.4), 16,571 bases, whose positions are not those of rCRS.
  case olderSequence
  /// Another length (in bases; nil if the header gives none).
  case unknown(length: Int?)
  /// The file has no mitochondrial contig.
  case absent

  /// Looks the contig up among those of a header.
  public init(contigs: [HeaderContig]) {
    let own = contigs.filter { Contig(name: $0.name) == .mitochondrion }
    guard let contig = own.first else {
      self = .absent
      return
    }
    switch contig.length {
    case 16569: self = .revisedCambridge
    case 16571: self = .olderSequence
    default: self = .unknown(length: contig.length)
    }
  }

  /// Whether positions of rCRS can be looked up.
  public var hasKnownPositions: Bool { self == .revisedCambridge }
}

extension CopyEventCaller {
  /// The depth of the mitochondrial genome over that of one autosomal copy, for information: about
  /// half the mitochondrial genomes in a cell; nil if it was not measured.
  public var mitochondrialCopies: Double? {
    let depths = depths(of: .mitochondrion)
    return depths.isEmpty ? nil : depths.map(\.copies).median
  }
}
