internal import Genome

/// One sample's running account of one position while records arrive.
struct SampleLedger: Sendable {
  /// What the first record that settles the position said.
  private(set) var settled: PositionEvidence?
  /// Why records that address it gave nothing.
  private(set) var refusal: NoDataReason?
  /// The last base (1-based) up to which the footprint has been shown to be reference.
  private var coveredThrough = 0
  private var weakestCover: RecordTrace?

  /// Takes in a genotype from a record that addresses the position.
  ///
  /// Split multi-allelic records each show one of the alternate alleles; they are joined. A record
  /// that repeats the position otherwise is ignored: the first valid one stands.
  mutating func observe(_ observation: Observation, reference: ObservedAllele) {
    guard case .observed(let earlier) = settled, case .record(let trace) = earlier.basis else {
      settled = .observed(observation)
      return
    }
    guard case .record(let later) = observation.basis,
      later.position == trace.position, later.alternates != trace.alternates,
      earlier.alleles.count == observation.alleles.count,
      let joined = Self.join(earlier.alleles, observation.alleles, reference: reference)
    else { return }
    var merged = earlier
    merged.alleles = joined
    merged.basis = .record(trace.joined(with: later))
    settled = .observed(merged)
  }

  /// Records why an addressing record gave nothing; the first reason stands.
  mutating func refuse(_ reason: NoDataReason) {
    if refusal == nil { refusal = reason }
  }

  /// Takes in bases shown to be reference by a block or an all-sites record.
  mutating func cover(_ range: ClosedRange<Int>, footprint: ClosedRange<Int>, trace: RecordTrace) {
    let next = max(coveredThrough + 1, footprint.lowerBound)
    guard range.lowerBound <= next, range.upperBound >= next else { return }
    coveredThrough = range.upperBound
    weakestCover = weakestCover.map { $0.isWeaker(than: trace) ? $0 : trace } ?? trace
  }

  /// What the records say of the position in the end; nil if none had anything to say.
  func verdict(footprint: ClosedRange<Int>, referenceAlleles: [ObservedAllele]) -> PositionEvidence?
  {
    if let settled { return settled }
    if let weakestCover, coveredThrough >= footprint.upperBound, refusal == nil {
      let copies = weakestCover.genotypeCopies == 1 ? 1 : 2
      return .observed(
        Observation(
          alleles: Array(referenceAlleles.prefix(copies)), phase: .unphased,
          basis: .referenceBlock(weakestCover)))
    }
    return refusal.map { .noData($0) }
  }

  /// Joins the genotypes of two records split from one: where one shows the reference the other's
  /// allele counts.
  ///
  /// Nil if more alternate alleles were seen than there are copies.
  private static func join(
    _ left: [ObservedAllele], _ right: [ObservedAllele], reference: ObservedAllele
  ) -> [ObservedAllele]? {
    var joined = left
    var rest: [ObservedAllele] = []
    for (slot, allele) in right.enumerated() where allele != reference {
      if joined[slot] == reference { joined[slot] = allele } else { rest.append(allele) }
    }
    for allele in rest {
      guard let free = joined.firstIndex(of: reference) else { return nil }
      joined[free] = allele
    }
    return joined
  }
}

extension RecordTrace {
  /// The number of alleles the genotype names.
  var genotypeCopies: Int { genotype.split { $0 == "/" || $0 == "|" }.count }

  /// Whether this cover is less sure than another: by quality, then depth.
  func isWeaker(than other: RecordTrace) -> Bool {
    (genotypeQuality ?? .max, depth ?? .max) < (other.genotypeQuality ?? .max, other.depth ?? .max)
  }

  /// The trace of two records split from one site.
  func joined(with other: RecordTrace) -> RecordTrace {
    var both = self
    both.alternates += "," + other.alternates
    both.genotype += "," + other.genotype
    return both
  }
}
