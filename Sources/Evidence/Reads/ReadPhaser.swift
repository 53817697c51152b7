internal import Glibc

/// Ties the heterozygous positions of one gene together by the fragments that reach two of them.
///
/// For each pair of positions the likelihoods of the two phases are weighed over their common
/// fragments, as a haplotype assembler does (Patterson et al. 2015, doi:10.1089/cmb.2014.0157,
/// weigh the same errors). The surest pairs are joined first.
struct ReadPhaser {
  private let policy: ReadPolicy
  private var sites: [Site] = []

  private struct Site {
    let position: Int
    let place: Int
    /// By template in ascending order: the chance of the fragment under the first allele and the
    /// second.
    let fragments: [(template: UInt64, first: Double, second: Double)]
  }

  init(policy: ReadPolicy) { self.policy = policy }

  /// Takes in a heterozygous position.
  mutating func add(
    position: Int, place: Int, alleles: [ObservedAllele], _ likelihoods: SiteLikelihoods
  ) {
    guard let first = likelihoods.alleles.firstIndex(of: alleles[0]),
      let second = likelihoods.alleles.firstIndex(of: alleles[1])
    else { return }
    let fragments = likelihoods.fragments.enumerated().map { index, fragment in
      let row = likelihoods[index]
      return (fragment.template, row[row.startIndex + first], row[row.startIndex + second])
    }
    sites.append(Site(position: position, place: place, fragments: fragments))
  }

  /// Enters the phase into a gene's evidence: heterozygous positions that are tied get a phase set,
  /// named for the place of its first position, and their alleles the same order.
  func complete(_ evidence: inout GeneEvidence) {
    guard sites.count > 1 else { return }
    let ordered = sites.sorted { ($0.place, $0.position) < ($1.place, $1.position) }
    var joins = PhaseJoining(count: ordered.count)
    var edges: [(one: Int, other: Int, isCis: Bool, link: ReadPhase.Link)] = []
    for one in ordered.indices {
      for other in (one + 1)..<ordered.count {
        if let (isCis, link) = link(ordered[one], ordered[other]) {
          edges.append((one, other, isCis, link))
        }
      }
    }
    let sure = edges.filter {
      $0.link.agreeing >= policy.minimumPhaseFragments
        && $0.link.confidence >= policy.minimumPhaseConfidence
        && Double($0.link.disagreeing)
          <= policy.maximumPhaseDisagreement * Double($0.link.agreeing + $0.link.disagreeing)
    }
    for edge in sure.sorted(by: Self.isSurer) {
      joins.join(edge.one, edge.other, isFlipped: !edge.isCis)
    }
    var phase = ReadPhase(sets: [], links: edges.map(\.link))
    for group in joins.groups where group.count > 1 {
      let number = ordered[group[0]].place
      phase.sets.append(.init(number: number, positions: group.map { ordered[$0].position }))
      for member in group {
        let isFlipped = joins.isFlipped(member, against: group[0])
        evidence.positions[ordered[member].position].setPhase(
          .phaseSet(number), isFlipped: isFlipped)
      }
    }
    for (one, other) in zip(ordered.indices, ordered.indices.dropFirst())
    where !joins.areJoined(one, other) {
      phase.gaps.append(
        .init(
          first: ordered[one].position, second: ordered[other].position,
          distance: ordered[other].place - ordered[one].place))
    }
    evidence.readPhase = phase
  }

  private static func isSurer(
    _ one: (one: Int, other: Int, isCis: Bool, link: ReadPhase.Link),
    _ other: (one: Int, other: Int, isCis: Bool, link: ReadPhase.Link)
  ) -> Bool {
    (-one.link.confidence, -one.link.agreeing, one.one, one.other)
      < (-other.link.confidence, -other.link.agreeing, other.one, other.other)
  }

  /// What the fragments two positions share say; nil if there are none that tell.
  private func link(_ one: Site, _ other: Site) -> (isCis: Bool, link: ReadPhase.Link)? {
    var (i, j) = (0, 0)
    var odds = 0.0
    var (cis, trans) = (0, 0)
    while i < one.fragments.count, j < other.fragments.count {
      let (left, right) = (one.fragments[i], other.fragments[j])
      if left.template != right.template {
        if left.template < right.template { i += 1 } else { j += 1 }
        continue
      }
      i += 1
      j += 1
      let together = (left.first * right.first + left.second * right.second) / 2
      let apart = (left.first * right.second + left.second * right.first) / 2
      let chance = policy.phaseErrorPerFragment
      let mixed = chance * (together + apart) / 2
      let ratio = log10(
        ((1 - chance) * together + mixed) / max((1 - chance) * apart + mixed, 1e-300))
      odds += ratio
      if ratio > 0.5 { cis += 1 } else if ratio < -0.5 { trans += 1 }
    }
    guard cis + trans > 0 else { return nil }
    let isCis = odds >= 0
    return (
      isCis,
      ReadPhase.Link(
        first: one.position, second: other.position, agreeing: isCis ? cis : trans,
        disagreeing: isCis ? trans : cis,
        confidence: Int(min(abs(odds) * 10, 999).rounded(.down)))
    )
  }
}

extension PositionEvidence {
  /// Sets the phase of an observation, and swaps its alleles if asked to.
  mutating func setPhase(_ phase: Phase, isFlipped: Bool) {
    guard case .observed(var observation) = self else { return }
    observation.phase = phase
    if isFlipped { observation.alleles.reverse() }
    self = .observed(observation)
  }
}
