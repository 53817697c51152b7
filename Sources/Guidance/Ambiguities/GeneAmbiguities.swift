/// What of a gene can't be told from unphased genotypes, though every position is known.
public struct GeneAmbiguities: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// The named haplotypes that positions define.
  public var haplotypeCount: Int
  /// The diplotypes they make.
  public var diplotypeCount: Int
  /// The genotypes whose diplotypes mean different things, in printing order.
  public var ambiguities: [Ambiguity]
  /// The genotypes whose diplotypes all mean the same, in printing order.
  public var nameOnly: [Ambiguity]
  /// Why the question does not arise; nil where it was answered.
  public var exemption: String?
  /// What besides phase is needed for a call; nil if nothing is.
  public var caveat: String?
}
