public import StarAlleles

/// An unphased genotype that several diplotypes give, and what each of them means.
public struct Ambiguity: Sendable, Hashable {
  /// The genotype, with all positions known.
  public var genotype: SharedGenotype
  /// Every diplotype that gives it: those the caller ranks first, then the others in printing order.
  public var readings: [Reading]
  /// What the readings differ in.
  public var difference: Difference
  /// Whether the gene's priority list made the choice among the readings.
  public var isPrioritised: Bool
  /// The phase that would settle it.
  public var phase: DecidingPhase

  /// One diplotype and what it would mean.
  public struct Reading: Sendable, Hashable {
    /// The diplotype looked up, with its phenotype, score and key.
    public var lookup: LookupResult
    /// The diplotype.
    public var diplotype: Diplotype
    /// Whether it is the caller's answer, or one of several that rank equally.
    public var isFirst: Bool
  }

  /// What readings differ in, the weightiest first.
  public enum Difference: String, Sendable, Hashable, CaseIterable {
    /// The phenotype, or the watched alleles carried.
    case phenotype
    /// The activity score alone; the phenotype is the same.
    case activityScore
    /// The diplotype, which is itself the key of a gene without phenotypes.
    case diplotype
    /// The name alone; all of them mean the same.
    case name
  }
}
