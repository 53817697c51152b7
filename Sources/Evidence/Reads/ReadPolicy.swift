/// What reads must show to count as data; qualities are Phred-scaled.
public struct ReadPolicy: Sendable, Hashable {
  /// The least mapping quality a read needs.
  ///
  /// Reads below it may belong to a paralog; aligners give 0 to 3 where two places fit alike.
  public var minimumMappingQuality = 20
  /// The mapping quality of reads that state none (255 in BAM).
  public var unstatedMappingQuality = 20
  /// The least base quality a base needs.
  public var minimumBaseQuality = 10
  /// Base qualities above it count as this, for errors that no base quality foresees, which may come
  /// from one molecule or one misplaced read more than once.
  public var maximumBaseQuality = 30
  /// The base quality of reads that state none.
  public var unstatedBaseQuality = 20
  /// The fewest fragments a genotype needs.
  public var minimumDepth = 4
  /// The least confidence a genotype needs.
  ///
  /// At 23 two copies of one allele need eight fragments, since a second allele stays unseen in
  /// eight with a chance of 2^-8. Seven would do at 20; then, at a mean depth of 5, about one call in
  /// a thousand misses one of two alleles where one position in ten is heterozygous.
  public var minimumConfidence = 23
  /// The least share of the fragments the rarer allele of a heterozygous genotype needs.
  ///
  /// One in four is what a duplicated gene shows; a few in a hundred are contamination.
  public var minimumAlleleFraction = 0.15
  /// The fewest fragments the rarer allele of a heterozygous genotype needs.
  public var minimumAlleleFragments = 2
  /// The strand bias (Fisher's exact test) at which a heterozygous genotype is refused.
  public var maximumStrandBias = 60
  /// The share of the fragments the prevailing allele of a single copy needs.
  public var minimumSingleCopyFraction = 0.9
  /// The share of the fragments from which a listed variant of the mitochondrion keeps the reference
  /// allele from being called: a part of the mitochondria carries it (heteroplasmy).
  public var minimumMinorityFraction = 0.03
  /// The fewest fragments, seen on both strands, such a variant needs.
  public var minimumMinorityFragments = 5
  /// The share of fragments without its bases that says that a deletion covers a position.
  public var minimumDeletedFraction = 0.15
  /// The share of fragments of unsure place or base above which a position is unclear: those that
  /// are left may be the ones that look least like a paralog.
  public var maximumSetAsideFraction = 0.6
  /// The chance of an allele that no definition lists, relative to one that is listed.
  ///
  /// Listed alleles are taken to be equally likely: how common they are differs between people.
  public var undocumentedPrior = 0.001
  /// The bases on both sides of an insertion or deletion that a read must reach.
  public var minimumFlank = 5
  /// The length from which the gaps of a read itself, where it was aligned, say how often it has
  /// some that are none of the genome's.
  public var longReadLength = 1000
  /// The fragments kept at one position; of more, an even sample is taken, the same in each run.
  public var maximumDepth = 2000
  /// The fragments kept at one insertion or deletion.
  public var maximumSpanningDepth = 500
  /// The least confidence reads need to speak against a record.
  public var minimumContradiction = 30
  /// The genotype quality below which a record gives way to sure reads that differ.
  public var weakRecordQuality = 20
  /// The fewest fragments that must agree on the phase of two positions.
  public var minimumPhaseFragments = 2
  /// The least confidence the phase of two positions needs.
  public var minimumPhaseConfidence = 30
  /// The largest share of fragments that may show the other phase of two positions; more of them
  /// are a sign of more than two copies.
  public var maximumPhaseDisagreement = 0.2
  /// How often a fragment shows the wrong phase for a cause that base qualities do not know:
  /// joined molecules, a mate in the wrong place.
  public var phaseErrorPerFragment = 0.001

  /// The default policy.
  public init() {}
}
