import Knowledge
import StarAlleles

/// One genotype that a gene's result leaves open, as a dose equation's term names it.
struct GenotypeReading: Hashable {
  /// The gene symbol.
  let gene: String
  /// The genotype as printed.
  let shown: String
  /// The term's key; the genotype itself where the term has none.
  let key: String
  /// The alleles that were reckoned as another.
  let replaced: [String]
  /// By how many percent the dose is lowered for them.
  let reduction: ClosedNumbers?

  /// The genotypes that a result leaves open for a gene's term, each once; empty if it is not known.
  static func all(
    of result: GeneResult, levels: [DoseTerm.Level], adjustment: DoseEquation.Adjustment?
  ) -> [GenotypeReading] {
    let lookups = result.lookups + result.possible.map(\.lookup)
    let diplotypes = result.possible.flatMap(\.diplotypes)
    var readings: [GenotypeReading] = []
    func add(_ reading: GenotypeReading) {
      if !readings.contains(where: { $0.key == reading.key && $0.replaced == reading.replaced }) {
        readings.append(reading)
      }
    }
    let keys = Set(levels.map(\.key))
    let gene = result.gene.symbol
    for lookup in lookups where !lookup.isIndeterminate {
      let terms = ([lookup.phenotype].compactMap { $0 } + lookup.key.terms).filter(keys.contains)
      if let term = terms.first {
        add(GenotypeReading(gene: gene, shown: term, key: term, replaced: [], reduction: nil))
      }
    }
    guard readings.isEmpty else { return readings }
    let named = lookups.compactMap(\.diplotype) + diplotypes
    for diplotype in named where diplotype.haplotypes.count == 2 {
      add(read(diplotype.haplotypes, gene, keys, adjustment))
    }
    return readings
  }

  private static func read(
    _ alleles: [String], _ gene: String, _ keys: Set<String>,
    _ adjustment: DoseEquation.Adjustment?
  ) -> GenotypeReading {
    let shown = alleles.joined(separator: "/")
    func key(_ names: [String]) -> String? {
      [names, names.reversed()].map { $0.joined(separator: "/") }.first(where: keys.contains)
    }
    if let key = key(alleles) {
      return GenotypeReading(gene: gene, shown: shown, key: key, replaced: [], reduction: nil)
    }
    if let adjustment, adjustment.gene == gene {
      let replaced = alleles.filter(adjustment.alleles.contains)
      let reckoned = alleles.map { replaced.contains($0) ? adjustment.reckonedAs : $0 }
      if !replaced.isEmpty, let key = key(reckoned) {
        let isAlone = replaced.count == 1 && reckoned.allSatisfy { $0 == adjustment.reckonedAs }
        return GenotypeReading(
          gene: gene, shown: shown, key: key, replaced: replaced,
          reduction: isAlone ? adjustment.percent : adjustment.percentForTwo)
      }
    }
    return GenotypeReading(gene: gene, shown: shown, key: shown, replaced: [], reduction: nil)
  }
}
