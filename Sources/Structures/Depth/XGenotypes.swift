public import Evidence
internal import Knowledge

/// What the genotypes at known positions of X show of the number of X chromosomes.
///
/// The known positions lie in genes outside the pseudoautosomal regions, so a person with one X can't
/// be heterozygous there.
public struct XGenotypes: Sendable, Hashable {
  /// Positions with two different alleles.
  public let heterozygous: Int
  /// Positions with two equal alleles.
  public let homozygous: Int
  /// Positions with a single allele.
  public let haploid: Int

  /// Counts the positions of all genes on X in one sample's evidence.
  public init(_ evidence: [GeneEvidence]) {
    var counts = (heterozygous: 0, homozygous: 0, haploid: 0)
    for gene in evidence where gene.gene.inheritance == .chromosomeX {
      for case .observed(let value) in gene.positions where !value.alleles.contains(.unknown) {
        if value.isHeterozygous {
          counts.heterozygous += 1
        } else if value.alleles.count == 2 {
          counts.homozygous += 1
        } else {
          counts.haploid += 1
        }
      }
    }
    (heterozygous, homozygous, haploid) = counts
  }

  /// Two if some position is heterozygous and none haploid, one if the calls are haploid throughout;
  /// nil otherwise, as calls that are homozygous fit both.
  public var xCount: Int? {
    if heterozygous > 0, haploid == 0 { return 2 }
    return haploid > 0 && heterozygous == 0 && homozygous == 0 ? 1 : nil
  }
}
