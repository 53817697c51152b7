internal import Knowledge

/// Reads each chromosome of a genotype as the set of named haplotypes it carries.
struct ChromosomeReading {
  private let table: MatchingTable
  private var gene: Gene { table.gene }

  /// The largest number of free phase groups whose orientations are all listed.
  private static let mostGroups = 10

  init(_ table: MatchingTable) { self.table = table }

  /// The two chromosomes in every orientation of the phase groups, mirror images left out.
  func strands(_ genotypes: GenotypeSites) -> [([String], [String])] {
    let free = min(max(genotypes.groupCount - 1, 0), Self.mostGroups)
    return (0..<(1 << free)).map { orientation in
      var one = [UInt16](repeating: 0, count: gene.positions.count)
      var two = one
      for site in genotypes.sites {
        let isFlipped = site.group.map { $0 > 0 && orientation >> ($0 - 1) & 1 == 1 } ?? false
        one[site.position] = seen(isFlipped ? site.second : site.first)
        two[site.position] = seen(isFlipped ? site.first : site.second)
      }
      return (named(on: one), named(on: two))
    }
  }

  /// Every haplotype found on some chromosome; the reference only where little else was.
  func components(_ genotypes: GenotypeSites) -> [String] { components(of: strands(genotypes)) }

  /// Every haplotype found in some orientations; the reference only where little else was.
  func components(of orientations: [([String], [String])]) -> [String] {
    let strands = orientations.flatMap { [$0.0, $0.1] }
    var names = Set(strands.flatMap(\.self))
    if names.count <= 1, strands.contains(where: \.isEmpty), let reference = gene.alleles.first {
      names.insert(reference.name)
    }
    return names.sorted(by: table.order.precedes)
  }

  /// The name of a chromosome with these components: `*1`, `*2` or `[*2 + *3]`.
  func name(_ components: [String]) -> String {
    switch components.count {
    case 0: gene.alleles.first?.name ?? ""
    case 1: components[0]
    default: "[" + components.joined(separator: " + ") + "]"
    }
  }

  /// The unknown half of a half call is no data on its chromosome.
  private func seen(_ mask: UInt16) -> UInt16 { mask == .max ? 0 : mask }

  /// The named haplotypes one chromosome carries, given the allele at each observed position (zero
  /// where nothing was observed), without those that share a site with a larger one.
  private func named(on strand: [UInt16]) -> [String] {
    let linked = gene.calling.linkedPair
    var found: [(name: String, positions: Set<Int>)] = []
    for allele in gene.alleles.dropFirst()
    where allele.name != linked?.both && allele.name != linked?.causalOnly {
      let seen = allele.cells.filter { strand[$0.position] != 0 }
      guard seen.allSatisfy({ strand[$0.position] & $0.accepted != 0 }) else { continue }
      let telling = seen.filter { strand[$0.position] & table.referenceMasks[$0.position] == 0 }
      guard !telling.isEmpty else { continue }
      found.append((allele.printedName, Set(telling.map(\.position))))
    }
    found.sort { ($1.positions.count, $0.name) < ($0.positions.count, $1.name) }
    var covered: Set<Int> = []
    var names: [String] = []
    for entry in found where covered.isDisjoint(with: entry.positions) {
      covered.formUnion(entry.positions)
      names.append(entry.name)
    }
    if let linked, let name = linked.haplotype(on: strand) { names.append(name) }
    return names.sorted(by: table.order.precedes)
  }
}

extension CallingRules.LinkedPair {
  /// Which of the pair's haplotypes a chromosome carries, given its allele at each position.
  ///
  /// The causal site decides; the tag only stands in where the causal site has no data.
  func haplotype(on strand: [UInt16]) -> String? {
    let hasTag = strand[tag] & ~GenotypeSites.bare != 0
    guard strand[causal] != 0 else { return hasTag ? both : nil }
    guard strand[causal] & ~GenotypeSites.bare != 0 else { return nil }
    return hasTag ? both : causalOnly
  }
}
