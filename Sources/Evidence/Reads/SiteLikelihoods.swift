/// How likely each fragment at a position is under each of its alleles.
struct SiteLikelihoods: Sendable {
  /// The alleles, each once; the documented ones first.
  let alleles: [ObservedAllele]
  /// The fragments, by template in ascending order.
  private(set) var fragments: [Fragment] = []
  /// For each fragment and allele the likelihood, 1 for the fragment's likeliest allele.
  private(set) var values: [Double] = []
  /// Fragments that reach the position but tell nothing.
  var uninformative = 0
  /// Fragments left out as too unsure.
  var setAside = 0
  /// Fragments that lack the bases of the position.
  var deleted = 0

  struct Fragment: Sendable {
    let template: UInt64
    let isReverse: Bool
    let baseQuality: UInt8
    let mappingQuality: UInt8
    /// The allele it supports, as an index into `alleles`; nil if it can't tell.
    let supports: Int?
  }

  init(alleles: [ObservedAllele]) { self.alleles = alleles }

  /// The likelihoods of one fragment.
  subscript(fragment: Int) -> ArraySlice<Double> {
    values[(fragment * alleles.count)..<((fragment + 1) * alleles.count)]
  }

  /// Takes in a fragment, with a likelihood for each allele.
  ///
  /// It supports the likeliest allele if that is ten times as likely as any other.
  mutating func add(
    template: UInt64, isReverse: Bool, baseQuality: UInt8, mappingQuality: UInt8,
    likelihoods: [Double]
  ) {
    let most = likelihoods.max() ?? 0
    guard most > 0, let best = likelihoods.firstIndex(of: most) else {
      uninformative += 1
      return
    }
    let isClear = likelihoods.indices.allSatisfy { $0 == best || likelihoods[$0] * 10 <= most }
    if !isClear { uninformative += 1 }
    fragments.append(
      Fragment(
        template: template, isReverse: isReverse, baseQuality: baseQuality,
        mappingQuality: mappingQuality, supports: isClear ? best : nil))
    values.append(contentsOf: likelihoods.lazy.map { $0 / most })
  }

  /// The counts behind the likelihoods, without a genotype.
  var support: ReadSupport {
    var support = ReadSupport()
    var counts = alleles.map { ReadSupport.AlleleReads(allele: $0, forward: 0, reverse: 0) }
    var (base, mapping) = (0, 0)
    for fragment in fragments {
      guard let index = fragment.supports else { continue }
      if fragment.isReverse { counts[index].reverse += 1 } else { counts[index].forward += 1 }
      support.depth += 1
      base += Int(fragment.baseQuality)
      mapping += Int(fragment.mappingQuality)
    }
    support.alleles = counts.filter { $0.count > 0 }
    support.uninformative = uninformative
    support.setAside = setAside
    if support.depth > 0 {
      support.meanBaseQuality = (base + support.depth / 2) / support.depth
      support.meanMappingQuality = (mapping + support.depth / 2) / support.depth
    }
    return support
  }
}
