public import Genome
internal import Knowledge

/// How evenly the reads of autosomal single-base positions share their alleles: a second person's
/// DNA shows as alleles too rare for a heterozygote.
///
/// Counts are those of reads where reads were looked at, else AD of the records. Genes whose copies
/// vary are left out, as their alleles are uneven by nature.
public struct AlleleBalance: Sendable, Hashable {
  /// Sites with enough reads to look at.
  public private(set) var sites = 0
  /// Sites with a second allele, of any share that is no error.
  public private(set) var withSecondAllele = 0
  /// Those whose second allele is too rare for a heterozygote.
  public private(set) var skewed = 0
  /// Sites with a second allele by its share of the reads, in steps of 5 % from 0 to 50.
  public private(set) var shares = [Int](repeating: 0, count: 10)
  /// Homozygous variants with enough reads.
  public private(set) var homozygousVariants = 0
  /// The reads of them all.
  public private(set) var homozygousReads = 0
  /// Those of them that show the reference allele.
  public private(set) var foreignReads = 0

  private let policy: CheckPolicy

  /// Counts the evidence of all genes; a place that several genes have counts once.
  public init(_ evidence: [GeneEvidence], assembly: Assembly, policy: CheckPolicy = .init()) {
    self.init(
      evidence, at: BalanceSites(genes: evidence.map(\.gene), assembly: assembly), policy: policy)
  }

  /// Counts the evidence at sites that were found before.
  public init(_ evidence: [GeneEvidence], at sites: BalanceSites, policy: CheckPolicy = .init()) {
    self.policy = policy
    var seen = [Bool](repeating: false, count: sites.placeCount)
    for gene in evidence {
      for site in sites.of(gene.gene.symbol) where gene.positions.indices.contains(site.position) {
        guard !seen[site.place],
          let counts = gene.positions[site.position].alleleCounts(reference: site.reference)
        else { continue }
        seen[site.place] = true
        add(counts)
      }
    }
  }

  /// The share of sites whose second allele is too rare, among those with one; nil where there are
  /// too few to tell.
  public var skew: Double? {
    withSecondAllele < policy.minimumBalanceSites
      ? nil : Double(skewed) / Double(withSecondAllele)
  }

  /// The share of reference reads at homozygous variants; nil where there are too few to tell.
  public var foreignShare: Double? {
    homozygousVariants < policy.minimumBalanceSites || homozygousReads == 0
      ? nil : Double(foreignReads) / Double(homozygousReads)
  }

  private mutating func add(_ counts: AlleleCounts) {
    guard counts.depth >= policy.minimumBalanceDepth else { return }
    sites += 1
    let share = Double(counts.second) / Double(counts.depth)
    if counts.second >= policy.minimumMinorReads, share >= policy.leastMinorShare {
      withSecondAllele += 1
      shares[min(counts.second * 20 / counts.depth, 9)] += 1
      if share < policy.balancedMinorShare { skewed += 1 }
    }
    guard counts.isVariant, share < policy.balancedMinorShare else { return }
    homozygousVariants += 1
    homozygousReads += counts.depth
    foreignReads += counts.reference
  }
}

/// The reads of one site, by what matters of their alleles.
struct AlleleCounts: Equatable {
  /// All of them.
  var depth: Int
  /// Those of the second most frequent allele.
  var second: Int
  /// Those of the reference allele.
  var reference: Int
  /// Whether the most frequent allele is another than the reference.
  var isVariant: Bool
}

extension PositionEvidence {
  /// The counts of the documented alleles in the reads, or of a record's AD; nil if not stated.
  func alleleCounts(reference: ObservedAllele) -> AlleleCounts? {
    if let support = readSupport {
      var counts = AlleleCounts(
        depth: 0, second: 0, reference: support.count(of: reference), isVariant: false)
      var first = 0
      for reads in support.alleles {
        guard case .documented = reads.allele else { continue }
        counts.depth += reads.count
        if reads.count > first {
          (first, counts.second) = (reads.count, first)
          counts.isVariant = reads.allele != reference
        } else {
          counts.second = max(counts.second, reads.count)
        }
      }
      return counts
    }
    guard case .observed(let observation) = self, case .record(let trace) = observation.basis,
      !trace.isJoined, trace.alleleDepths.count > 1
    else { return nil }
    var counts = AlleleCounts(depth: 0, second: 0, reference: 0, isVariant: false)
    var first = 0
    for (number, depth) in trace.alleleDepths.enumerated() {
      guard let depth else { return nil }
      counts.depth += depth
      if number == 0 { counts.reference = depth }
      if depth > first {
        (first, counts.second) = (depth, first)
        counts.isVariant = number != 0
      } else {
        counts.second = max(counts.second, depth)
      }
    }
    // A record may vary beside the position.
    if observation.alleles.allSatisfy({ $0 == reference }) { counts.isVariant = false }
    return counts
  }
}
