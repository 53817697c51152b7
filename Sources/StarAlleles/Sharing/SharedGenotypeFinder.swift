internal import Evidence
public import Knowledge

/// Answers, from a gene's definitions alone, which diplotypes unphased data can't tell apart, which
/// of them the caller would name, and which phase would decide.
public struct SharedGenotypeFinder: Sendable {
  private let table: MatchingTable
  private let caller: StarAlleleCaller

  /// Lays a gene out.
  ///
  /// For a gene that also needs its structure known, everything is answered as though that were
  /// known to be plain.
  public init(_ gene: Gene) {
    var plain = gene
    if plain.calling.method == .structural { plain.calling.method = .diplotype }
    table = MatchingTable(plain)
    caller = StarAlleleCaller(genes: [plain])
  }

  /// The number of named haplotypes that positions define; suballeles count as their parent.
  public var haplotypeCount: Int {
    let gene = table.gene
    return Set(gene.alleles.indices.filter { !table.named[$0].isEmpty }.map { table.rank[$0] })
      .count
  }

  /// The number of diplotypes they make.
  public var diplotypeCount: Int {
    copies.map { $0 == 1 ? haplotypeCount : haplotypeCount * (haplotypeCount + 1) / 2 }
      .reduce(0, +)
  }

  /// Every unphased genotype that several diplotypes give when all positions are known.
  ///
  /// - Complexity: O(*n*² · *p*) for *n* haplotypes and *p* positions, and more where definitions
  ///   accept several alleles at a position.
  public func sharedGenotypes() -> [SharedGenotype] {
    copies.flatMap { SharedGenotypeSearch(table, copies: $0).run() }
  }

  /// What the caller says of a genotype.
  public func call(_ genotype: SharedGenotype) -> GeneCall {
    let isSingle = genotype.diplotypes.contains { $0.second == nil }
    let sites = Dictionary(
      genotype.sites.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    let evidence = table.gene.positions.enumerated().map { index, position -> PositionEvidence in
      guard position.role == .defining else { return .noData(.absent) }
      let site = sites[index]
      let first = site?.first ?? table.referenceAllele(at: index)
      let alleles = isSingle ? [first] : [first, site?.second ?? first]
      return .observed(
        Observation(
          alleles: alleles.map(ObservedAllele.documented), phase: .unphased,
          basis: .assumedReference))
    }
    return caller.call(GeneEvidence(gene: table.gene, positions: evidence))
  }

  /// The phase that tells diplotypes of different meaning apart.
  ///
  /// - Parameters:
  ///   - genotype: one that this finder found.
  ///   - meanings: equal numbers for diplotypes that need not be told apart, in the order of
  ///     `genotype.diplotypes`.
  public func phase(deciding genotype: SharedGenotype, meanings: [Int]) -> DecidingPhase {
    let known = Dictionary(
      zip(genotype.diplotypes, meanings), uniquingKeysWith: { first, _ in first })
    let pairs = genotype.pairs.map { pair in
      let (one, other) = (table.rank[pair.one], table.rank[pair.other])
      let diplotype = Diplotype(
        first: table.names[min(one, other)],
        second: genotype.diplotypes.first?.second == nil ? nil : table.names[max(one, other)])
      return (pair: pair, meaning: known[diplotype] ?? -1)
    }
    return DecidingPhaseSearch(table, genotype).positions(separating: pairs)
  }

  /// How many copies people can have.
  private var copies: [Int] {
    switch table.gene.inheritance {
    case .autosomal: [2]
    case .chromosomeX: [2, 1]
    case .mitochondrial: [1]
    }
  }
}
