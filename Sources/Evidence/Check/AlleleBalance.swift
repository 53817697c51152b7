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
  /// Sites of one allele at which a few reads, but more than one, show another that is known.
  public private(set) var strays = 0
  /// The genes they lie in.
  public var strayGenes: Int { genesWithStrays.count }
  /// How many such sites base errors alone would make, by the bases that no known allele has: with a
  /// share e of the reads wrong in one way, of n reads two are so at e^2 n (n - 1) / 2 of the sites.
  public var expectedStrays: Double {
    guard unknownChances > 0 else { return 0 }
    let error = Double(unknownBases) / Double(unknownChances)
    return error * error * Double(pairs)
  }

  private var genesWithStrays: Set<String> = []
  /// Reads with a base of no known allele, and how many could have shown each such base.
  private var (unknownBases, unknownChances) = (0, 0)
  /// Pairs of reads of one site, once for each further known allele.
  private var pairs = 0
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
          let counts = gene.positions[site.position].alleleCounts(
            reference: site.reference, alleles: site.alleles)
        else { continue }
        seen[site.place] = true
        add(counts, gene: gene.gene.symbol)
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

  private mutating func add(_ counts: AlleleCounts, gene: String) {
    guard counts.depth >= policy.minimumBalanceDepth else { return }
    sites += 1
    let share = Double(counts.second) / Double(counts.depth)
    if counts.second >= policy.minimumMinorReads, share >= policy.leastMinorShare {
      withSecondAllele += 1
      shares[min(counts.second * 20 / counts.depth, 9)] += 1
      if share < policy.balancedMinorShare { skewed += 1 }
    }
    guard share < policy.balancedMinorShare else { return }
    if let unknown = counts.unknown {
      unknownBases += unknown
      unknownChances += counts.depth * (4 - counts.alleles)
      pairs += counts.depth * (counts.depth - 1) / 2 * (counts.alleles - 1)
      if counts.second >= policy.minimumStrayReads {
        strays += 1
        genesWithStrays.insert(gene)
      }
    }
    guard counts.isVariant else { return }
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
  /// The alleles that are known.
  var alleles = 2
  /// Reads beside them that show another base; nil if not counted.
  var unknown: Int?
}

extension PositionEvidence {
  /// The counts of the documented alleles in the reads, or of a record's AD; nil if not stated.
  func alleleCounts(reference: ObservedAllele, alleles: Int) -> AlleleCounts? {
    if let support = readSupport {
      var counts = AlleleCounts(
        depth: 0, second: 0, reference: support.count(of: reference), isVariant: false,
        alleles: alleles, unknown: 0)
      var first = 0
      for reads in support.alleles {
        guard case .documented = reads.allele else {
          counts.unknown = (counts.unknown ?? 0) + reads.count
          continue
        }
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
