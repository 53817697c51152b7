/// Judges what the reads show at one position under a policy.
struct ReadJudge {
  let policy: ReadPolicy
  /// The copies of the gene that the person has, 1 or 2.
  let copies: Int
  /// Whether the single copy is the mitochondrion's, of which a person may have several kinds.
  var isMitochondrial = false

  /// The genotype, or why there is none.
  func verdict(_ site: SiteLikelihoods) -> PositionEvidence {
    var support = site.support
    guard !site.fragments.isEmpty else {
      let gap: ReadGap =
        if site.deleted > 0 {
          .deleted
        } else if site.setAside > 0 {
          .tooFew
        } else {
          site.uninformative > 0 ? .uninformative : .noReads
        }
      return .noData(.reads(gap, support))
    }
    let likelihoods = GenotypeLikelihoods(
      site, copies: copies, undocumentedPrior: policy.undocumentedPrior)
    support.confidence = likelihoods.confidence
    support.likeliest = likelihoods.best.map { site.alleles[$0] }
    if let gap = gap(site, support) { return .noData(.reads(gap, support)) }
    return .observed(
      Observation(alleles: support.likeliest, phase: .unphased, basis: .reads(support)))
  }

  private func gap(_ site: SiteLikelihoods, _ support: ReadSupport) -> ReadGap? {
    let reaching = support.depth + site.deleted
    if site.deleted >= 2,
      Double(site.deleted) >= policy.minimumDeletedFraction * Double(reaching)
    {
      return .deleted
    }
    if support.depth < policy.minimumDepth {
      return support.uninformative > support.depth + support.setAside ? .uninformative : .tooFew
    }
    if Double(support.setAside) > policy.maximumSetAsideFraction
      * Double(support.setAside + support.depth)
    {
      return .unclear
    }
    if copies == 1 {
      let share = support.likeliest.first.flatMap(support.fraction) ?? 0
      if share < policy.minimumSingleCopyFraction { return .mixed }
      if isMitochondrial, hasMinority(support) { return .mixed }
      return support.confidence < policy.minimumConfidence ? .unclear : nil
    }
    if support.confidence < policy.minimumConfidence { return .unclear }
    return imbalance(support)
  }

  /// Whether a listed variant is seen beside a prevailing reference allele too often for errors.
  private func hasMinority(_ support: ReadSupport) -> Bool {
    guard support.likeliest == [.documented(0)] else { return false }
    let least = policy.minimumMinorityFraction * Double(support.depth)
    return support.alleles.contains { reads in
      guard case .documented(let index) = reads.allele, index > 0 else { return false }
      return reads.count >= policy.minimumMinorityFragments && Double(reads.count) >= least
        && reads.forward > 0 && reads.reverse > 0
    }
  }

  /// Whether the counts are too uneven for the genotype, or a further allele is too frequent.
  private func imbalance(_ support: ReadSupport) -> ReadGap? {
    let least = policy.minimumAlleleFraction * Double(support.depth)
    let further = support.alleles.filter { !support.likeliest.contains($0.allele) }
    if further.contains(where: { $0.count >= 2 && Double($0.count) >= least }) { return .unclear }
    guard support.likeliest.count == 2, support.likeliest[0] != support.likeliest[1] else {
      return nil
    }
    let pair = support.likeliest.map { allele in
      support.alleles.first { $0.allele == allele }
        ?? ReadSupport.AlleleReads(allele: allele, forward: 0, reverse: 0)
    }
    if pair.contains(where: {
      Double($0.count) < least || $0.count < policy.minimumAlleleFragments
    }) {
      return .unclear
    }
    return StrandBias.phred(pair[0], pair[1]) > policy.maximumStrandBias ? .strandBiased : nil
  }
}
