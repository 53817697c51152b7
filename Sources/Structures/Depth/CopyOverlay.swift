public import Evidence
public import Genome
public import Knowledge
public import StarAlleles

/// Lays what depth says of a gene's copies over the call from its variants.
///
/// Where two copies are told the call stands, with a remark that deletions and duplications were
/// looked for. Where a chromosome lacks the gene the other is read alone and paired with the deletion's
/// allele. Where a part is missing or doubled the diplotypes are those that fit both. Where depth and
/// genotypes contradict each other, nothing is told.
public struct CopyOverlay: Sendable {
  let events: CopyEvents
  let assembly: Assembly

  /// Takes the events of a gene and the assembly that the depths were counted on.
  public init(events: CopyEvents, assembly: Assembly) {
    self.events = events
    self.assembly = assembly
  }

  /// The call with the finding laid over it.
  ///
  /// - Precondition: finding, evidence and call are of the events' gene.
  public func applied(
    _ finding: CopyFinding, to evidence: GeneEvidence, call: GeneCall
  ) -> GeneCall {
    precondition(
      finding.gene == events.gene && evidence.gene.symbol == events.gene
        && call.gene == events.gene, "finding, evidence and call are of one gene")
    switch finding.status {
    case .notTold(let doubt): return opened(call, finding, doubt, evidence)
    case .unexplained: return unexplained(call, finding)
    case .told(let structures):
      let reading = CopyReading(finding, structures, evidence, events, assembly)
      let contradicting = reading.contradictions
      guard contradicting.isEmpty else {
        return withheld(
          noted(call, finding, .notTold(.contradictedByVariants(contradicting))),
          because: Self.contradiction)
      }
      if finding.isTwoCopies {
        let names = events.events.map { $0.allele ?? $0.kind.words }
        var seen: Set<String> = []
        let lookedFor = names.filter { seen.insert($0).inserted }
        return noted(
          settled(call, reading.usual()), finding, .twoCopies(lookedFor: lookedFor))
      }
      let readings = structures.map { reading.read($0, call: call) }
      return merged(call, finding, structures, readings, evidence.gene)
    }
  }

  /// The call when the copies are known to be two: that of the variants, unless they could not settle
  /// it for want of the copies.
  private func settled(_ call: GeneCall, _ answer: CopyReading.Answer?) -> GeneCall {
    guard let answer else { return call }
    switch call.status {
    case .notCalled(.needsStructure), .notCalled(.needsOutsideCall):
      return call.answered(answer.diplotypes, compatible: answer.compatible)
    default: return call
    }
  }

  private func unexplained(_ call: GeneCall, _ finding: CopyFinding) -> GeneCall {
    withheld(noted(call, finding, .unexplained), because: Self.unknownStructure)
  }

  /// The call when the copies are not told: that of the variants, unless depth speaks against two
  /// copies or leaves others open beside them.
  private func opened(
    _ call: GeneCall, _ finding: CopyFinding, _ doubt: CopyDoubt, _ evidence: GeneEvidence
  ) -> GeneCall {
    let possible = finding.open.filter {
      CopyReading(finding, [$0], evidence, events, assembly).contradictions.isEmpty
    }
    let names = possible.map { structure in
      [structure.first, structure.second].filter { !$0.isUsual }.map(\.words)
    }
    let result = noted(call, finding, .notTold(doubt), alternatives: names)
    if possible.allSatisfy(\.isUsual), !(finding.isAgainstTwo && possible.isEmpty) { return result }
    guard call.status != .outside, !possible.isEmpty else {
      return withheld(result, because: Self.againstTwo)
    }
    let readings = possible.map { structure in
      CopyReading(finding, [structure], evidence, events, assembly).read(structure, call: call)
    }
    let known = readings.compactMap { $0 }
    let order = HaplotypeOrder(reference: evidence.gene.alleles.first?.name ?? "")
    let diplotypes = Set(known.flatMap(\.diplotypes)).sorted(by: order.precedes)
    let compatible = Set(known.flatMap(\.compatible)).sorted(by: order.precedes)
    guard known.count == readings.count, !diplotypes.isEmpty else {
      return withheld(result, because: Self.openCopies)
    }
    return result.answered(diplotypes, compatible: compatible)
  }

