internal import Evidence
internal import Knowledge

/// The observed defining positions of one gene in one sample, ready for matching.
///
/// Alleles are bit masks over `DefiningPosition.alleles`, so a wobble in a definition and an
/// unknown half call are both one AND. Heterozygous sites fall into phase groups: within a group
/// the order of alleles is fixed, between groups it is free.
struct GenotypeSites {
  struct Site {
    /// The index into `Gene.positions`.
    let position: Int
    /// The allele in first place.
    let first: UInt16
    /// The allele in second place; the same as `first` where the person has one copy.
    let second: UInt16
    /// The phase group; nil where both alleles are the same.
    var group: Int?
    /// Whether the two alleles are tied to other sites by real phase information.
    let isPhased: Bool
  }

  private(set) var sites: [Site] = []
  private(set) var groupCount = 0
  /// Whether the person shows a single copy of the gene.
  private(set) var isHaploid = false
  /// Whether an X-linked gene is spelled diploid and homozygous throughout.
  private(set) var isHemizygosityUncertain = false
  /// Positions with a half call.
  private(set) var halfCalls: [Int] = []
  /// Defining positions with no data.
  private(set) var missing: [Int] = []
  private(set) var notes: [CallNote] = []

  init(_ evidence: GeneEvidence, _ table: MatchingTable) {
    let gene = table.gene
    var singles = 0
    var isHeterozygous = false
    for (index, facts) in gene.positions.enumerated() where facts.role == .defining {
      switch evidence.positions[index] {
      case .observed(let value):
        if value.alleles.count == 1 { singles += 1 }
        isHeterozygous = isHeterozygous || value.isHeterozygous
      case .noData(let reason):
        missing.append(index)
        if reason.setsAsideVariant { notes.append(.variantSetAside(position: index)) }
      }
    }
    isHaploid = singles > 0 && !isHeterozygous
    var groups: [GroupKey: Int] = [:]
    sites.reserveCapacity(gene.positions.count)
    for (index, facts) in gene.positions.enumerated() where facts.role == .defining {
      guard case .observed(let value) = evidence.positions[index] else { continue }
      let first = mask(of: value.alleles[0], at: index, table)
      let second =
        if value.alleles.count > 1 {
          mask(of: value.alleles[1], at: index, table)
        } else {
          isHaploid ? first : UInt16.max
        }
      var group: Int?
      if first != second {
        let key = GroupKey(value.phase, position: index)
        group = groups[key] ?? groups.count
        groups[key] = group
      }
      sites.append(
        Site(
          position: index, first: first, second: second, group: group,
          isPhased: value.phase != .unphased))
    }
    isHemizygosityUncertain =
      gene.inheritance == .chromosomeX && singles == 0 && !isHeterozygous && !sites.isEmpty
    groupCount = groups.count
  }

  /// The mask of an observed allele; notes what no definition lists.
  private mutating func mask(
    of allele: ObservedAllele, at position: Int, _ table: MatchingTable
  ) -> UInt16 {
    switch allele {
    case .documented(let index): return 1 << UInt16(index)
    case .unknown:
      if !halfCalls.contains(position) { halfCalls.append(position) }
      return .max
    case .undocumented(let text):
      let counts = table.gene.calling.undocumentedCountsAsReference
      let note: CallNote =
        counts
        ? .undocumentedCountedAsReference(position: position, allele: text)
        : .undocumented(position: position, allele: text)
      if !notes.contains(note) { notes.append(note) }
      return counts ? table.referenceMasks[position] : 0
    }
  }

  /// Whether at most one orientation is free, so that every diplotype is determined.
  var isEffectivelyPhased: Bool { groupCount <= 1 }

  /// Whether every heterozygous site carries phase information.
  var isPhasedThroughout: Bool { sites.allSatisfy { $0.group == nil || $0.isPhased } }

  /// Puts two heterozygous sites whose relative phase is unknown into one group, alternate with
  /// alternate; the order within the pair is given by the masks to put first.
  mutating func join(_ one: Int, _ other: Int) {
    guard let i = sites.firstIndex(where: { $0.position == one }),
      let j = sites.firstIndex(where: { $0.position == other }),
      let keep = sites[i].group, let drop = sites[j].group, keep != drop,
      !(sites[i].isPhased && sites[j].isPhased)
    else { return }
    let needsFlip = (sites[i].first < sites[i].second) != (sites[j].first < sites[j].second)
    for index in sites.indices where sites[index].group == drop {
      let site = sites[index]
      sites[index] = Site(
        position: site.position, first: needsFlip ? site.second : site.first,
        second: needsFlip ? site.first : site.second, group: keep, isPhased: site.isPhased)
    }
    let last = groupCount - 1
    for index in sites.indices where sites[index].group == last { sites[index].group = drop }
    groupCount = last
  }

  private enum GroupKey: Hashable {
    case contig
    case phaseSet(Int)
    case site(Int)

    init(_ phase: Phase, position: Int) {
      self =
        switch phase {
        case .unphased: .site(position)
        case .phased: .contig
        case .phaseSet(let number): .phaseSet(number)
        }
    }
  }
}

extension GenotypeSites {
  /// The mask of the GRCh38 reference allele.
  static let bare: UInt16 = 1
}
