public import Evidence
internal import Knowledge

/// Calls star alleles from evidence, by the method the gene's own rules name.
public struct StarAlleleCaller: Sendable {
  /// Makes a caller; it has no state.
  public init() {}

  /// Calls one gene in one sample.
  public func call(_ evidence: GeneEvidence) -> GeneCall {
    let gene = evidence.gene
    var call = GeneCall(gene: gene.symbol, status: .notCalled(.needsOutsideCall))
    call.evidence = evidence.positions
    guard gene.calling.method != .outsideOnly else { return call }
    let genotypes = GenotypeSites(evidence)
    call.missing = genotypes.missing
    call.notes = genotypes.notes
    call.isPhased = genotypes.isPhasedThroughout
    guard !genotypes.sites.isEmpty else {
      call.status = .notCalled(.noData)
      return call
    }
    if genotypes.isHemizygosityUncertain { call.notes.append(.hemizygosityUncertain) }
    switch gene.calling.method {
    case .lowestFunction: LowestFunctionCaller(gene: gene).complete(&call, genotypes)
    default: completeDiplotype(&call, gene, genotypes)
    }
    return call
  }

  private func completeDiplotype(
    _ call: inout GeneCall, _ gene: Gene, _ genotypes: GenotypeSites
  ) {
    let search = DiplotypeSearch(gene: gene, genotypes: genotypes)
    let pairs = search.pairs()
    call.compatible = search.diplotypes(of: pairs)
    if call.compatible.count > 1 {
      call.deciding = decidingPositions(
        gene: gene, missing: genotypes.missing,
        candidates: Set(pairs.flatMap { [$0.alleles.0, $0.alleles.1].compactMap(\.self) }).sorted())
    }
    let required = Set(gene.calling.requiredPositions).intersection(genotypes.missing)
    if case .structural = gene.calling.method {
      call.status = .notCalled(.needsStructure(gene.calling.caveat ?? ""))
      return
    }
    guard required.isEmpty else {
      call.status = .notCalled(.requiredPositionMissing(required.sorted()))
      return
    }
    guard genotypes.halfCalls.isEmpty else {
      call.status = .notCalled(.halfCall(genotypes.halfCalls))
      return
    }
    var top = search.diplotypes(of: search.best(of: pairs))
    if !gene.calling.unphasedPriorities.isEmpty, !genotypes.isEffectivelyPhased {
      top = search.diplotypes(of: pairs.filter(\.isCallable))
      if let group = gene.calling.unphasedPriorities.first(where: { group in
        group.allSatisfy { name in top.contains { String(describing: $0) == name } }
      }), let pick = top.first(where: { String(describing: $0) == group.first }) {
        call.notes.append(.prioritised(over: top.filter { $0 != pick }))
        top = [pick]
      }
    }
    call.diplotypes = top
    call.lookup = top
    switch top.count {
    case 0:
      call.status = .notCalled(.noMatch)
      inferFromFallback(&call, gene)
    case 1: call.status = .called
    default: call.status = .ambiguous
    }
  }

  /// Reads the haplotypes off the gene's fallback position, if it has one with data.
  private func inferFromFallback(_ call: inout GeneCall, _ gene: Gene) {
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
    let order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
    call.lookup = [
      names.count == 2 ? order.diplotype(first, names[1]) : Diplotype(first: first, second: nil)
    ]
    call.isLookupInferred = true
    call.notes.append(.inferredFromPosition(fallback.position))
  }
}
