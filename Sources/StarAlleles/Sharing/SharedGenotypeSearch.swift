internal import Knowledge

/// Finds the unphased genotypes that several diplotypes of a gene give.
///
/// At most positions every haplotype requires one allele, so that a pair of haplotypes gives one
/// genotype there: pairs are grouped by a key of those. Only within such a group are the positions
/// opened up at which some haplotype accepts several alleles. Values with the same pairs stay
/// together as a set, so that a haplotype with twenty such positions does not cost a million steps.
struct SharedGenotypeSearch {
  private let table: MatchingTable
  private let copies: Int
  private let alleles: [Int]
  /// The positions that tell haplotypes apart and at which each of them requires one allele.
  private let plain: [Int]
  /// The positions at which some haplotype accepts several.
  private let open: [Int]

  /// Makes a search over pairs of haplotypes, or over single ones if people have one copy.
  init(_ table: MatchingTable, copies: Int) {
    self.table = table
    self.copies = copies
    let alleles = table.gene.alleles.indices.filter { !table.named[$0].isEmpty }
    self.alleles = alleles
    var (plain, open): ([Int], [Int]) = ([], [])
    for (index, position) in table.gene.positions.enumerated() where position.role == .defining {
      let masks = Set(alleles.map { table.required($0, at: index) })
      if masks.contains(where: { $0.nonzeroBitCount != 1 }) {
        open.append(index)
      } else if masks.count > 1 {
        plain.append(index)
      }
    }
    (self.plain, self.open) = (plain, open)
  }

  /// Every set of two or more diplotypes that give one genotype, in printing order.
  func run() -> [SharedGenotype] {
    var found: [Set<Diplotype>: Family] = [:]
    for group in groups() { expand(group, at: 0, chosen: [], into: &found) }
    return found.values.map(sharedGenotype).sorted { left, right in
      zip(left.diplotypes, right.diplotypes).first { $0 != $1 }
        .map { table.order.precedes($0, $1) } ?? (left.diplotypes.count < right.diplotypes.count)
    }
  }

  /// Genotypes that the same diplotypes give.
  private struct Family {
    var pairs: [AllelePair]
    var values: [UnorderedAlleles]
    var departures: Int
    var count: Int
    var seen: [Set<UnorderedAlleles>]
  }

  /// The pairs that give the same genotype at every plain position, where there are several.
  private func groups() -> [[AllelePair]] {
    let rows = alleles.map { allele in
      plain.map { table.required(allele, at: $0).trailingZeroBitCount }
    }
    var order: [[UnorderedAlleles]: Int] = [:]
    var groups: [[AllelePair]] = []
    for (offset, one) in alleles.enumerated() {
      for partner in offset..<(copies == 1 ? offset + 1 : alleles.count) {
        let key = zip(rows[offset], rows[partner]).map { UnorderedAlleles($0, $1) }
        let pair = AllelePair(one: one, other: alleles[partner])
        if let index = order[key] {
          groups[index].append(pair)
        } else {
          order[key] = groups.count
          groups.append([pair])
        }
      }
    }
    return groups.filter { $0.count > 1 }
  }

  /// Takes one open position after the other, and keeps what several diplotypes still share.
  private func expand(
    _ pairs: [AllelePair], at depth: Int, chosen: [[UnorderedAlleles]],
    into found: inout [Set<Diplotype>: Family]
  ) {
    let diplotypes = Set(pairs.map(diplotype))
    guard diplotypes.count > 1 else { return }
    guard depth < open.count else { return keep(pairs, diplotypes, chosen, in: &found) }
    var takers: [UnorderedAlleles: [AllelePair]] = [:]
    for pair in pairs {
      for value in values(of: pair, at: open[depth]) { takers[value, default: []].append(pair) }
    }
    let alike = Dictionary(grouping: takers.keys.sorted()) { takers[$0] ?? [] }
    for (rest, values) in alike.sorted(by: { $0.value[0] < $1.value[0] }) {
      expand(rest, at: depth + 1, chosen: chosen + [values], into: &found)
    }
  }

  /// The genotypes a pair of haplotypes can give at a position.
  private func values(of pair: AllelePair, at position: Int) -> Set<UnorderedAlleles> {
    let one = table.required(pair.one, at: position).acceptedAlleles
    guard copies > 1 else { return Set(one.map { UnorderedAlleles($0, $0) }) }
    let other = table.required(pair.other, at: position).acceptedAlleles
    return Set(one.flatMap { left in other.map { UnorderedAlleles(left, $0) } })
  }

  private func keep(
    _ pairs: [AllelePair], _ diplotypes: Set<Diplotype>, _ chosen: [[UnorderedAlleles]],
    in found: inout [Set<Diplotype>: Family]
  ) {
    let nearest = zip(open, chosen).map { position, values -> UnorderedAlleles in
      let reference = table.referenceAllele(at: position)
      return values.min {
        ($0.departures(from: reference), $0) < ($1.departures(from: reference), $1)
      } ?? values[0]
    }
    let departures = zip(open, nearest)
      .map { $1.departures(from: table.referenceAllele(at: $0)) }.reduce(0, +)
    let count = chosen.map(\.count).reduce(1, *)
    guard var family = found[diplotypes] else {
      found[diplotypes] = Family(
        pairs: pairs, values: nearest, departures: departures, count: count,
        seen: chosen.map { Set($0) })
      return
    }
    family.count += count
    for (index, values) in chosen.enumerated() { family.seen[index].formUnion(values) }
    if departures < family.departures {
      (family.pairs, family.values, family.departures) = (pairs, nearest, departures)
    }
    found[diplotypes] = family
  }

  private func sharedGenotype(_ family: Family) -> SharedGenotype {
    var sites: [SharedGenotype.Site] = []
    func add(_ position: Int, _ value: UnorderedAlleles) {
      guard value.departures(from: table.referenceAllele(at: position)) > 0 else { return }
      sites.append(
        SharedGenotype.Site(
          position: position, first: value.low, second: copies > 1 ? value.high : nil))
    }
    if let pair = family.pairs.first {
      for position in plain {
        add(
          position,
          UnorderedAlleles(
            table.required(pair.one, at: position).trailingZeroBitCount,
            table.required(pair.other, at: position).trailingZeroBitCount))
      }
    }
    for (position, value) in zip(open, family.values) { add(position, value) }
    return SharedGenotype(
      diplotypes: Set(family.pairs.map(diplotype)).sorted(by: table.order.precedes),
      sites: sites.sorted { $0.position < $1.position }, genotypeCount: family.count,
      varying: zip(open, family.seen).filter { $1.count > 1 }.map(\.0), pairs: family.pairs)
  }

  private func diplotype(_ pair: AllelePair) -> Diplotype {
    let (one, other) = (table.rank[pair.one], table.rank[pair.other])
    return Diplotype(
      first: table.names[min(one, other)], second: copies > 1 ? table.names[max(one, other)] : nil)
  }
}

extension MatchingTable {
  /// The allele a haplotype without a cell shows at a position.
  func referenceAllele(at position: Int) -> Int { referenceMasks[position].trailingZeroBitCount }
}
