/// Why reads leave a position without data.
public enum ReadGap: String, Sendable, Hashable, CaseIterable {
  /// No read reaches it.
  case noReads
  /// Too few reads reach it with a sure place and base.
  case tooFew
  /// Reads reach it, but none spans the change with enough bases on both sides to tell alleles apart.
  case uninformative
  /// No genotype is sure enough, or the alleles are too uneven for one.
  case unclear
  /// One allele is seen on one strand only.
  case strandBiased
  /// Reads lack the bases of the position: a deletion covers it.
  case deleted
  /// One copy is expected, but several alleles are seen, none of them clearly prevailing.
  case mixed
}
