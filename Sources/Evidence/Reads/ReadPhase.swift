/// Which alleles of a gene's heterozygous positions reads show on one chromosome.
public struct ReadPhase: Sendable, Hashable {
  /// Positions tied to each other by reads, by their first position.
  public var sets: [Group]
  /// The pairs of positions that fragments reach together, by first and second position.
  public var links: [Link]
  /// Neighbouring heterozygous positions that no chain of reads ties together.
  public var gaps: [Gap]
  /// The links whose reads surely say otherwise than the phase that the records state.
  public var contradictions: [Link]

  /// Makes a phase; all but the sets default to none.
  public init(
    sets: [Group], links: [Link] = [], gaps: [Gap] = [], contradictions: [Link] = []
  ) {
    self.sets = sets
    self.links = links
    self.gaps = gaps
    self.contradictions = contradictions
  }

  /// Positions whose alleles are ordered alike: the first ones lie on one chromosome.
  public struct Group: Sendable, Hashable {
    /// The phase-set number, as `Phase.phaseSet` has it.
    public var number: Int
    /// The positions, as indices into the gene's positions, in their order on the contig.
    public var positions: [Int]

    /// Makes a group.
    public init(number: Int, positions: [Int]) {
      self.number = number
      self.positions = positions
    }
  }

  /// What the fragments that reach two heterozygous positions say of their phase.
  public struct Link: Sendable, Hashable {
    /// The position further left (index into the gene's positions).
    public var first: Int
    /// The position further right (index into the gene's positions).
    public var second: Int
    /// Fragments that show the phase the most reads agree on.
    public var agreeing: Int
    /// Fragments that show the other.
    public var disagreeing: Int
    /// How sure the phase is, Phred-scaled: 10 log10 of its likelihood over that of the other.
    public var confidence: Int

    /// Makes a link.
    public init(first: Int, second: Int, agreeing: Int, disagreeing: Int, confidence: Int) {
      self.first = first
      self.second = second
      self.agreeing = agreeing
      self.disagreeing = disagreeing
      self.confidence = confidence
    }
  }

  /// Two neighbouring heterozygous positions whose phase the reads leave open.
  public struct Gap: Sendable, Hashable {
    /// The position further left (index into the gene's positions).
    public var first: Int
    /// The position further right (index into the gene's positions).
    public var second: Int
    /// The bases from one to the other; reads, or pairs of mates, would have to be longer.
    public var distance: Int

    /// Makes a gap.
    public init(first: Int, second: Int, distance: Int) {
      self.first = first
      self.second = second
      self.distance = distance
    }
  }
}
