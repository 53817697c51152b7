internal import Genome

/// One sample's running account of one position while records arrive.
struct SampleLedger: Sendable {
  /// What the first record that settles the position said.
  private(set) var settled: PositionEvidence?
  /// Why records that address it gave nothing.
  private(set) var refusal: NoDataReason?
  /// The last base (1-based) up to which the footprint has been shown to be reference.
  private var coveredThrough = 0
  private var weakestCover: Kept?

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
    if let weakestCover, weakestCover.value.isWeaker(than: trace) { return }
    weakestCover = .trace(trace)
  }

  /// What the records say of the position in the end; nil if none had anything to say.
  func verdict(footprint: ClosedRange<Int>, referenceAlleles: [ObservedAllele]) -> PositionEvidence?
  {
    if let settled { return settled }
    if let weakestCover = weakestCover?.value, coveredThrough >= footprint.upperBound,
      refusal == nil
    {
      let copies = weakestCover.copies == 1 ? 1 : 2
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

/// A trace kept off the ledger itself, which there is one of for each sample and position.
private indirect enum Kept: Sendable {
  case trace(RecordTrace)

  var value: RecordTrace {
    switch self {
    case .trace(let trace): trace
    }
  }
}
