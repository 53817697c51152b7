/// Turns what was counted of a sample into reasons under a policy.
struct CheckJudge {
  let policy: CheckPolicy
  /// The genes that count for the verdict.
  let genes: [GeneCoverage]
  /// Whether anything in the input can say that a position is reference.
  let hasReferenceInformation: Bool
  /// The genes whose copies depend on the X chromosomes.
  let singleCopyGenes: [String]

  /// All reasons, those that bar first, else in a fixed order.
  func reasons(
    reference: ReferenceAgreement?, isAssemblyAssumed: Bool, sex: SexFinding?,
    balance: AlleleBalance, reads: ReadTally?, depths: ReadDepths?,
    agreement: RecordReadAgreement?
  ) -> [CheckReason] {
    let all =
      coverage + placement(reference, isAssemblyAssumed) + identity(agreement)
      + contamination(balance) + sequencing(reads, depths) + self.sex(sex)
    return all.filter { $0.weight == .bar } + all.filter { $0.weight == .limit }
  }

  private var coverage: [CheckReason] {
    guard !genes.isEmpty else { return [] }
    let total = genes.reduce(PositionTally()) { $0 + $1.positions }
    guard total.observed > 0 else {
      return [CheckReason(.nothingObserved(positions: total.total), .bar)]
    }
    let seen = genes.filter(\.hasData)
    let thin = seen.filter { ($0.core.share ?? 1) < policy.leastCoreShare }
    let isThin = Double(thin.count) > policy.mostThinGenes * Double(seen.count)
    let silent = total.count(of: .absent)
    if !hasReferenceInformation, silent * 2 > total.total {
      return [
        CheckReason(.variantsOnly(silent: silent, of: total.total), isThin ? .bar : .limit)
      ]
    }
    var reasons: [CheckReason] = []
    if isThin, let leading = thin.reduce(PositionTally(), { $0 + $1.core }).causes.first {
      reasons.append(
        CheckReason(
          .mostlyMissing(genes: thin.map(\.gene), of: seen.count, cause: leading.cause), .bar))
    }
    if seen.count < genes.count {
      reasons.append(
        CheckReason(
          .genesWithoutData(
            with: seen.count, of: genes.count,
            without: genes.filter { !$0.hasData }.map(\.gene)), .limit))
    }
    let untested = seen.filter { $0.tierOne.missing > 0 || $0.required.missing > 0 }
    if !untested.isEmpty {
      reasons.append(
        CheckReason(.tierOneMissing(untested.map { Self.shortfall($0.gene, $0.core) }), .limit))
    }
    let partial = seen.filter { gene in
      (gene.positions.share ?? 1) < policy.leastGeneShare
        && !untested.contains { $0.gene == gene.gene }
        && !(isThin && thin.contains { $0.gene == gene.gene })
    }
    if !partial.isEmpty {
      reasons.append(
        CheckReason(
          .genesPartlyCovered(partial.map { Self.shortfall($0.gene, $0.positions) }), .limit))
    }
    return reasons
  }

  private static func shortfall(_ gene: String, _ tally: PositionTally) -> CheckReason.Shortfall {
    CheckReason.Shortfall(gene: gene, missing: tally.missing, of: tally.total)
  }

  private func placement(
    _ reference: ReferenceAgreement?, _ isAssemblyAssumed: Bool
  ) -> [CheckReason] {
    var reasons: [CheckReason] = []
    if let reference, reference.disagreeing > 0 {
      let isGross = (reference.mismatchRate ?? 0) > policy.mostReferenceMismatch
      reasons.append(
        CheckReason(
          .referenceMismatch(disagreeing: reference.disagreeing, of: reference.total),
          isGross ? .bar : .limit))
    }
    if isAssemblyAssumed { reasons.append(CheckReason(.assemblyAssumed, .limit)) }
    return reasons
  }

  private func identity(_ agreement: RecordReadAgreement?) -> [CheckReason] {
    guard let agreement, agreement.contradictions >= policy.mostContradictions else { return [] }
    let isGross = (agreement.contradictedShare ?? 0) > policy.grossContradiction
    return [
      CheckReason(
        .recordsContradicted(
          positions: agreement.contradictions,
          of: agreement.contradictions + agreement.agreeingVariants), isGross ? .bar : .limit)
    ]
  }

  private func contamination(_ balance: AlleleBalance) -> [CheckReason] {
    var reasons: [CheckReason] = []
    if let skew = balance.skew, skew >= policy.suspiciousSkew,
      balance.skewed >= policy.minimumSkewedSites
    {
      reasons.append(
        CheckReason(
          .skewedAlleles(skewed: balance.skewed, of: balance.withSecondAllele),
          skew >= policy.grossSkew ? .bar : .limit))
    }
    if let share = balance.foreignShare, share >= policy.suspiciousForeignShare {
      reasons.append(
        CheckReason(
          .foreignReads(share: share, sites: balance.homozygousVariants),
          share >= policy.grossForeignShare ? .bar : .limit))
    }
    if reasons.isEmpty, balance.strayGenes >= policy.leastStrayGenes,
      Double(balance.strays) >= policy.strayExcess * balance.expectedStrays
    {
      reasons.append(
        CheckReason(
          .strayReads(sites: balance.strays, of: balance.sites, genes: balance.strayGenes), .limit))
    }
    return reasons
  }

  private func sequencing(_ reads: ReadTally?, _ depths: ReadDepths?) -> [CheckReason] {
    var reasons: [CheckReason] = []
    if let mean = depths?.mean, mean < policy.minimumMeanDepth {
      reasons.append(CheckReason(.lowDepth(mean: mean), .limit))
    } else if let depths, let share = depths.coveredShare, share < policy.leastCoveredShare {
      reasons.append(
        CheckReason(
          .thinPositions(
            covered: depths.covered, of: depths.positions, depth: depths.coveredDepth), .limit))
    }
    if let share = reads?.duplicateShare, share > policy.mostDuplicates {
      reasons.append(CheckReason(.manyDuplicates(share: share), .limit))
    }
    if let share = reads?.unsureShare, share > policy.mostUnsurePlaces {
      reasons.append(CheckReason(.unsurePlaces(share: share), .limit))
    }
    return reasons
  }

  private func sex(_ sex: SexFinding?) -> [CheckReason] {
    guard let sex else { return [] }
    guard let count = sex.xChromosomes else {
      return singleCopyGenes.isEmpty
        ? [] : [CheckReason(.sexUnclear(source: sex.source, genes: singleCopyGenes), .limit)]
    }
    return sex.contradictions.map { other in
      CheckReason(
        .sexContradicted(
          xChromosomes: count, source: sex.source, other: other.xChromosomes,
          otherSource: other.source), .limit)
    }
  }
}
