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
    self.policy = policy
    var seen: Set<Place> = []
    for gene in evidence {
      guard let contig = gene.gene.contig, gene.gene.inheritance == .autosomal,
        contig != .x, contig != .y, gene.gene.calling.method != .structural
      else { continue }
      for (position, entry) in zip(gene.gene.positions, gene.positions) {
        guard let locus = position.locus(on: assembly),
          let counts = entry.alleleCounts(reference: .documented(locus.referenceIndex)),
          position.alleles.allSatisfy({ $0.utf8.count == 1 }),
          seen.insert(Place(contig: contig, position: locus.position)).inserted
        else { continue }
        add(counts, reference: .documented(locus.referenceIndex))
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

  private mutating func add(_ counts: [AlleleCount], reference: ObservedAllele) {
    let depth = counts.reduce(0) { $0 + $1.count }
    guard depth >= policy.minimumBalanceDepth else { return }
    sites += 1
    let ordered = counts.sorted { $0.count > $1.count }
    let second = ordered.count > 1 ? ordered[1].count : 0
    let share = Double(second) / Double(depth)
    if second >= policy.minimumMinorReads, share >= policy.leastMinorShare {
      withSecondAllele += 1
      shares[min(second * 20 / depth, 9)] += 1
      if share < policy.balancedMinorShare { skewed += 1 }
    }
    guard ordered[0].allele != reference, share < policy.balancedMinorShare else { return }
    homozygousVariants += 1
    homozygousReads += depth
    foreignReads += counts.first { $0.allele == reference }?.count ?? 0
  }

  private struct Place: Hashable {
    let contig: Contig
    let position: Position
  }
}

/// The reads behind one allele.
struct AlleleCount {
  var allele: ObservedAllele
  var count: Int
}

extension PositionEvidence {
  /// The reads behind the documented alleles: of the reads, or of a record's AD; nil if not stated.
  func alleleCounts(reference: ObservedAllele) -> [AlleleCount]? {
    if let support = readSupport {
      return support.alleles.compactMap { reads in
        guard case .documented = reads.allele else { return nil }
        return AlleleCount(allele: reads.allele, count: reads.count)
      }
    }
    guard case .observed(let observation) = self, case .record(let trace) = observation.basis,
      let numbers = trace.alleleNumbers, numbers.count == observation.alleles.count,
      let referenceDepth = trace.depth(ofAllele: 0)
    else { return nil }
    var counts = [AlleleCount(allele: reference, count: referenceDepth)]
    for (allele, number) in zip(observation.alleles, numbers) where number != 0 {
      guard let depth = trace.depth(ofAllele: number) else { return nil }
      if !counts.contains(where: { $0.allele == allele }) {
        counts.append(AlleleCount(allele: allele, count: depth))
      }
    }
    return counts
  }
}
