public import Genome
public import StarAlleles

/// What read depth says of one gene's copies.
public struct CopyFinding: Sendable, Hashable {
  /// The gene symbol.
  public let gene: String
  /// What was found at each interval, in the order of the copy events.
  public let intervals: [Interval]
  /// What it amounts to.
  public let status: Status
  /// The probability of the copies given in `status`, 0 to 1; 0 where nothing is told.
  public let confidence: Double
  /// Where depth leaves several open: the chromosomes that are at least 1 % likely, the likeliest
  /// first; empty otherwise.
  public let open: [CopyStructure]
  /// Whether depth speaks against two copies although it does not tell how many there are: two of
  /// everything are less than 1 % likely, or depth steps within a part, or it is that of no number in
  /// a gene that is often lost or doubled.
  public let isAgainstTwo: Bool

  /// What was found at one interval.
  public struct Interval: Sendable, Hashable {
    /// What the interval holds.
    public let name: String
    /// Where it lies; nil if the assembly's chromosomes lack it.
    public let place: GenomicInterval?
    /// Where it lies on a sequence beside the chromosomes, if it was measured there.
    public let alternate: AlternateInterval?
    /// Its depth; nil if too few reads have a sure place there.
    public let depth: IntervalDepth?
    /// Its number of copies, if told.
    public internal(set) var copies: Int?
  }

  /// What the depths amount to.
  public enum Status: Sendable, Hashable {
    /// The copies are told; the structures have them and can't be told apart by depth.
    case told([CopyStructure])
    /// The copies of each interval are told, but no known events give them.
    case unexplained
    /// The copies are not told, and why.
    case notTold(CopyDoubt)
  }

  /// Whether both chromosomes are found to have the gene once.
  public var isTwoCopies: Bool {
    if case .told(let structures) = status { structures.allSatisfy(\.isUsual) } else { false }
  }
}
