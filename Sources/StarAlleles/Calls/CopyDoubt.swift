public import Genome

/// Why read depth tells no number of copies.
public enum CopyDoubt: Sendable, Hashable {
  /// The file's depth tells no copies at all.
  case noYardstick(DepthRefusal)
  /// The gene has no place on the assembly's primary contigs.
  case notOnAssembly
  /// The assembly has the gene only on a sequence beside its chromosomes, and the reads were aligned
  /// without that.
  case withoutAlternate(AlternateSequence)
  /// The assembly has the gene only on a sequence beside its chromosomes, and the file holds no read
  /// of that at all.
  case noReadsOnAlternate(AlternateSequence)
  /// Too few reads have a sure place: they fit a similar gene as well.
  case ambiguousPlacement
  /// The depth lies between two numbers of copies, or scatters too much to tell them apart.
  case betweenCopies
  /// The depth steps within a part (its name).
  case uneven(String)
  /// Heterozygous positions lie where only one copy is counted, or genotypes where none is (indices
  /// into the gene's positions).
  case contradictedByVariants([Int])
}

/// Why the depth of a file can't tell copy numbers.
public enum DepthRefusal: Sendable, Hashable {
  /// The file has reads in too few stable regions (with reads, of all): a slice or a panel.
  case tooFewStableRegions(covered: Int, of: Int)
  /// Depth differs too much from place to place (relative standard deviation): captured regions or
  /// amplicons.
  case unevenDepth(spread: Double)
  /// There are too few reads (mean depth).
  case tooShallow(depth: Double)
}