  /// The call without diplotypes, unless it comes from elsewhere.
  private func withheld(_ call: GeneCall, because reason: String) -> GeneCall {
    guard call.status != .outside else { return call }
    var result = call.answered([], compatible: [])
    result.status = .notCalled(.needsStructure(reason))
    return result
  }

  private func merged(
    _ call: GeneCall, _ finding: CopyFinding, _ structures: [CopyStructure],
    _ readings: [CopyReading.Answer?], _ gene: Gene
  ) -> GeneCall {
    let names = structures.map { structure in
      [structure.first, structure.second].filter { !$0.isUsual }.map(\.words)
    }
    let result = noted(call, finding, .event(names))
    guard call.status != .outside else { return result }
    let order = HaplotypeOrder(reference: gene.alleles.first?.name ?? "")
    let known = readings.compactMap { $0 }
    let diplotypes = Set(known.flatMap(\.diplotypes)).sorted(by: order.precedes)
    let compatible = Set(known.flatMap(\.compatible)).sorted(by: order.precedes)
    guard known.count == readings.count, !diplotypes.isEmpty else {
      var open = result.answered([], compatible: compatible)
      let isNamed = known.count == readings.count
      open.status =
        isNamed ? Self.unread(call.status) : .notCalled(.needsStructure(Self.unnamedAllele))
      return open
    }
    return result.answered(diplotypes, compatible: compatible)
  }

  /// The call with what depth says as its last remark.
  private func noted(
    _ call: GeneCall, _ finding: CopyFinding, _ conclusion: CopyNote.Conclusion,
    alternatives: [[String]] = []
  ) -> GeneCall {
    var result = call
    let parts = finding.intervals.map { interval in
      CopyNote.Part(
        name: interval.name, place: interval.place, alternate: interval.alternate,
        depth: interval.depth?.copies, standardError: interval.depth?.standardError,
        copies: interval.copies)
    }
    result.notes.append(
      .copies(
        CopyNote(
          parts: parts, conclusion: conclusion, confidence: finding.confidence,
          alternatives: alternatives, limits: events.limits)))
    return result
  }

  /// Why the chromosome that is left can't be named: as the variants have it, if they have no call.
  private static func unread(_ status: GeneCall.Status) -> GeneCall.Status {
    switch status {
    case .notCalled(.needsStructure), .notCalled(.needsOutsideCall), .called, .ambiguous, .outside:
      .notCalled(.noMatch)
    case .notCalled: status
    }
  }

  private static let contradiction =
    "read depth shows fewer than two copies where the reads show two alleles"
  private static let againstTwo =
    "read depth speaks against two copies, but does not tell what there is in place of them"
  private static let openCopies =
    "read depth does not settle the number of copies, and no allele is named for all that fit"
  private static let unknownStructure =
    "read depth shows a number of copies that no known allele gives"
  private static let unnamedAllele =
    "read depth shows another number of copies than two, and no allele is named for it"
}

extension GeneCall {
  /// The call with other diplotypes, looked up as they are.
  fileprivate func answered(_ diplotypes: [Diplotype], compatible: [Diplotype]) -> GeneCall {
    var call = self
    call.diplotypes = diplotypes
    call.lookup = diplotypes
    call.isLookupInferred = false
    call.compatible = compatible
    call.components = []
    call.status = diplotypes.count == 1 ? .called : .ambiguous
    return call
  }
}

extension CopyHaplotype {
  /// The allele, or what happened.
  fileprivate var words: String {
    if let allele { return allele }
    if let multiple { return "x\(multiple)" }
    return kind?.words ?? ""
  }
}

extension CopyEvents.Event.Kind {
  /// What happened, as a noun phrase.
  var words: String {
    switch self {
    case .wholeDeletion: "deletion of the gene"
    case .partialDeletion: "deletion of a part"
    case .wholeDuplication: "duplication of the gene"
    case .hybrid: "hybrid gene"
    }
  }
}
