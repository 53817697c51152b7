internal import Knowledge

/// The pairs of named haplotypes that explain a genotype, exactly and without permutations.
///
/// A haplotype pair fits when every phase group can be oriented so that one haplotype shows the
/// first alleles and the other the second. Groups are independent, so each haplotype needs two bit
/// sets (groups whose first, and whose second, places it fits) and each pair four word operations,
/// however many sites are heterozygous.
struct DiplotypeSearch {
  struct Pair {
    let diplotype: Diplotype
    let alleles: (Int, Int?)
    let score: Int
    /// Whether an observed position names each haplotype, so that it may be called.
    let isCallable: Bool
  }

  let gene: Gene
  let genotypes: GenotypeSites
  let order: HaplotypeOrder
  /// The haplotypes no observed site rules out.
  let fits: [HaplotypeFit]

  init(gene: Gene, genotypes: GenotypeSites) {
    self.gene = gene
    self.genotypes = genotypes
    order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
    let reference = gene.referenceMasks
    fits = gene.alleles.indices.compactMap {
      HaplotypeFit($0, of: gene, at: genotypes, reference: reference)
    }
  }

  /// Every diplotype that no observed position contradicts.
  func pairs() -> [Pair] {
    if genotypes.isHaploid {
      return fits.map { fit in
        Pair(
          diplotype: Diplotype(first: gene.alleles[fit.allele].printedName, second: nil),
          alleles: (fit.allele, nil), score: fit.score, isCallable: fit.score > 0)
      }
    }
    var pairs: [Pair] = []
    for (offset, one) in fits.enumerated() {
      for other in fits[offset...] where one.complements(other) {
        pairs.append(
          Pair(
            diplotype: order.diplotype(
              gene.alleles[one.allele].printedName, gene.alleles[other.allele].printedName),
            alleles: (one.allele, other.allele), score: one.score + other.score,
            isCallable: one.score > 0 && other.score > 0))
      }
    }
    return pairs
  }

  /// The distinct diplotypes of some pairs in printing order.
  func diplotypes(of pairs: [Pair]) -> [Diplotype] {
    Set(pairs.map(\.diplotype)).sorted(by: order.precedes)
  }

  /// The callable pairs with the highest score.
  func best(of pairs: [Pair]) -> [Pair] {
    let callable = pairs.filter(\.isCallable)
    guard let top = callable.map(\.score).max() else { return [] }
    return callable.filter { $0.score == top }
  }
}

extension NamedAllele {
  /// The name a report shows: a suballele goes by its parent's.
  var printedName: String { reportedAs ?? name }
}
