internal import Evidence
internal import Knowledge

/// The variants of a gene that reads hint at without telling.
///
/// Their positions have no data, so matching leaves them open and would rank the haplotypes without the
/// variant first. What the variant would make of the call is therefore added to it.
struct ReadDoubts {
  private let evidence: GeneEvidence
  /// Positions and the genotypes each may have.
  private let doubts: [(position: Int, genotypes: [[ObservedAllele]])]
  /// More doubtful positions than these are looked at together only.
  private static let mostAlone = 8

  /// The doubts of a gene; nil if there are none.
  init?(_ evidence: GeneEvidence, gene: Gene) {
    self.evidence = evidence
    doubts = gene.positions.indices.compactMap { index in
      guard gene.positions[index].role == .defining, evidence.positions.indices.contains(index),
        case .noData(let reason) = evidence.positions[index]
      else { return nil }
      let genotypes = reason.doubtfulGenotypes
      return genotypes.isEmpty ? nil : (index, genotypes)
    }
    if doubts.isEmpty { return nil }
  }

  /// Adds the diplotypes of every doubtful genotype to a call; one that changes is ambiguous.
  ///
  /// Each position is tried alone, with each of its genotypes, and all together, with the likeliest.
  func widen(_ call: inout GeneCall, calling: (GeneEvidence) -> GeneCall) {
    switch call.status {
    case .called, .ambiguous: break
    case .notCalled, .outside: return
    }
    guard !call.diplotypes.isEmpty else { return }
    for other in alternatives.map(calling) {
      if case .notCalled = other.status {
        call.status = .ambiguous
        continue
      }
      if other.diplotypes.contains(where: { !call.diplotypes.contains($0) }) {
        call.status = .ambiguous
      }
      call.diplotypes += other.diplotypes.filter { !call.diplotypes.contains($0) }
      call.lookup += other.lookup.filter { !call.lookup.contains($0) }
      call.compatible += other.compatible.filter { !call.compatible.contains($0) }
      call.isLookupInferred = call.isLookupInferred || other.isLookupInferred
    }
  }

  /// The evidence with doubtful genotypes taken for seen.
  private var alternatives: [GeneEvidence] {
    var found: [GeneEvidence] = []
    if doubts.count <= Self.mostAlone {
      for (position, genotypes) in doubts {
        for genotype in genotypes { found.append(evidence(with: [(position, genotype)])) }
      }
    }
    if doubts.count > 1 {
      found.append(
        evidence(
          with: doubts.compactMap { doubt in
            doubt.genotypes.first.map { (doubt.position, $0) }
          }))
    }
    return found
  }

  private func evidence(with seen: [(position: Int, genotype: [ObservedAllele])]) -> GeneEvidence {
    var changed = evidence
    for (position, genotype) in seen {
      guard case .noData(.reads(_, let support)) = evidence.positions[position] else { continue }
      changed.positions[position] = .observed(
        Observation(alleles: genotype, phase: .unphased, basis: .reads(support)))
    }
    return changed
  }
}
