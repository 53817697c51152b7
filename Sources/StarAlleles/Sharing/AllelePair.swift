/// Two haplotypes of a gene, or one twice for a person with a single copy.
struct AllelePair: Sendable, Hashable {
  /// An index into `Gene.alleles`.
  let one: Int
  /// An index into `Gene.alleles`, not lower than `one`.
  let other: Int
}
