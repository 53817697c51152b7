public import Knowledge

/// What one equation makes of one patient.
public struct DoseEstimate: Sendable, Hashable {
  /// The equation.
  public var equation: DoseEquation
  /// Whether it is the one to start from.
  public var isLeading: Bool
  /// One entry for each genotype that is left open; usually one.
  public var branches: [Branch]
  /// The doses in mg a week over all branches and, where ancestry is not stated, over its terms; nil if
  /// no branch has a dose.
  public var weekly: ClosedNumbers?
  /// What is said of it, the dose first.
  public var sentences: [Sentence]

  /// What the equation makes of one genotype.
  public struct Branch: Sendable, Hashable {
    /// The genotypes, such as `GENE *1/*2`; empty for an equation without genes.
    public var genotypes: [String]
    /// The dose before any reduction for alleles without a term; nil if it was refused.
    public var evaluation: DoseEvaluation?
    /// Why there is no dose; empty if there is one.
    public var refusals: [DoseRefusal]
    /// By how many percent the dose is lowered for alleles without a term.
    public var reduction: ClosedNumbers?

    /// The dose in mg a week after any reduction; nil if it was refused.
    public var weekly: ClosedNumbers? {
      evaluation.map { evaluation in
        guard let reduction else { return ClosedNumbers(low: evaluation.weekly) }
        let high = reduction.high ?? reduction.low
        return ClosedNumbers(
          low: evaluation.weekly * (1 - high / 100),
          high: evaluation.weekly * (1 - reduction.low / 100))
      }
    }
  }
}
