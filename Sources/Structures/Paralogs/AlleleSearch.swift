internal import Foundation
internal import Knowledge

/// Finds the alleles of the copies.
///
/// For each structure all multisets of alleles whose variants were seen are scored by the counts at
/// each site; the best are scored again by whole fragments.
struct AlleleSearch {
  let library: UnitLibrary
  let counts: FragmentCounts
  let mixture: MixtureLikelihood
  let isLong: Bool
  /// How likely each allele is before any read, as a logarithm; by index into the gene's alleles.
  let allelePriors: [Double]
  /// The units found useful so far.
  private(set) var pool: [GeneUnit] = []
  private var columns: [[Double]] = []
  private var priors: [Double] = []
  private var numbers: [GeneUnit: Int] = [:]
  /// Whole alleles whose states were all seen.
  private var candidates: [Int]
  /// For each site and state whether it was seen often enough to be one copy's.
  private let isSeen: [[Bool]]
  private let active: [Int]

  init(
    library: UnitLibrary, counts: FragmentCounts, mixture: MixtureLikelihood, isLong: Bool,
    allelePriors: [Double], isLeftOut: [Bool]
  ) {
    self.library = library
    self.counts = counts
    self.mixture = mixture
    self.isLong = isLong
    self.allelePriors = allelePriors
    let sites = library.table.sites
    let isSeen = sites.indices.map { site in
      let row = counts.notParalog[site]
      let sum = row.reduce(0, +)
      // With few fragments, one copy may be seen once or twice.
      let least = sum < 11 ? 1 : sum < 40 || isLong ? 2 : 3
      return row.indices.map { row[$0] >= least && Double(row[$0]) >= 0.03 * Double(sum) }
    }
    self.isSeen = isSeen
    candidates = []
    active = sites.indices.filter { site in
      !isLeftOut[site] && !sites[site].isDifference && sites[site].definingPosition != nil
        && counts.all[site].indices.contains { $0 != 0 && isSeen[site][$0] }
    }
    candidates = library.gene.alleles.indices.filter { index in
      let allele = library.gene.alleles[index]
      return !library.isHybridOnly(allele) && isSupported(index) { _ in true }
    }
  }

  /// Whether the states an allele requires were seen, at the sites that are asked for.
  private func isSupported(_ index: Int, at isAsked: (Int) -> Bool) -> Bool {
    if index == 0 { return true }
    let cells = library.gene.alleles[index].cells
    guard !cells.isEmpty else { return false }
    return cells.allSatisfy { cell in
      if cell.accepted & 1 == 1 { return true }
      guard let site = library.table.siteOfPosition[cell.position] else { return false }
      if library.table.sites[site].isDifference || !isAsked(site) { return true }
      return isSeen[site].indices.contains {
        isSeen[site][$0] && cell.accepted & (1 << UInt16($0)) != 0
      }
    }
  }

  /// The number of a unit in the pool, added if it is new.
  mutating func number(_ unit: GeneUnit, prior: Double) -> Int {
    if let known = numbers[unit] { return known }
    numbers[unit] = pool.count
    pool.append(unit)
    columns.append(mixture.column(unit))
    priors.append(prior)
    return pool.count - 1
  }

  /// The best copy sets of a structure, best first.
  mutating func sets(of structure: Structure, isMeasured: Bool, limit: Int) -> [CopySet] {
    let genes = library.gene.alleles
    let plain = candidates.map { index in
      number(library.unit(of: genes[index]), prior: allelePriors[index])
    }
    var choices: [[(unit: Int, count: Int)]] = [[]]
    for hybrid in structure.hybrids {
      let options = hybridUnits(hybrid.shape)
      guard !options.isEmpty else { return [] }
      choices = choices.flatMap { chosen in
        Self.multisets(of: options, size: hybrid.count, distinct: 2).map { chosen + $0 }
      }
    }
    let multisets = Self.multisets(
      of: plain, size: structure.genes, distinct: structure.genes <= 4 ? 4 : 3)
    let rough = RoughScore(self, active: active, paralogs: isMeasured ? structure.paralogs : 0)
    var best: [(set: [(unit: Int, count: Int)], score: Double)] = []
    var floor = -Double.infinity
    for hybrids in choices {
      for multiset in multisets {
        let set = multiset + hybrids
        let score = rough.score(set) + prior(set)
        if score > floor || best.count < 4 * limit {
          best.append((set, score))
          if best.count > 8 * limit {
            best.sort { $0.score > $1.score }
            best.removeLast(best.count - 4 * limit)
            floor = best.last?.score ?? floor
          }
        }
      }
    }
    best.sort { $0.score > $1.score }
    let paralogColumn = columns[number(library.paralogUnit, prior: 0)]
    var found: [CopySet] = best.prefix(4 * limit).map { entry in
      var parts = entry.set.map { (column: columns[$0.unit], count: $0.count) }
      if isMeasured { parts.append((paralogColumn, structure.paralogs)) }
      return CopySet(
        units: entry.set.sorted { $0.unit < $1.unit },
        paralogs: isMeasured ? structure.paralogs : nil,
        score: mixture.logLikelihood(parts) + prior(entry.set))
    }
    found.sort { $0.score > $1.score }
    found = found.prefix(2 * limit).map { set in
      let alike = settled(set, paralogColumn)
      guard let apart = parted(set) else { return alike }
      let settledApart = settled(apart, paralogColumn)
      return settledApart.score > alike.score ? settledApart : alike
    }
    found.sort { $0.score > $1.score }
    return Array(found.prefix(limit))
  }

