internal import Evidence
internal import Knowledge

/// Calls genes whose variants act one by one, so that the least functional variant on each
/// chromosome decides (DPYD and RYR1 in CPIC's guidelines).
///
/// Each chromosome is read as the set of named variants it carries. Where phase is known, the two
/// sets are diplotypes; where it is not, only the components can be stated, and the two least
/// functional ones are presumed to lie on different chromosomes.
struct LowestFunctionCaller {
  let gene: Gene
  private let order: HaplotypeOrder
  private let reference: String
  private let severity: [String: Int]

  /// The largest number of free phase groups whose orientations are all listed.
  private static let mostGroups = 10

  init(gene: Gene) {
    self.gene = gene
    reference = gene.alleles.first?.name ?? ""
    order = HaplotypeOrder(reference: reference)
    severity = Self.severity(of: gene)
  }

  func complete(_ call: inout GeneCall, _ observed: GenotypeSites) {
    var genotypes = observed
    if let pair = gene.calling.linkedPair { genotypes.join(pair.causal, pair.tag) }
    if !genotypes.halfCalls.isEmpty { call.notes.append(.halfCallsLeftOut(genotypes.halfCalls)) }
    noteLonelyTag(&call, genotypes)
    let orientations = strands(genotypes)
    let diplotypes = Set(orientations.map { order.diplotype(name($0.0), name($0.1)) })
      .sorted(by: order.precedes)
    call.compatible = Set(diplotypes + named(observed)).sorted(by: order.precedes)
    call.components = components(orientations)
    if !genotypes.missing.isEmpty {
      call.deciding = decidingPositions(
        gene: gene, missing: genotypes.missing, candidates: candidates(genotypes))
    }
    if genotypes.isHaploid, let strand = orientations.first?.0 {
      call.diplotypes = [Diplotype(first: name(strand), second: nil)]
      call.compatible = Set(call.diplotypes + named(observed)).sorted(by: order.precedes)
      call.lookup = [Diplotype(first: lowest(strand), second: nil)]
      call.isLookupInferred = call.lookup != call.diplotypes
      call.status = .called
      return
    }
    if genotypes.isEffectivelyPhased || genotypes.isPhasedThroughout {
      call.diplotypes = diplotypes
      call.status = diplotypes.count == 1 ? .called : .ambiguous
      let inferred = orientations.map { (lowest($0.0), lowest($0.1)) }
      if let worst = inferred.min(by: { isWorse($0, $1) }) {
        call.lookup = [order.diplotype(worst.0, worst.1)]
      }
    } else {
      call.status = .ambiguous
      let flat = flatComponents(genotypes)
      call.lookup = [
        order.diplotype(flat.first ?? reference, flat.dropFirst().first ?? reference)
      ]
    }
    call.isLookupInferred = call.lookup != call.diplotypes
  }

  /// Every pair of single named variants that no observed position contradicts; with positions
  /// missing there are more of them than the chromosomes seen.
  private func named(_ genotypes: GenotypeSites) -> [Diplotype] {
    let search = DiplotypeSearch(gene: gene, genotypes: genotypes)
    return search.pairs().map(\.diplotype)
  }

  // MARK: - Chromosomes

  /// The two chromosomes in every orientation of the phase groups, mirror images left out.
  private func strands(_ genotypes: GenotypeSites) -> [([String], [String])] {
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

  /// The unknown half of a half call is no data on its chromosome.
  private func seen(_ mask: UInt16) -> UInt16 { mask == .max ? 0 : mask }

  /// The named variants one chromosome carries, given the allele at each observed position (zero
  /// where nothing was observed), without those whose every site another one explains.
  private func named(on strand: [UInt16]) -> [String] {
    let linked = gene.calling.linkedPair
    var found: [(name: String, positions: Set<Int>)] = []
    for allele in gene.alleles.dropFirst()
    where allele.name != linked?.both && allele.name != linked?.causalOnly {
      let seen = allele.cells.filter { strand[$0.position] != 0 }
      guard !seen.isEmpty, seen.allSatisfy({ strand[$0.position] & $0.accepted != 0 }) else {
        continue
      }
      found.append((allele.name, Set(seen.map(\.position))))
    }
    found.sort { ($1.positions.count, $0.name) < ($0.positions.count, $1.name) }
    var covered: Set<Int> = []
    var names: [String] = []
    for entry in found where covered.isDisjoint(with: entry.positions) {
      covered.formUnion(entry.positions)
      names.append(entry.name)
    }
    if let linked, let name = linked.haplotype(on: strand) { names.append(name) }
    return names.sorted(by: order.precedes)
  }

  private func name(_ components: [String]) -> String {
    switch components.count {
    case 0: reference
    case 1: components[0]
    default: "[" + components.joined(separator: " + ") + "]"
    }
  }

  /// Every component found on some chromosome; the reference only where little else was.
  private func components(_ orientations: [([String], [String])]) -> [String] {
    let strands = orientations.flatMap { [$0.0, $0.1] }
    var names = Set(strands.flatMap(\.self))
    if names.count <= 1, strands.contains(where: \.isEmpty) { names.insert(reference) }
    return names.sorted(by: order.precedes)
  }

  // MARK: - Unphased components

  /// The components with their copies, the least functional first.
  private func flatComponents(_ genotypes: GenotypeSites) -> [String] {
    guard let pair = strands(genotypes).first else { return [] }
    return (pair.0 + pair.1).sorted { isWorse($0, $1) }
  }

  // MARK: - Severity

  private static func severity(of gene: Gene) -> [String: Int] {
    var severity: [String: Int] = [:]
    for allele in gene.alleles {
      if let activity = allele.activity {
        severity[allele.name] = activity.hundredths
      } else if let function = allele.function,
        let rank = gene.calling.functionOrder.firstIndex(of: function)
      {
        severity[allele.name] = rank
      }
    }
    return severity
  }

  /// Unknown activity counts as that of two normal copies, so it never displaces a known loss.
  private func rank(_ name: String) -> Int { severity[name] ?? 200 }

  private func isWorse(_ one: String, _ other: String) -> Bool {
    (rank(one), order.precedes(one, other) ? 0 : 1) < (rank(other), order.precedes(other, one) ? 0 : 1)
  }

  private func isWorse(_ one: (String, String), _ other: (String, String)) -> Bool {
    rank(one.0) + rank(one.1) < rank(other.0) + rank(other.1)
  }

  private func lowest(_ components: [String]) -> String {
    components.min { isWorse($0, $1) } ?? reference
  }

  // MARK: - Missing data

  private func candidates(_ genotypes: GenotypeSites) -> [Int] {
    let observed = Set(genotypes.sites.map(\.position))
    return gene.alleles.indices.filter { index in
      gene.alleles[index].cells.contains { !observed.contains($0.position) } || index == 0
    }
  }

  private func noteLonelyTag(_ call: inout GeneCall, _ genotypes: GenotypeSites) {
    guard let pair = gene.calling.linkedPair else { return }
    let isTagSeen = genotypes.sites.contains {
      $0.position == pair.tag && ($0.first | $0.second) & ~GenotypeSites.bare != 0
    }
    let isCausalSeen = genotypes.sites.contains {
      $0.position == pair.causal && ($0.first | $0.second) & ~GenotypeSites.bare != 0
    }
    if isTagSeen, !isCausalSeen {
      call.notes.append(.linkedTagWithoutCausal(causal: pair.causal, tag: pair.tag))
    }
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
