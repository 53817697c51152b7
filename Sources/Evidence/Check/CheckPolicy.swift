/// From where on something counts against a sample's fitness for pharmacogenomics.
///
/// The thresholds are rules of thumb, each with its reasoning; none of them blocks an answer.
public struct CheckPolicy: Sendable, Hashable {
  /// The share of a gene's core positions below which its answer is mostly guesswork: fewer than half.
  public var leastCoreShare = 0.5
  /// The share of such genes among those with data above which the sample as a whole is unfit: most.
  public var mostThinGenes = 0.5
  /// The share of a gene's positions below which it counts as partly covered.
  ///
  /// A tenth may be missing in a sound genome: positions in repeats, long insertions.
  public var leastGeneShare = 0.9
  /// The share of records with a foreign REF above which the file is of another assembly or damaged.
  public var mostReferenceMismatch = 0.05
  /// The least reads of a site whose allele balance is looked at.
  ///
  /// In 15 reads of two equal alleles the rarer one falls below a fifth in 2 (1 + 15 + 105) / 2^15,
  /// 0.7 % of sites.
  public var minimumBalanceDepth = 15
  /// The fewest sites allele balance is judged on.
  public var minimumBalanceSites = 10
  /// The fewest reads a second allele needs to count at all, above what base errors give.
  public var minimumMinorReads = 3
  /// The share of the reads below which a second allele is taken for an error.
  public var leastMinorShare = 0.05
  /// The share of the reads below which a second allele is too rare for a heterozygote.
  ///
  /// gnomAD takes heterozygotes from 0.2 to 0.8 (Karczewski et al. 2020,
  /// doi:10.1038/s41586-020-2308-7).
  public var balancedMinorShare = 0.2
  /// The share of sites with a rare second allele, among those with any, that hints at a second
  /// person's DNA.
  public var suspiciousSkew = 0.2
  /// The share at which it is hardly anything else.
  ///
  /// For an allele of frequency 0.3, 42 of 100 people are heterozygous, and in 33 of 100 pairs one is
  /// homozygous and the other has the other allele: a second person at about a tenth of the DNA
  /// gives a skew of 33 / (33 + 42).
  public var grossSkew = 0.4
  /// The share of reference reads at homozygous variants that hints at a second person's DNA.
  ///
  /// What CHARR measures (Lu et al. 2023, doi:10.1016/j.ajhg.2023.10.011), here without allele
  /// frequencies, so that the true share is larger.
  public var suspiciousForeignShare = 0.02
  /// The share at which the sample is unfit; gnomAD leaves out genomes with more than 5 %
  /// contamination (Chen et al. 2024, doi:10.1038/s41586-023-06045-0).
  public var grossForeignShare = 0.05
  /// The mean reads a position needs.
  ///
  /// With 15 reads one of two alleles is seen less than twice in 2 (1 + 15) / 2^15, 0.1 % of
  /// heterozygotes; gnomAD leaves out genomes below 15.
  public var minimumMeanDepth = 15.0
  /// The reads a position needs to count as covered.
  public var coveredDepth = 10
  /// The share of positions that should be covered so.
  public var leastCoveredShare = 0.9
  /// The share of duplicates above which the library has few distinct molecules.
  public var mostDuplicates = 0.3
  /// The mapping quality below which a read's place is unsure.
  public var sureMappingQuality = 20
  /// The share of reads of unsure place above which paralogs or a poor reference are at work.
  public var mostUnsurePlaces = 0.2
  /// The positions at which reads contradict records that are too many for chance.
  public var mostContradictions = 3
  /// The share of variant positions contradicted at which reads and records are hardly of one person.
  ///
  /// Two callers on one person's reads differ in about a hundredth; two people in most.
  public var grossContradiction = 0.2

  /// The default policy.
  public init() {}
}
