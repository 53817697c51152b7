/// Finds differences that this person's gene or paralog does not keep.
///
/// A switch changes the share of the gene's bases on one side for good; a single difference that
/// stands out from its neighbours on both sides is a variant of gene or paralog.
enum UnreliableSites {
  /// For each site whether it is to be left out.
  static func find(_ counts: FragmentCounts, table: SiteTable) -> [Bool] {
    var isLeftOut = [Bool](repeating: false, count: table.sites.count)
    let sites = table.sites.indices.filter { table.sites[$0].isDifference }
    let shares = sites.map { site -> (share: Double, count: Double)? in
      let gene = counts.all[site][table.sites[site].geneState]
      let paralog = table.sites[site].paralogState.map { counts.all[site][$0] } ?? 0
      let all = Double(gene + paralog)
      return all < 8 ? nil : (Double(gene) / all, all)
    }
    for (index, site) in sites.enumerated() {
      guard let own = shares[index] else { continue }
      let before = shares[max(0, index - 4)..<index].compactMap { $0?.share }.sorted()
      let after = shares[(index + 1)..<min(shares.count, index + 5)].compactMap { $0?.share }
        .sorted()
      guard before.count >= 2, after.count >= 2 else { continue }
      let left = before[before.count / 2]
      let right = after[after.count / 2]
      let tolerance = 0.1 + 3 * (0.25 / own.count).squareRoot()
      isLeftOut[site] =
        own.share < min(left, right) - tolerance || own.share > max(left, right) + tolerance
    }
    return isLeftOut
  }
}
