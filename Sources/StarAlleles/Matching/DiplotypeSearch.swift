internal import Knowledge

/// The pairs of named haplotypes that explain a genotype, exactly and without permutations.
///
/// A haplotype pair fits when every phase group can be oriented so that one haplotype shows the
/// first alleles and the other the second. Groups are independent, so each haplotype needs two bit
/// sets (groups whose first, and whose second, places it fits) and each pair four word operations,
/// however many sites are heterozygous.
struct DiplotypeSearch {
  struct Pair {
    /// Indices into `Gene.alleles`; the second is nil for a single copy.
    let alleles: (Int, Int?)
    let score: Int
    /// Whether an observed position names each haplotype, so that it may be called.
    let isCallable: Bool
  }

  let table: MatchingTable
  /// Every pair that no observed position contradicts.
  let pairs: [Pair]

  init(_ table: MatchingTable, _ genotypes: GenotypeSites) {
    self.table = table
    let fits = table.gene.alleles.indices.compactMap {
      HaplotypeFit($0, in: table, at: genotypes)
    }.sorted { table.rank[$0.allele] < table.rank[$1.allele] }
    guard !genotypes.isHaploid else {
      pairs = fits.map {
        Pair(alleles: ($0.allele, nil), score: $0.score, isCallable: $0.score > 0)
      }
      return
    }
    var pairs: [Pair] = []
    for (offset, one) in fits.enumerated() {
      for other in fits[offset...] where one.complements(other) {
        pairs.append(
          Pair(
            alleles: (one.allele, other.allele), score: one.score + other.score,
            isCallable: one.score > 0 && other.score > 0))
      }
    }
    self.pairs = pairs
  }

  /// The distinct diplotypes of some pairs in printing order.
  func diplotypes(of pairs: some Sequence<Pair>) -> [Diplotype] {
    let width = table.names.count + 1
    let keys = Set(
      pairs.map { pair in
        table.rank[pair.alleles.0] * width + (pair.alleles.1.map { table.rank[$0] + 1 } ?? 0)
      })
    return keys.sorted().map { key in
      let second = key % width
      return Diplotype(
        first: table.names[key / width], second: second == 0 ? nil : table.names[second - 1])
    }
  }

  /// The callable pairs with the highest score.
  var best: [Pair] {
    let callable = pairs.filter(\.isCallable)
    guard let top = callable.map(\.score).max() else { return [] }
    return callable.filter { $0.score == top }
  }

  /// The alleles that take part in some pair.
  var candidates: [Int] {
    Set(pairs.flatMap { [$0.alleles.0, $0.alleles.1 ?? $0.alleles.0] }).sorted()
  }
}
