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
  ///
  /// `scripts/contamination-table` draws mixtures of two people: at 30 reads a site it is 0.1 %
  /// without a second person, 6 % with a twentieth of their DNA, 18 % with a tenth and 25 % with
  /// fifteen hundredths, beyond which it does not grow much.
  public var suspiciousSkew = 0.1
  /// The fewest such sites, for a few come about by chance or a paralog's reads.
  public var minimumSkewedSites = 3
  /// The share at which it is hardly anything else.
  public var grossSkew = 0.25
  /// The share of reference reads at homozygous variants that hints at a second person's DNA: about
  /// that of a fiftieth in the same table.
  ///
  /// It is what CHARR measures (Lu et al. 2023, doi:10.1016/j.ajhg.2023.10.011), here without allele
  /// frequencies, so that the share of the second person is larger.
  public var suspiciousForeignShare = 0.015
  /// The share at which the sample is unfit: that of a twentieth in the same table.
  ///
  /// gnomAD leaves out genomes with more (Chen et al. 2024, doi:10.1038/s41586-023-06045-0).
  public var grossForeignShare = 0.03
  /// The reads that must show a known allele where another prevails for the site to count as stray.
  ///
  /// Of a twentieth of a second person's DNA, 30 reads show it twice or more often at 17 % of their
  /// heterozygous variants and at 44 % of their homozygous ones, which makes ten to twenty of all
  /// positions; a base error in a thousand makes hardly one.
  public var minimumStrayReads = 2
  /// The genes with stray sites from which on they hint at a second person: reads of a paralog lie in
  /// few genes.
  public var leastStrayGenes = 5
  /// How many times as many stray sites as base errors alone would make it takes; errors of one kind
  /// are up to three times as frequent as of others, and two of a kind up to nine times.
  public var strayExcess = 10.0
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
