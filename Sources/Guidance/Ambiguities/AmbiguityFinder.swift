public import Knowledge
internal import StarAlleles

/// Works out from a gene's definitions which unphased genotypes fit diplotypes that mean different
/// things, so that nobody has to keep a list.
public enum AmbiguityFinder {
  /// What of a gene can't be told without phase.
  ///
  /// - Complexity: O(*n*² · *p*) for *n* haplotypes and *p* positions.
  public static func ambiguities(of gene: Gene) -> GeneAmbiguities {
    var answer = GeneAmbiguities(
      gene: gene.symbol, haplotypeCount: 0, diplotypeCount: 0, ambiguities: [], nameOnly: [],
      exemption: exemption(of: gene), caveat: nil)
    guard answer.exemption == nil else { return answer }
    let finder = SharedGenotypeFinder(gene)
    answer.haplotypeCount = finder.haplotypeCount
    answer.diplotypeCount = finder.diplotypeCount
    if gene.calling.method == .structural { answer.caveat = gene.calling.caveat }
    let phenotyper = GenePhenotyper(gene)
    for genotype in finder.sharedGenotypes() {
      let found = ambiguity(genotype, genotype.diplotypes.map(phenotyper.result), finder)
      if found.difference == .name {
        answer.nameOnly.append(found)
      } else {
        answer.ambiguities.append(found)
      }
    }
    return answer
  }

  private static func exemption(of gene: Gene) -> String? {
    switch gene.calling.method {
    case .diplotype, .structural:
      return nil
    case .lowestFunction:
      return "its variants are looked up one by one, not as named pairs; without phase the two "
        + "least functional are presumed to lie on different chromosomes"
    case .variants:
      return "it has no named haplotypes; each position is reported with its genotype"
    case .outsideOnly:
      return "no position defines its haplotypes"
    }
  }

  private static func difference(among lookups: [LookupResult]) -> Ambiguity.Difference {
    guard Set(lookups.map(\.meaning)).count > 1 else { return .name }
    if Set(lookups.map(\.key.terms)).count > 1 { return .phenotype }
    return lookups.contains { $0.key.score != .notScored } ? .activityScore : .diplotype
  }

  private static func ambiguity(
    _ genotype: SharedGenotype, _ lookups: [LookupResult], _ finder: SharedGenotypeFinder
  ) -> Ambiguity {
    let difference = difference(among: lookups)
    let call = finder.call(genotype)
    let readings = zip(genotype.diplotypes, lookups).map { diplotype, lookup in
      Ambiguity.Reading(
        lookup: lookup, diplotype: diplotype, isFirst: call.diplotypes.contains(diplotype))
    }
    var numbers: [LookupKey: Int] = [:]
    let meanings = lookups.map { lookup -> Int in
      // Where all mean the same, what is left to settle is the name.
      var key = lookup.meaning
      if difference == .name { key.diplotype = lookup.diplotype }
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
    return Ambiguity(
      genotype: genotype,
      readings: readings.filter(\.isFirst) + readings.filter { !$0.isFirst },
      difference: difference,
      isPrioritised: call.notes.contains { note in
        if case .prioritised = note { true } else { false }
      },
      phase: finder.phase(deciding: genotype, meanings: meanings))
  }
}
