public import Evidence
internal import Foundation
internal import StarAlleles

extension SexFinding {
  /// What is known of the sex chromosomes, as the sample check states it; nil if nothing was looked at.
  ///
  /// Depth that was measured and fits no number of X chromosomes is a finding too.
  ///
  /// - Parameters:
  ///   - sex: what all sources together say.
  ///   - depth: the depth of X and Y, where it was measured.
  public init?(_ sex: SexChromosomes, depth: SexDepth?) {
    let source: String
    if let basis = sex.basis {
      source = Self.phrase(basis)
    } else if let depth {
      source = String(format: "read depth (X %.1f copies, Y %.1f)", depth.x, depth.y)
    } else {
      return nil
    }
    self.init(
      xChromosomes: sex.xCount, hasY: depth?.yCount.map { $0 > 0 }, source: source,
      contradictions: sex.contradictions.map {
        .init(xChromosomes: $0.xCount, source: Self.phrase($0.basis))
      })
  }

  /// What a number rests on, in a few words.
  private static func phrase(_ basis: SexBasis) -> String {
    switch basis {
    case .stated: "the sex stated"
    case .readDepth(let x, let y):
      String(format: "read depth: X %.1f copies, Y %.1f", x, y)
    case .genotypes(let heterozygous, let haploid):
      heterozygous > 0
        ? "\(heterozygous) heterozygous genotypes on X" : "\(haploid) haploid genotypes on X"
    }
  }
}
