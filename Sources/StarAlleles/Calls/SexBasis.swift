/// What the number of X chromosomes rests on.
public enum SexBasis: Sendable, Hashable {
  /// The user stated the sex.
  case stated
  /// The depth of reads on X and Y outside the pseudoautosomal regions, in copies.
  case readDepth(x: Double, y: Double)
  /// Genotypes on X outside the pseudoautosomal regions: heterozygous ones, and ones with a single
  /// allele.
  case genotypes(heterozygous: Int, haploid: Int)
}
