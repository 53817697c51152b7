extension AnnotationStatistics {
  /// The lines for people: the balance, one line a source, one for contigs without counterpart.
  package func summaryLines() -> [String] {
    let reasons = dropped.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0.value) \($0.key)" }
    let balance =
      "\(Self.records(recordsIn)) in = \(recordsOut) out + \(droppedRecords) dropped"
      + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
    let unbalanced =
      "\(Self.records(recordsIn)) in, \(recordsOut) out, \(droppedRecords) dropped: "
      + "\(recordsIn - recordsOut - droppedRecords) unaccounted for"
    return [(isBalanced ? balance : unbalanced) + "; \(linesChanged) changed"]
      + sources.map(Self.line) + contigLine
  }

  private static func line(_ source: SourceStatistics) -> String {
    let alleles = source.allelesMatched + source.allelesUnmatched
    var line =
      "\(ProvenanceLine.oneLine(source.name)): \(records(source.recordsMatched)) matched, "
      + "\(source.allelesMatched) of \(alleles) alleles, \(source.rowsMatched) rows"
    let rejected = Rejection.allCases.compactMap { reason in
      source.rejected[reason].flatMap { $0 > 0 ? "\($0) by \(reason.rawValue)" : nil }
    }
    if !rejected.isEmpty { line += "; rows rejected: \(rejected.joined(separator: ", "))" }
    if source.referenceDisagreements > 0 {
      let compared = source.referenceAgreements + source.referenceDisagreements
      line += "; REF differs in \(source.referenceDisagreements) of \(compared)"
    }
    return line
  }

  /// One line however many sources and records it concerns.
  private var contigLine: [String] {
    let parts = sources.filter { !$0.contigsWithoutCounterpart.isEmpty }.map { source in
      let contigs = source.contigsWithoutCounterpart.sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      let shown = contigs.prefix(5).map {
        "\(ProvenanceLine.oneLine($0.key)) (\(Self.records($0.value)))"
      }
      let more = contigs.count > 5 ? [", and \(contigs.count - 5) more"] : []
      return "\(ProvenanceLine.oneLine(source.name)) lacks "
        + shown.joined(separator: ", ") + more.joined()
    }
    return parts.isEmpty
      ? [] : ["contigs without counterpart: \(parts.joined(separator: "; "))"]
  }

  private static func records(_ count: Int) -> String {
    count == 1 ? "1 record" : "\(count) records"
  }
}
