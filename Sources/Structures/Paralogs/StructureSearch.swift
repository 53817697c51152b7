internal import Foundation
internal import Knowledge

/// Finds the numbers of copies that fit the depth and the shares of the gene's bases.
///
/// At each group of differences the share of fragments with the gene's bases is that of the copies
/// which are the gene's there (described by Chen et al. 2021, doi:10.1038/s41397-020-00205-5); a
/// change of the share along the gene is a hybrid's switch.
struct StructureSearch {
  let library: UnitLibrary
  let counts: FragmentCounts

  /// The structures within `margin` of the best, best first.
  func structures(
    of shapes: [GeneUnit.Shape], depth: ObservedDepth?, margin: Double, limit: Int
  ) -> [(Structure, Double)] {
    let groups = counts.groups.filter { $0.gene + $0.paralog > 0 }
    let isParalog = shapes.map { shape in
      groups.map { library.isParalog(shape, at: $0.sites.lowerBound) }
    }
    var found: [(Structure, Double)] = []
    var best = -Double.infinity
    let totals = depth?.plausibleTotals
    var copies = [Int](repeating: 0, count: groups.count)
    func tryAll(_ hybrids: [Structure.Hybrid], _ indices: [Int]) {
      for slot in copies.indices { copies[slot] = 0 }
      var hybridCount = 0
      for (hybrid, index) in zip(hybrids, indices) {
        hybridCount += hybrid.count
        for slot in copies.indices where !isParalog[index][slot] { copies[slot] += hybrid.count }
      }
      let paralogRange = depth == nil ? 0...0 : 0...4
      for paralogs in paralogRange {
        let geneRange: ClosedRange<Int>
        if let totals {
          let low = max(0, totals.lowerBound - paralogs - hybridCount)
          let high = totals.upperBound - paralogs - hybridCount
          guard high >= low else { continue }
          geneRange = low...high
        } else {
          geneRange = max(0, 2 - hybridCount)...2
        }
        for genes in geneRange where genes + paralogs + hybridCount > 0 {
          let structure = Structure(paralogs: paralogs, genes: genes, hybrids: hybrids)
          var score = prior(structure, isMeasured: depth != nil)
          if let depth {
            score += depth.logLikelihood(total: structure.total, spacers: structure.spacers)
            if score < best - margin { continue }
          }
          score +=
            (depth == nil ? 0.1 : 1) * counts.groupWeight
            * shares(structure.total, genes, copies, groups)
          if score >= best - margin { found.append((structure, score)) }
          best = max(best, score)
        }
      }
    }
    tryAll([], [])
    for one in shapes.indices {
      for count in 1...4 {
        let first = Structure.Hybrid(shape: shapes[one], count: count)
        tryAll([first], [one])
        for other in shapes.indices where other > one && count <= 3 {
          for otherCount in 1...(count == 1 ? 3 : 2) {
            tryAll(
              [first, Structure.Hybrid(shape: shapes[other], count: otherCount)], [one, other])
          }
        }
      }
    }
    let kept = found.filter { $0.1 >= best - margin }.sorted { $0.1 > $1.1 }
    return Array(kept.prefix(limit))
  }

  private func shares(
    _ total: Int, _ genes: Int, _ copies: [Int],
    _ groups: [(sites: ClosedRange<Int>, gene: Int, paralog: Int)]
  ) -> Double {
    var sum = 0.0
    for (slot, group) in groups.enumerated() {
      let share = min(0.99, max(0.01, Double(genes + copies[slot]) / Double(total)))
      sum += Double(group.gene) * log(share) + Double(group.paralog) * log(1 - share)
    }
    // Measured against the shares seen, so that scores of different data compare.
    for group in groups {
      let all = Double(group.gene + group.paralog)
      let share = min(0.99, max(0.01, Double(group.gene) / all))
      sum -= Double(group.gene) * log(share) + Double(group.paralog) * log(1 - share)
    }
    return sum
  }

  /// Prefers fewer hybrids, and one whole paralog or paralog-led hybrid on each chromosome.
  func prior(_ structure: Structure, isMeasured: Bool) -> Double {
    var score = 0.0
    var leading = structure.paralogs
    var ends = structure.genes
    var open = 0
    var sides: Set<HybridGene.Side> = []
    for hybrid in structure.hybrids {
      guard case .hybrid(let index, _) = hybrid.shape.kind else { continue }
      sides.insert(library.facts.hybrids[index].paralogSide)
      score -= 3 + 0.5 * Double(hybrid.count - 1)
      if library.facts.hybrids[index].paralogSide == .above { leading += hybrid.count }
      if hybrid.shape.hasSpacer, !library.facts.hybrids[index].standsAlone {
        open += hybrid.count
      } else {
        ends += hybrid.count
      }
    }
    if isMeasured { score -= 4 * Double(abs(leading - 2)) }
    if open > 0, ends == 0 { score -= 6 }
    // Hybrids of both kinds can stand in for a whole gene and a whole paralog.
    if sides.count > 1 { score -= 4 }
    return score
  }
}
