internal import Knowledge

/// How one named haplotype fits the observed sites.
struct HaplotypeFit {
  /// The index into `Gene.alleles`.
  let allele: Int
  /// The number of observed positions its definition names, less one for each wobble position at
  /// which it can only be showing the reference. Zero if no named position was observed.
  let score: Int
  /// A bit for each phase group in whose first places the haplotype fits throughout.
  let first: GroupSet
  /// The same for the second places.
  let second: GroupSet

  /// Nil if some observed site rules the haplotype out.
  init?(_ index: Int, of gene: Gene, at genotypes: GenotypeSites, reference: [UInt16]) {
    let allele = gene.alleles[index]
    guard !allele.cells.isEmpty else { return nil }
    var named = [UInt16](repeating: 0, count: gene.positions.count)
    for cell in allele.cells { named[cell.position] = cell.accepted }
    var first = GroupSet(full: genotypes.groupCount)
    var second = first
    var score = 0
    for site in genotypes.sites {
      let cell = named[site.position]
      if cell != 0 { score += 1 }
      let accepted = cell != 0 ? cell : reference[site.position]
      let fitsFirst = site.first & accepted != 0
      let fitsSecond = site.second & accepted != 0
      guard let group = site.group else {
        if !fitsFirst { return nil }
        continue
      }
      if !fitsFirst { first.remove(group) }
      if !fitsSecond { second.remove(group) }
    }
    guard first.isFull(joinedWith: second) else { return nil }
    for site in genotypes.sites where named[site.position].nonzeroBitCount > 1 {
      let bare = GenotypeSites.bare
      let canShowOther: Bool
      if let group = site.group {
        canShowOther =
          (first.contains(group) && site.first & named[site.position] & ~bare != 0)
          || (second.contains(group) && site.second & named[site.position] & ~bare != 0)
      } else {
        canShowOther = site.first & named[site.position] & ~bare != 0
      }
      if !canShowOther { score -= 1 }
    }
    self.allele = index
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

extension GenotypeSites {
  /// The mask of the GRCh38 reference allele.
  static let bare: UInt16 = 1
}

/// A set of phase groups.
struct GroupSet {
  private var words: [UInt64]
  private let full: [UInt64]

  /// All groups from 0 to `count` - 1.
  init(full count: Int) {
    var words = [UInt64](repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
    self.words = words
    full = words
  }

  mutating func remove(_ group: Int) { words[group / 64] &= ~(1 << UInt64(group % 64)) }

  func contains(_ group: Int) -> Bool { words[group / 64] >> UInt64(group % 64) & 1 == 1 }

  func isFull(joinedWith other: GroupSet) -> Bool {
    words.indices.allSatisfy { words[$0] | other.words[$0] == full[$0] }
  }

  func covers(with a: GroupSet, or b: GroupSet, with c: GroupSet) -> Bool {
    words.indices.allSatisfy {
      (words[$0] & a.words[$0]) | (b.words[$0] & c.words[$0]) == full[$0]
    }
  }
}
