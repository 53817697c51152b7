public import Evidence
public import Knowledge

/// Calls star alleles from evidence, by the method each gene's own rules name.
public struct StarAlleleCaller: Sendable {
  private let tables: [String: MatchingTable]

  /// Lays the genes out for matching; the caller is then good for any number of samples.
  public init(genes: [Gene]) {
    tables = Dictionary(
      genes.map { ($0.symbol, MatchingTable($0)) }, uniquingKeysWith: { one, _ in one })
  }

  /// Calls one gene in one sample.
  ///
  /// - Precondition: the gene is one the caller was made with.
  public func call(_ evidence: GeneEvidence) -> GeneCall {
    guard let table = tables[evidence.gene.symbol] else {
      preconditionFailure("the caller was made without this gene")
    }
    var call = called(evidence, table)
    ReadDoubts(evidence, gene: table.gene)?.widen(&call) { called($0, table) }
    return call
  }

  /// The call that what was seen for sure allows.
  private func called(_ evidence: GeneEvidence, _ table: MatchingTable) -> GeneCall {
    let gene = table.gene
    var call = GeneCall(gene: gene.symbol, status: .notCalled(.needsOutsideCall))
    call.evidence = evidence.positions
    call.readPhase = evidence.readPhase
    guard gene.calling.method != .outsideOnly else { return call }
    let genotypes = GenotypeSites(evidence, table)
    call.missing = genotypes.missing
    call.notes = genotypes.notes
    call.isPhased = genotypes.isPhasedThroughout
    guard !genotypes.sites.isEmpty else {
      call.status = .notCalled(.noData)
      return call
    }
    if genotypes.isHemizygosityUncertain { call.notes.append(.hemizygosityUncertain) }
    switch gene.calling.method {
    case .variants: VariantListCaller(table).complete(&call)
    case .lowestFunction: LowestFunctionCaller(table).complete(&call, genotypes)
    case .diplotype, .structural, .outsideOnly:
      DiplotypeCaller(table).complete(&call, genotypes)
    }
    return call
  }
}