  /// The set with both copies of a unit that leaves a base open told apart; nil if there is none.
  ///
  /// The two chromosomes may differ there. More copies than two are one chromosome's, and alike.
  private func parted(_ set: CopySet) -> CopySet? {
    var parted = set
    parted.units = set.units.flatMap { part -> [(unit: Int, count: Int)] in
      let unit = pool[part.unit]
      guard part.count == 2, openSites(of: unit).contains(where: { unit.origins[$0] == .gene })
      else { return [part] }
      return [(part.unit, 1), (part.unit, 1)]
    }
    return parted.units.count == set.units.count ? nil : parted
  }

  /// The set with each state that its definitions leave open settled as the fragments have it.
  private mutating func settled(_ set: CopySet, _ paralogColumn: [Double]) -> CopySet {
    var set = set
    func parts(_ replaced: Int, _ column: [Double]) -> [(column: [Double], count: Int)] {
      var parts = set.units.indices.map { index in
        (
          column: index == replaced ? column : columns[set.units[index].unit],
          count: set.units[index].count
        )
      }
      if let paralogs = set.paralogs { parts.append((paralogColumn, paralogs)) }
      return parts
    }
    for index in set.units.indices {
      var unit = pool[set.units[index].unit]
      let open = openSites(of: unit)
      guard !open.isEmpty else { continue }
      var best = -Double.infinity
      for site in open {
        var choices: [GeneUnit] = []
        if unit.origins[site] == .either {
          for origin in [GeneUnit.Origin.gene, .paralog] {
            var choice = unit
            choice.origins[site] = origin
            choices.append(choice)
          }
        } else {
          for state in 0..<counts.all[site].count
          where unit.accepted[site] & (1 << UInt16(state)) != 0 && isSeen[site][state] {
            var choice = unit
            choice.accepted[site] = 1 << UInt16(state)
            choices.append(choice)
          }
        }
        best = -Double.infinity
        for choice in choices {
          let score = mixture.logLikelihood(parts(index, mixture.column(choice)))
          if score > best { (best, unit) = (score, choice) }
        }
      }
      let number = number(unit, prior: priors[set.units[index].unit])
      set.units[index].unit = number
    }
    set.score = mixture.logLikelihood(parts(-1, [])) + prior(set.units)
    return set
  }

  /// The sites that a unit leaves open and where it matters.
  private func openSites(of unit: GeneUnit) -> [Int] {
    library.table.sites.indices.filter { site in
      if unit.origins[site] == .either {
        return isSeen[site].indices.contains {
          isSeen[site][$0] && $0 != library.table.sites[site].geneState
        }
          || library.table.sites[site].isDifference
      }
      guard unit.origins[site] == .gene, unit.accepted[site].nonzeroBitCount > 1 else {
        return false
      }
      return isSeen[site].indices.filter {
        isSeen[site][$0] && unit.accepted[site] & (1 << UInt16($0)) != 0
      }.count > 1
    }
  }

  private func prior(_ set: [(unit: Int, count: Int)]) -> Double {
    // Further copies of an allele come from duplication, not from another draw; and a hybrid's gene
    // part often from the whole copy beside it.
    set.reduce(0) { sum, part in
      let own = priors[part.unit]
      let isBeside = pool[part.unit].backbone.map { name in
        set.contains { pool[$0.unit].name == name }
      }
      return sum + (isBeside == true ? max(-1, own) : own) - 0.2 * Double(part.count - 1)
    }
  }

  /// The units a hybrid shape can have: one for each backbone that makes a difference.
  private mutating func hybridUnits(_ shape: GeneUnit.Shape) -> [Int] {
    var units: [Int] = []
    for member in library.shapesLike(shape) {
      guard case .hybrid(let index, _) = member.kind else { continue }
      var seen: Set<[UInt16]> = []
      for backbone in backbones(of: member, library.facts.hybrids[index]).prefix(12) {
        guard let unit = library.unit(of: member, backbone: library.gene.alleles[backbone]),
          seen.insert(unit.accepted).inserted, seen.count <= 6, isShown(unit)
        else { continue }
        let isNamed = library.isHybridOnly(library.gene.alleles[backbone])
        units.append(number(unit, prior: isNamed ? -1 : allelePriors[backbone]))
      }
    }
    return units
  }

