/// A gene that is the gene's on one side of a switch and the paralog's on the other.
public struct HybridGene: Sendable, Hashable {
  /// The haplotype's name.
  public var name: String
  /// The side, by forward coordinate, on which it has the paralog's sequence.
  public var paralogSide: Side
  /// Where the switch lies, in the gene's 1-based GRCh38 coordinates.
  public var switchRange: ClosedRange<Int>
  /// Whether it is followed by the sequence that otherwise only the paralog has.
  public var spacer: Spacer
  /// Whether it is a chromosome's only gene even where the spacer follows it.
  public var standsAlone: Bool
  /// The haplotypes its gene part may be of; empty if any will do.
  public var backbones: [String]
  /// Changes of its own, besides those of its backbone.
  public var variants: [Variant]
  /// Where it is described.
  public var source: String

  /// A side of the switch by forward coordinate.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// Coordinates below the switch.
    case below
    /// Coordinates above the switch.
    case above
  }

  /// Whether the paralog's own downstream sequence follows.
  public enum Spacer: String, Sendable, Hashable, CaseIterable {
    /// Always.
    case present
    /// Never.
    case absent
    /// Seen with it (in tandem) and without it.
    case either
  }

  /// A single-base change.
  public struct Variant: Sendable, Hashable {
    /// The 1-based GRCh38 coordinate.
    public var position: Int
    /// The reference base.
    public var reference: String
    /// The changed base.
    public var alternate: String

    /// Makes a change.
    public init(position: Int, reference: String, alternate: String) {
      self.position = position
      self.reference = reference
      self.alternate = alternate
    }
  }

  /// Makes a hybrid gene.
  public init(
    name: String, paralogSide: Side, switchRange: ClosedRange<Int>, spacer: Spacer,
    standsAlone: Bool = false, backbones: [String] = [], variants: [Variant] = [], source: String
  ) {
    self.name = name
    self.paralogSide = paralogSide
    self.switchRange = switchRange
    self.spacer = spacer
    self.standsAlone = standsAlone
    self.backbones = backbones
    self.variants = variants
    self.source = source
  }
}
