internal import Genome
internal import Knowledge

/// Finds the fewest heterozygous positions whose phase tells apart what should be told apart.
///
/// Two pairs of haplotypes agree in the phase of some positions if one can put the same alleles on
/// the same chromosomes as the other, or all of them the other way round. So a set of positions
/// separates them if it meets the positions where they differ one way and those where they differ
/// the other way.
struct DecidingPhaseSearch {
  private let table: MatchingTable
  private let sites: [SharedGenotype.Site]

  /// Makes a search over the heterozygous positions of a genotype.
  init(_ table: MatchingTable, _ genotype: SharedGenotype) {
    self.table = table
    sites = genotype.sites.filter(\.isHeterozygous)
  }

  /// The positions that separate every two pairs of different meaning.
  func positions(separating pairs: [(pair: AllelePair, meaning: Int)]) -> DecidingPhase {
    let shown = pairs.map { orientations(of: $0.pair) }
    var demands: Set<[Int]> = []
    for (index, left) in pairs.enumerated() {
      for later in (index + 1)..<pairs.count where pairs[later].meaning != left.meaning {
        let (one, other) = (shown[index], shown[later])
        demands.insert(sites.indices.filter { one[$0].isDisjoint(with: other[$0]) })
        demands.insert(sites.indices.filter { one[$0].isDisjoint(with: other[$0].flipped) })
      }
    }
    guard !demands.contains([]), !demands.isEmpty else { return .never }
    let useful = Set(demands.joined()).sorted()
    for size in 2...max(2, min(useful.count, Self.mostTogether)) {
      let fitting = useful.subsets(of: size).filter { chosen in
        demands.allSatisfy { demand in chosen.contains { demand.contains($0) } }
      }
      if let best = fitting.min(by: { span(of: $0) < span(of: $1) }) { return found(best) }
    }
    return found(enough(of: useful, for: demands))
  }

  /// Up to this many positions, the fewest are looked for; above, a few that will do.
  private static let mostTogether = 4

  /// Positions that meet every demand, the most demanded first, none of them idle.
  private func enough(of useful: [Int], for demands: Set<[Int]>) -> [Int] {
    var chosen: [Int] = []
    var open = demands
    while !open.isEmpty {
      let most = useful.max { left, right in
        (open.count { $0.contains(left) }, right) < (open.count { $0.contains(right) }, left)
      }
      guard let most else { break }
      chosen.append(most)
      open = open.filter { !$0.contains(most) }
    }
    for site in chosen {
      let rest = chosen.filter { $0 != site }
      if demands.allSatisfy({ demand in rest.contains { demand.contains($0) } }) { chosen = rest }
    }
    return chosen.sorted()
  }

  private func found(_ chosen: [Int]) -> DecidingPhase {
    .between(chosen.map { sites[$0].position })
  }

  /// From the first of the positions to the last, in bases.
  private func span(of chosen: [Int]) -> Int {
    let places = chosen.map { table.gene.positions[sites[$0].position].grch38.position.value }
    return (places.max() ?? 0) - (places.min() ?? 0)
  }

  /// For each site, which way round a pair can show its alleles.
  private func orientations(of pair: AllelePair) -> [Orientations] {
    sites.map { site in
      let (one, other) = (
        table.required(pair.one, at: site.position), table.required(pair.other, at: site.position)
      )
      let (first, second) = (UInt16(1) << UInt16(site.first), UInt16(1) << UInt16(site.second ?? 0))
      var found: Orientations = []
      if one & first != 0, other & second != 0 { found.insert(.asListed) }
      if one & second != 0, other & first != 0 { found.insert(.reversed) }
      return found
    }
  }

  /// The ways round in which two haplotypes can show the two alleles of a site.
  private struct Orientations: OptionSet {
    let rawValue: UInt8
    static let asListed = Orientations(rawValue: 1)
    static let reversed = Orientations(rawValue: 2)

    /// The same with the chromosomes exchanged.
    var flipped: Orientations {
      Orientations(rawValue: (rawValue & 1) << 1 | rawValue >> 1)
    }
  }
}

extension [Int] {
  /// Every subset of a size, in order.
  fileprivate func subsets(of size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return indices.flatMap { index in
      Array(self[(index + 1)...]).subsets(of: size - 1).map { [self[index]] + $0 }
    }
  }
}
