internal import Glibc

/// The likeliest genotype of a position, and how sure it is.
///
/// The chance of a fragment under a genotype is the mean of its chances under the genotype's
/// alleles; fragments are independent (Li 2011, doi:10.1093/bioinformatics/btr509, equation 2, and
/// DePristo et al. 2011, doi:10.1038/ng.806, for two copies). With few fragments, that the other
/// allele was missed weighs with 2^-n by itself.
struct GenotypeLikelihoods {
  /// The likeliest genotype, as indices into the alleles.
  let best: [Int]
  /// -10 log10 of the posterior chance of all others together, at most 99.
  let confidence: Int

  /// Weighs all genotypes.
  ///
  /// - Parameters:
  ///   - site: the fragments' likelihoods; at least one allele.
  ///   - copies: 1 or 2.
  ///   - undocumentedPrior: the chance of an undocumented allele relative to a documented one.
  init(_ site: SiteLikelihoods, copies: Int, undocumentedPrior: Double) {
    let count = site.alleles.count
    let rarity = log10(max(undocumentedPrior, 1e-300))
    let priors = site.alleles.map { allele in
      if case .documented = allele { 0.0 } else { rarity }
    }
    var genotypes: [[Int]] = []
    var scores: [Double] = []
    for one in 0..<count {
      for other in one..<(copies == 1 ? one + 1 : count) {
        genotypes.append(copies == 1 ? [one] : [one, other])
        scores.append(priors[one] + (other == one ? 0 : priors[other]))
      }
    }
    for fragment in site.fragments.indices {
      let start = fragment * count
      for (index, genotype) in genotypes.enumerated() {
        let first = site.values[start + genotype[0]]
        let second = genotype.count == 1 ? first : site.values[start + genotype[1]]
        scores[index] += log10(max((first + second) / 2, 1e-30))
      }
    }
    let top = scores.max() ?? 0
    let winner = scores.firstIndex(of: top) ?? 0
    best = genotypes.isEmpty ? [] : genotypes[winner]
    var rest = 0.0
    for (index, score) in scores.enumerated() where index != winner { rest += pow(10, score - top) }
    let doubt = rest / (1 + rest)
    confidence = doubt <= 0 ? 99 : min(99, max(0, Int((-10 * log10(doubt)).rounded(.down))))
  }
}
