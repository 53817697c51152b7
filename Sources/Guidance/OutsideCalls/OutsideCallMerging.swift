public import Knowledge
public import StarAlleles

extension Sequence<OutsideCall> {
  /// The calls of a sample with these outside calls in place of what the variants say.
  ///
  /// Rows for one gene are alternatives: the call names each of their diplotypes. A row that says
  /// no call leaves a gene uncalled only if no other row speaks, and, if a program says so rather than
  /// a laboratory, only if the variants give no call either. `genes` are by symbol; a row for a gene
  /// not among them is left out. The result is ordered by gene symbol.
  public func applied(to calls: [GeneCall], genes: [String: Gene]) -> [GeneCall] {
    var bySymbol = Dictionary(calls.map { ($0.gene, $0) }, uniquingKeysWith: { first, _ in first })
    for (symbol, rows) in Dictionary(grouping: self, by: \.gene) {
      guard let gene = genes[symbol] else { continue }
      bySymbol[symbol] = Self.merged(rows, replacing: bySymbol[symbol], in: gene)
    }
    return bySymbol.values.sorted { $0.gene < $1.gene }
  }

  /// Who says what, where two programs, or one and a table, name different diplotypes.
  private static func differences(_ rows: [OutsideCall]) -> [CallNote] {
    let callers = rows.map { $0.caller?.name ?? "A table of results" }
    let said = callers.distinct.map { caller in
      zip(callers, rows).filter { $0.0 == caller }.compactMap { $0.1.diplotype?.description }
        .distinct
    }
    guard Set(said.map(Set.init)).count > 1 else { return [] }
    return zip(callers.distinct, said).filter { !$0.1.isEmpty }
      .map { .outsideMark(caller: $0.0, mark: "says \($0.1.listed("or"))") }
  }

  private static func merged(
    _ rows: [OutsideCall], replacing variants: GeneCall?, in gene: Gene
  ) -> GeneCall {
    let spoken = rows.filter { !$0.isNoCall }
    var call = GeneCall(
      gene: gene.symbol, status: spoken.isEmpty ? .notCalled(.outsideNoCall) : .outside)
    call.statedBy = rows.compactMap { $0.caller?.description }.distinct
    call.notes =
      rows.flatMap { row in
        row.marks.map { .outsideMark(caller: row.caller?.name ?? "The outside call", mark: $0) }
      }.distinctNotes
    guard !spoken.isEmpty else {
      // A laboratory's no-call is its answer; a program's leaves the variants to speak.
      guard var own = variants, rows.allSatisfy({ $0.caller != nil }),
        own.status == .called || own.status == .ambiguous
      else { return call }
      own.notes += call.statedBy.map { .outsideMark(caller: $0, mark: "could not call it") }
      own.notes += call.notes
      return own
    }
    let calculator = HaplotypeMeaning(gene)
    for row in spoken {
      if let diplotype = row.diplotype, !call.diplotypes.contains(diplotype) {
        call.diplotypes.append(diplotype)
        let (looked, notes) = calculator.lookUpNames(of: diplotype)
        call.lookup.append(looked)
        call.notes += notes
      }
      call.notes += row.unknownAlleles.map(CallNote.unknownOutsideAllele)
    }
    call.notes += differences(spoken)
    call.isLookupInferred = call.lookup != call.diplotypes
    call.compatible = call.diplotypes
    let stated = Set(
      spoken.map { GeneCall.StatedResult(phenotype: $0.phenotype, activityScore: $0.activityScore) }
    )
    if stated.count == 1, let only = stated.first,
      only.phenotype != nil || only.activityScore != nil
    {
      call.stated = only
    }
    if let variants, variants.status == .called || variants.status == .ambiguous {
      let own = variants.diplotypes + variants.compatible
      call.notes.append(
        .outsideReplacesVariants(own.first(where: call.diplotypes.contains) ?? own.first))
    }
    return call
  }
}

extension OutsideCallFile {
  /// The calls of a sample with this file's rows in place of what the variants say.
  public func applied(to calls: [GeneCall], genes: [String: Gene]) -> [GeneCall] {
    self.calls.applied(to: calls, genes: genes)
  }
}

extension [CallNote] {
  /// Each distinct note once, in the order of first appearance.
  fileprivate var distinctNotes: [CallNote] {
    var seen: Set<CallNote> = []
    return filter { seen.insert($0).inserted }
  }
}
