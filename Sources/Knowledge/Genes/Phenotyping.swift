/// How a pair of haplotypes (or one, if hemizygous) becomes a phenotype and a look-up key.
public enum Phenotyping: Sendable, Hashable {
  /// The pair of allele functions decides. One haplotype alone looks up a single function.
  case functionPair([FunctionRule])
  /// The sum of activity values decides; anything not covered is indeterminate.
  case activityScore([ScoreRule])
  /// Each watched allele is present or absent (HLA style); gives one key an allele, such as
  /// `*57:01 positive`.
  case watchedAlleles([String])
  /// The diplotype itself is the key; there is no phenotype.
  case diplotype

  /// A rule on allele functions.
  public struct FunctionRule: Sendable, Hashable {
    /// One or two functions, sorted.
    public var functions: [String]
    /// The phenotype they give.
    public var phenotype: String

    /// Makes a rule; sorts the functions.
    public init(functions: [String], phenotype: String) {
      self.functions = functions.sorted()
      self.phenotype = phenotype
    }
  }

  /// A rule on the activity score.
  public struct ScoreRule: Sendable, Hashable {
    /// The range of scores, both ends included.
    public var range: ScoreRange
    /// The phenotype it gives.
    public var phenotype: String

    /// Makes a rule.
    public init(range: ScoreRange, phenotype: String) {
      self.range = range
      self.phenotype = phenotype
    }
  }
}

/// A range of activity scores in hundredths, both ends included.
public struct ScoreRange: Sendable, Hashable {
  /// The lowest score in hundredths.
  public var lowest: Int
  /// The highest score in hundredths; nil for no upper end.
  public var highest: Int?

  /// Makes a range, both ends included.
  public init(lowest: Int, highest: Int?) {
    self.lowest = lowest
    self.highest = highest
  }

  /// Whether a score lies inside.
  ///
  /// A lower bound lies inside only if all larger scores do.
  public func contains(_ score: ActivityScore) -> Bool {
    guard score.hundredths >= lowest else { return false }
    guard let highest else { return true }
    return !score.isLowerBound && score.hundredths <= highest
  }
}
