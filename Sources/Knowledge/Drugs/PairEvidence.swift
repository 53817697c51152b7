/// How those who grade evidence rank a gene for a drug.
public struct PairEvidence: Sendable, Hashable {
  /// The gene symbol.
  public var gene: String
  /// CPIC's level, `A` to `D`; empty if it has none.
  public var cpicLevel: String
  /// ClinPGx's level, `1A` to `4`; empty if it has none.
  public var clinpgxLevel: String
  /// What FDA's label says of testing; empty if nothing.
  public var fdaTesting: String

  /// Makes a ranking.
  public init(gene: String, cpicLevel: String, clinpgxLevel: String, fdaTesting: String) {
    self.gene = gene
    self.cpicLevel = cpicLevel
    self.clinpgxLevel = clinpgxLevel
    self.fdaTesting = fdaTesting
  }
}
