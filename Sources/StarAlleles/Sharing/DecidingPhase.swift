/// What would tell diplotypes with the same unphased genotype apart.
public enum DecidingPhase: Sendable, Hashable {
  /// Knowing which alleles of these heterozygous positions lie together: indices into the gene's
  /// positions.
  ///
  /// They are as few as will do and then those nearest to each other; where more than four are
  /// needed, they will do but need not be the fewest.
  case between([Int])
  /// Nothing of phase: haplotypes of different meaning show the same alleles.
  case never
}
