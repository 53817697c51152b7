/// How one named haplotype fits the observed sites.
struct HaplotypeFit {
  /// The index into `Gene.alleles`.
  let allele: Int
  /// The number of observed positions its definition names, less one for each wobble position at
  /// which it can only be showing the reference.
  ///
  /// Zero if no named position was observed.
  let score: Int
  /// A bit for each phase group in whose first places the haplotype fits throughout.
  let first: GroupSet
  /// The same for the second places.
  let second: GroupSet

  /// Nil if some observed site rules the haplotype out.
  init?(_ allele: Int, in table: MatchingTable, at genotypes: GenotypeSites) {
    let named = table.named[allele]
    guard !named.isEmpty else { return nil }
    var first = GroupSet(full: genotypes.groupCount)
    var second = first
    var score = 0
    for site in genotypes.sites {
      let cell = named[site.position]
      if cell != 0 { score += 1 }
      let accepted = cell != 0 ? cell : table.referenceMasks[site.position]
      let fitsFirst = site.first & accepted != 0
      guard let group = site.group else {
        if !fitsFirst { return nil }
        continue
      }
      if !fitsFirst { first.remove(group) }
      if site.second & accepted == 0 { second.remove(group) }
    }
    guard first.isFull(joinedWith: second) else { return nil }
    for site in genotypes.sites where named[site.position].nonzeroBitCount > 1 {
      let others = named[site.position] & ~GenotypeSites.bare
      let canShowOther =
        if let group = site.group {
          (first.contains(group) && site.first & others != 0)
            || (second.contains(group) && site.second & others != 0)
        } else {
          site.first & others != 0
        }
      if !canShowOther { score -= 1 }
    }
    self.allele = allele
    self.score = score
    self.first = first
    self.second = second
  }

  /// Whether the two haplotypes together show exactly what was observed: in every group one fits
  /// the first places and the other the second, or the other way round.
  func complements(_ other: HaplotypeFit) -> Bool {
    first.covers(with: other.second, or: second, with: other.first)
  }
}
