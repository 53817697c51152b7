/// What is known of a sample's sex chromosomes, and from what.
public struct SexFinding: Sendable, Hashable {
  /// The number of X chromosomes; nil if what was looked at does not tell.
  public var xChromosomes: Int?
  /// Whether there is a Y chromosome; nil if not told.
  public var hasY: Bool?
  /// What it rests on, as a phrase, such as `read depth`.
  public var source: String
  /// What else was looked at and shows another number of X chromosomes.
  public var contradictions: [Contradiction]

  /// Makes a finding.
  public init(
    xChromosomes: Int?, hasY: Bool? = nil, source: String, contradictions: [Contradiction] = []
  ) {
    self.xChromosomes = xChromosomes
    self.hasY = hasY
    self.source = source
    self.contradictions = contradictions
  }

  /// Another number of X chromosomes, and what shows it.
  public struct Contradiction: Sendable, Hashable {
    /// The number of X chromosomes.
    public var xChromosomes: Int
    /// What it rests on, as a phrase.
    public var source: String

    /// Makes a contradiction.
    public init(xChromosomes: Int, source: String) {
      self.xChromosomes = xChromosomes
      self.source = source
    }
  }
}
