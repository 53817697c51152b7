/// What is known of a sample's sex chromosomes, and from what.
public struct SexFinding: Sendable, Hashable {
  /// The number of X chromosomes; nil if what was looked at does not tell.
  public var xChromosomes: Int?
  /// Whether there is a Y chromosome; nil if not told.
  public var hasY: Bool?
  /// What it rests on, as a phrase, such as `read depth` or `--sex`.
  public var source: String

  /// Makes a finding.
  public init(xChromosomes: Int?, hasY: Bool? = nil, source: String) {
    self.xChromosomes = xChromosomes
    self.hasY = hasY
    self.source = source
  }
}
