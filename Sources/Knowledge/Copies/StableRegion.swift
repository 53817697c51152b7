public import Genome

/// A stretch of the genome of which everybody has the same number of copies, given the sex.
///
/// Read depth there is the yardstick for the depth elsewhere.
public struct StableRegion: Sendable, Hashable {
  /// What its depth tells.
  public var role: Role
  /// A name for people: the gene it lies in.
  public var name: String
  /// Where it lies on GRCh38.
  public var grch38: GenomicInterval
  /// Where it lies on GRCh37.
  public var grch37: GenomicInterval
  /// Why it may be trusted, in a few words.
  public var source: String

  /// What the depth of a region tells.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Two copies in everybody: the yardstick itself.
    case autosome
    /// On X outside the pseudoautosomal regions: one copy for each X chromosome.
    case chromosomeX
    /// On Y outside the pseudoautosomal regions: one copy for each Y chromosome.
    case chromosomeY
    /// On the mitochondrial genome: many copies in a cell.
    case mitochondrion
  }

  /// Makes a region.
  public init(
    role: Role, name: String, grch38: GenomicInterval, grch37: GenomicInterval, source: String
  ) {
    self.role = role
    self.name = name
    self.grch38 = grch38
    self.grch37 = grch37
    self.source = source
  }

  /// Where it lies on an assembly.
  public func interval(on assembly: Assembly) -> GenomicInterval {
    switch assembly {
    case .grch38: grch38
    case .grch37: grch37
    }
  }
}
