internal import Genome
internal import Knowledge

/// Joins the phase that records state with the phase that reads show.
///
/// Sets that share a heterozygous position become one. Where reads surely say otherwise than the
/// records within one of their sets, that set is cut between the two positions, as which of them errs
/// can't be told from here; the reads' set is cut off from the positions the records phase, and the
/// contradiction is told.
struct PhaseReconciliation {
  private let variants: GeneEvidence
  private let reads: GeneEvidence
  private let policy: ReadPolicy
  private let places: [Int]

  init(variants: GeneEvidence, reads: GeneEvidence, policy: ReadPolicy, assembly: Assembly) {
    self.variants = variants
    self.reads = reads
    self.policy = policy
    places = variants.gene.positions.map { $0.locus(on: assembly)?.position.value ?? 0 }
  }

  /// Enters the joined phase into evidence whose positions are merged already.
  func complete(_ merged: inout GeneEvidence) {
    guard let phase = reads.readPhase else { return }
    let sites = merged.positions.indices.filter { merged.positions[$0].isHeterozygous }
      .sorted { (places[$0], $0) < (places[$1], $1) }
    let numbers = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1, $0) })
    var joins = PhaseJoining(count: sites.count)
    joinRecords(sites, &joins)
    let recorded = joins
    var cuts: [ClosedRange<Int>] = []
    /// Whether a position's order is the reverse of the reads'; nil if its alleles are others.
    func turned(_ position: Int) -> Bool? {
      guard numbers[position] != nil, case .observed(let ours) = merged.positions[position],
        case .observed(let theirs) = reads.positions[position]
      else { return nil }
      if ours.alleles == theirs.alleles { return false }
      return ours.alleles == theirs.alleles.reversed() ? true : nil
    }
    /// Whether records join two positions and the reads' set has them the other way round.
    func contradicts(_ one: Int, _ other: Int) -> Bool {
      guard let a = numbers[one], let b = numbers[other], recorded.areJoined(a, b) else {
        return false
      }
      return turned(one) != turned(other)
    }
    var links: [ReadPhase.Link] = []
    var sets: [[Int]] = []
    for group in phase.sets {
      var members = group.positions.filter { turned($0) != nil }
      let contradictions = phase.links.filter { link in
        link.confidence >= policy.minimumPhaseConfidence && members.contains(link.first)
          && members.contains(link.second) && contradicts(link.first, link.second)
      }
      links += contradictions
      cuts += contradictions.compactMap { link in
        guard let a = numbers[link.first], let b = numbers[link.second] else { return nil }
        return min(a, b)...max(a, b)
      }
      let isWhole = members.allSatisfy { one in members.allSatisfy { !contradicts(one, $0) } }
      if !isWhole { members.removeAll { recordPhase(at: $0) != .unphased } }
      sets.append(members)
    }
    if !cuts.isEmpty {
      joins = PhaseJoining(count: sites.count)
      joinRecords(sites, cut: cuts, &joins)
    }
    for members in sets {
      guard let lead = members.first, let start = numbers[lead] else { continue }
      for other in members.dropFirst() {
        guard let number = numbers[other] else { continue }
        joins.join(start, number, isFlipped: turned(lead) != turned(other))
      }
    }
    let groups = joins.groups.map { group in group.map { sites[$0] } }
    let cutPhases = Set(cuts.flatMap { $0.map { recordPhase(at: sites[$0]) } })
    let names = names(of: groups, cut: cutPhases)
    for (group, name) in zip(groups, names) {
      let lead =
        group.first { recordPhase(at: $0) == .phased }
        ?? group.first { recordPhase(at: $0) != .unphased } ?? group[0]
      for member in group {
        guard let a = numbers[member], let b = numbers[lead] else { continue }
        merged.positions[member].setPhase(name, isFlipped: joins.isFlipped(a, against: b))
      }
    }
    merged.readPhase = ReadPhase(
      sets: zip(groups, names).compactMap { group, name in
        guard group.count > 1 else { return nil }
        let number = if case .phaseSet(let number) = name { number } else { places[group[0]] }
        return .init(number: number, positions: group)
      },
      links: phase.links,
      gaps: zip(sites.indices, sites.indices.dropFirst()).filter { one, other in
        !joins.areJoined(one, other) && !cuts.contains { $0.contains(one) && $0.contains(other) }
      }.map { one, other in
        .init(
          first: sites[one], second: sites[other],
          distance: places[sites[other]] - places[sites[one]])
      },
      contradictions: links)
  }

  /// Joins the positions that the records' own phase joins, except across a cut, which goes from one
  /// number of `sites` to another.
  private func joinRecords(
    _ sites: [Int], cut: [ClosedRange<Int>] = [], _ joins: inout PhaseJoining
  ) {
    var last: [Phase: Int] = [:]
    for (number, position) in sites.enumerated() {
      let phase = recordPhase(at: position)
      guard phase != .unphased else { continue }
      if let before = last[phase],
        !cut.contains(where: { $0.contains(before) && $0.contains(number) })
      {
        joins.join(before, number, isFlipped: false)
      }
      last[phase] = number
    }
  }

  /// The phase the records state at a heterozygous position whose alleles were kept.
  private func recordPhase(at position: Int) -> Phase {
    guard case .observed(let observation) = variants.positions[position],
      observation.isHeterozygous
    else { return .unphased }
    return observation.phase
  }

  /// What each group's phase is called: as the records call it, unless that set was cut, else by its
  /// first place, moved on where a set of the records has that number.
  private func names(of groups: [[Int]], cut: Set<Phase>) -> [Phase] {
    var taken: Set<Int> = []
    let recorded = groups.map { group -> Phase? in
      let phases = group.map(recordPhase).filter { $0 != .unphased && !cut.contains($0) }
      if phases.contains(.phased) { return .phased }
      let numbers = phases.compactMap { if case .phaseSet(let number) = $0 { number } else { nil } }
      taken.formUnion(numbers)
      return numbers.min().map { .phaseSet($0) }
    }
    return zip(groups, recorded).map { group, name in
      if let name { return name }
      guard group.count > 1 else { return .unphased }
      var number = places[group[0]]
      while !taken.insert(number).inserted { number += 1 }
      return .phaseSet(number)
    }
  }
}

extension PositionEvidence {
  /// Whether two different alleles were observed.
  var isHeterozygous: Bool {
    if case .observed(let observation) = self { observation.isHeterozygous } else { false }
  }
}
