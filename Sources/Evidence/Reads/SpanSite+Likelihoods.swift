internal import Genome
internal import Glibc

extension SpanSite {
  /// The likelihood of each fragment under each allele, by realignment to local haplotypes.
  ///
  /// A read is never surer than its place: no allele is less likely than the mapping error.
  func likelihoods(
    _ position: PlacedPosition, policy: ReadPolicy, reference: (Int) -> UInt8?,
    isDocumentedElsewhere: (AlleleEdit) -> Bool, aligner: inout PairAligner
  ) -> SiteLikelihoods {
    let local = LocalHaplotypes(
      position, site: self, policy: policy, reference: reference,
      isDocumentedElsewhere: isDocumentedElsewhere)
    var alleles = position.spelled.indices.map { ObservedAllele.documented($0) }
    for haplotype in local.haplotypes {
      if case .allele(let allele) = haplotype.meaning, !alleles.contains(allele) {
        alleles.append(allele)
      }
    }
    var result = SiteLikelihoods(alleles: alleles)
    result.uninformative = short
    result.setAside = unsure
    let reads = fragments
    guard !local.haplotypes.isEmpty else {
      result.uninformative += reads.count
      return result
    }
    var errors: [Double] = []
    var likelihoods = [Double](repeating: 0, count: alleles.count)
    for read in reads {
      errors.removeAll(keepingCapacity: true)
      errors.append(contentsOf: read.qualities.lazy.map { policy.baseError($0) })
      for index in likelihoods.indices { likelihoods[index] = 0 }
      var gone = 0.0
      for haplotype in local.haplotypes {
        let value = aligner.likelihood(
          read.bases[...], errors: errors[...], haplotype: haplotype.bases,
          leastOpening: read.gapOpening)
        switch haplotype.meaning {
        case .deletion: gone = max(gone, value)
        case .allele(let allele):
          guard let index = alleles.firstIndex(of: allele) else { continue }
          likelihoods[index] = max(likelihoods[index], value)
        }
      }
      let most = likelihoods.max() ?? 0
      if gone > most * 10 {
        result.deleted += 1
        continue
      }
      let least = most * policy.mappingError(read.mappingQuality)
      for index in likelihoods.indices { likelihoods[index] = max(likelihoods[index], least) }
      let quality = read.qualities.reduce(0) { $0 + Int($1) } / max(read.qualities.count, 1)
      result.add(
        template: read.template, isReverse: read.isReverse, baseQuality: UInt8(clamping: quality),
        mappingQuality: read.mappingQuality, likelihoods: likelihoods)
    }
    return result
  }

  /// The alignments, by template; of two of one fragment the one with more bases there.
  private var fragments: [SpanningRead] {
    let ordered = reads.sorted { one, other in
      (one.template, other.bases.count, one.isReverse ? 1 : 0)
        < (other.template, one.bases.count, other.isReverse ? 1 : 0)
    }
    var kept: [SpanningRead] = []
    for read in ordered where kept.last?.template != read.template { kept.append(read) }
    return kept
  }
}

extension ReadPolicy {
  /// The chance that a base of a quality is wrong.
  func baseError(_ quality: UInt8) -> Double {
    pow(10, -Double(min(max(Int(quality), 2), maximumBaseQuality)) / 10)
  }

  /// The chance that a read of a mapping quality lies elsewhere.
  func mappingError(_ quality: UInt8) -> Double { pow(10, -Double(min(quality, 60)) / 10) }
}