  /// The alleles a hybrid's gene part may be of, by what was seen, the most common first.
  private func backbones(of shape: GeneUnit.Shape, _ hybrid: HybridGene) -> [Int] {
    let alleles = library.gene.alleles
    let named =
      hybrid.backbones.isEmpty
      ? candidates : alleles.indices.filter { hybrid.backbones.contains(alleles[$0].name) }
    return named.filter { isSupported($0) { !library.isParalog(shape, at: $0) } }
      .sorted {
        allelePriors[$0] != allelePriors[$1] ? allelePriors[$0] > allelePriors[$1] : $0 < $1
      }
  }

  /// Whether a hybrid's own variants were seen at all.
  private func isShown(_ unit: GeneUnit) -> Bool {
    guard case .hybrid(let index, _) = unit.shape.kind else { return true }
    return library.facts.hybrids[index].variants.allSatisfy { variant in
      guard let site = library.table.sites.firstIndex(where: { $0.position == variant.position })
      else { return false }
      return counts.notParalog[site].indices.contains {
        unit.accepted[site] & (1 << UInt16($0)) != 0 && counts.notParalog[site][$0] >= 2
      }
    }
  }

  /// The shapes of which there is a unit that the reads allow, one of each that look alike.
  ///
  /// - Parameter fragments: Of long reads, some of which must run through the switch; nil for pairs of
  ///   short ones, which need not reach from one difference to the next.
  mutating func possibleShapes(_ fragments: [Fragment]?) -> [GeneUnit.Shape] {
    library.shapeClasses.map { $0[0] }.filter { shape in
      (fragments == nil || library.witnesses(of: shape, fragments ?? []) >= 3)
        && !hybridUnits(shape).isEmpty
    }
  }

  /// All multisets of a size from some numbers, with at most so many distinct ones.
  static func multisets(of numbers: [Int], size: Int, distinct: Int) -> [[(unit: Int, count: Int)]]
  {
    var found: [[(unit: Int, count: Int)]] = []
    var current: [(unit: Int, count: Int)] = []
    func extend(_ from: Int, _ left: Int, _ distinctLeft: Int) {
      if left == 0 {
        found.append(current)
        return
      }
      guard distinctLeft > 0 else { return }
      for index in from..<numbers.count {
        for count in 1...left {
          current.append((numbers[index], count))
          extend(index + 1, left - count, distinctLeft - 1)
          current.removeLast()
        }
      }
    }
    extend(0, size, distinct)
    return found
  }

  /// Scores copies by the counts at each site by itself.
  private struct RoughScore {
    private let rows: [(counts: [Double], paralog: [Double])]
    private let shares: [[[Double]]]
    private let paralogs: Double

    init(_ search: AlleleSearch, active: [Int], paralogs: Int) {
      self.paralogs = Double(paralogs)
      rows = active.map { site in
        let all = paralogs > 0 ? search.counts.all[site] : search.counts.notParalog[site]
        let seen = search.counts.paralog[site]
        let base = search.library.paralog[site]
        let sum = Double(seen.reduce(0, +)) + 4
        return (
          all.map(Double.init),
          seen.indices.map { state in
            let bits = Double(max(1, base.nonzeroBitCount))
            let prior = base & (1 << UInt16(state)) != 0 ? 1 / bits : 0
            return (Double(seen[state]) + 4 * prior) / sum
          }
        )
      }
      let paralogShares = rows.map(\.paralog)
      shares = search.pool.map { unit in
        active.enumerated().map { slot, site in
          let count = search.counts.all[site].count
          if unit.origins[site] == .paralog { return paralogShares[slot] }
          let bits = unit.accepted[site]
          return (0..<count).map { state in
            if bits.nonzeroBitCount != 1 {
              // Either will do: what the reads show of those accepted.
              let open = bits == 0 ? UInt16.max : bits
              let row = search.counts.notParalog[site]
              let sum = row.indices.reduce(0) { open & (1 << UInt16($1)) != 0 ? $0 + row[$1] : $0 }
              guard sum > 0, open & (1 << UInt16(state)) != 0 else { return 1 / Double(count) }
              return Double(row[state]) / Double(sum)
            }
            return bits & (1 << UInt16(state)) != 0 ? 1 / Double(bits.nonzeroBitCount) : 0
          }
        }
      }
    }

    func score(_ set: [(unit: Int, count: Int)]) -> Double {
      let total = paralogs + Double(set.reduce(0) { $0 + $1.count })
      var sum = 0.0
      for (slot, row) in rows.enumerated() {
        for state in row.counts.indices where row.counts[state] > 0 {
          var copies = paralogs * row.paralog[state]
          for part in set { copies += Double(part.count) * shares[part.unit][slot][state] }
          sum += row.counts[state] * log(max(0.004, copies / total))
        }
      }
      return 0.7 * sum
    }
  }
}
