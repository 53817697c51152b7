internal import Evidence
internal import Knowledge

/// Calls genes whose haplotypes are named whole: the best-scoring pairs, ties and all.
struct DiplotypeCaller {
  private let table: MatchingTable
  private var gene: Gene { table.gene }

  init(_ table: MatchingTable) { self.table = table }

  func complete(_ call: inout GeneCall, _ genotypes: GenotypeSites) {
    let search = DiplotypeSearch(table, genotypes)
    call.compatible = search.diplotypes(of: search.pairs)
    if call.compatible.count > 1 {
      call.deciding = table.decidingPositions(
        missing: genotypes.missing, candidates: search.candidates)
    }
    if gene.calling.method == .structural {
      call.status = .notCalled(.needsStructure(gene.calling.caveat ?? ""))
      return
    }
    let required = Set(gene.calling.requiredPositions).intersection(genotypes.missing)
    guard required.isEmpty else {
      call.status = .notCalled(.requiredPositionMissing(required.sorted()))
      return
    }
    guard genotypes.halfCalls.isEmpty else {
      call.status = .notCalled(.halfCall(genotypes.halfCalls))
      return
    }
    call.diplotypes = ranked(search, genotypes, notes: &call.notes)
    call.lookup = call.diplotypes
    switch call.diplotypes.count {
    case 0:
      call.status = .notCalled(.noMatch)
      call.components = ChromosomeReading(table).components(genotypes)
      inferFromFallback(&call)
    case 1: call.status = .called
    default: call.status = .ambiguous
    }
  }

  /// The top-ranked diplotypes; where the gene has a priority list and phase leaves a choice, the
  /// one the list prefers.
  private func ranked(
    _ search: DiplotypeSearch, _ genotypes: GenotypeSites, notes: inout [CallNote]
  ) -> [Diplotype] {
    guard !gene.calling.unphasedPriorities.isEmpty, !genotypes.isEffectivelyPhased else {
      return search.diplotypes(of: search.best)
    }
    let all = search.diplotypes(of: search.pairs.lazy.filter(\.isCallable))
    let byName = Dictionary(
      all.map { (String(describing: $0), $0) }, uniquingKeysWith: { one, _ in one })
    let group = gene.calling.unphasedPriorities.first { group in
      group.allSatisfy { byName[$0] != nil }
    }
    guard let pick = group?.first.flatMap({ byName[$0] }) else { return all }
    notes.append(.prioritised(over: all.filter { $0 != pick }))
    return [pick]
  }

  /// Reads the haplotypes off the gene's fallback position, if it has one with data.
  private func inferFromFallback(_ call: inout GeneCall) {
    guard let fallback = gene.calling.fallback,
      case .observed(let observation) = call.evidence[fallback.position]
    else { return }
    let names = observation.alleles.compactMap { allele -> String? in
      guard case .documented(let index) = allele, fallback.haplotypes.indices.contains(index) else {
        return nil
      }
      return fallback.haplotypes[index]
    }
    guard names.count == observation.alleles.count, let first = names.first else { return }
    call.lookup = [
      names.count == 2
        ? table.order.diplotype(first, names[1]) : Diplotype(first: first, second: nil)
    ]
    call.isLookupInferred = true
    call.notes.append(.inferredFromPosition(fallback.position))
  }
}
