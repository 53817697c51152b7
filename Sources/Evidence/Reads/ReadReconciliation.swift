public import Genome
internal import Knowledge

/// Brings together what the records and the reads of one sample show of a gene.
///
/// Records stand where reads can't tell. Reads fill in where records have no data, and confirm or
/// refute what was only taken for reference. Where both are sure and differ, there is no data: which
/// of them errs can't be told from here.
public struct ReadReconciliation: Sendable {
  /// What counts as sure.
  public var policy: ReadPolicy

  /// Makes a reconciliation under a policy.
  public init(policy: ReadPolicy = .init()) { self.policy = policy }

  /// What both show together.
  ///
  /// - Parameters:
  ///   - variants: what the records show of a gene.
  ///   - reads: what the reads show of the same gene.
  ///   - assembly: the assembly of both, for the distances between positions.
  /// - Returns: the evidence, and each position at which the two differ.
  /// - Precondition: both are of the same gene.
  public func reconcile(
    variants: GeneEvidence, reads: GeneEvidence, assembly: Assembly
  ) -> (GeneEvidence, [ReadDisagreement]) {
    precondition(variants.gene.symbol == reads.gene.symbol, "both are of one gene")
    var disagreements: [ReadDisagreement] = []
    let positions = variants.positions.indices.map { index in
      let (entry, outcome) = merge(variants.positions[index], reads.positions[index])
      if let outcome, let support = reads.positions[index].readSupport {
        disagreements.append(
          ReadDisagreement(
            position: index, outcome: outcome, record: variants.positions[index].trace,
            reads: support))
      }
      return entry
    }
    var merged = GeneEvidence(gene: variants.gene, positions: positions)
    PhaseReconciliation(
      variants: variants, reads: reads, policy: policy, assembly: assembly
    ).complete(&merged)
    return (merged, disagreements)
  }

  private func merge(
    _ record: PositionEvidence, _ reads: PositionEvidence
  ) -> (PositionEvidence, ReadDisagreement.Outcome?) {
    switch (record, reads) {
    case (.noData(let reason), .observed):
      if case .hiddenByStructure = reason { return (record, nil) }
      return (reads, nil)
    case (.noData(let reason), .noData):
      if case .absent = reason { return (reads, nil) }
      return (record, nil)
    case (.observed(let observation), .noData(let reason)):
      return keep(observation, despite: reason)
    case (.observed(let one), .observed(let other)): return compare(one, other)
    }
  }

  /// What is left of an observation whose reads give no genotype.
  private func keep(
    _ observation: Observation, despite reason: NoDataReason
  ) -> (PositionEvidence, ReadDisagreement.Outcome?) {
    guard observation.basis.isAbsence, case .reads(let gap, _) = reason, gap != .uninformative
    else {
      return (.observed(observation), nil)
    }
    return (.noData(reason), .absenceUnconfirmed)
  }

  private func compare(
    _ record: Observation, _ reads: Observation
  ) -> (PositionEvidence, ReadDisagreement.Outcome?) {
    guard let support = reads.reads else { return (.observed(record), nil) }
    if let alleles = Self.common(record.alleles, reads.alleles) {
      var both = record
      both.alleles = alleles
      both.basis = record.basis.trace.map { .recordAndReads($0, support) } ?? reads.basis
      return (.observed(both), nil)
    }
    guard let trace = record.basis.trace else { return (.observed(reads), .absenceRefuted) }
    guard support.confidence >= policy.minimumContradiction else {
      return (.observed(record), .recordKept)
    }
    if trace.isWeak(policy) { return (.observed(reads), .readsTaken) }
    return (.noData(.readsContradictRecord(trace, support)), .setAside)
  }

  /// The alleles two genotypes agree on, in the record's order; nil if they differ.
  ///
  /// The missing half of a half call is filled in, and a homozygous genotype agrees with a single
  /// copy of its allele, which is what stays.
  private static func common(
    _ record: [ObservedAllele], _ reads: [ObservedAllele]
  ) -> [ObservedAllele]? {
    let known = record.filter { $0 != .unknown }
    if known.count < record.count {
      guard reads.count == record.count else { return nil }
      var rest = reads
      for allele in known {
        guard let index = rest.firstIndex(of: allele) else { return nil }
        rest.remove(at: index)
      }
      return record.map { $0 == .unknown ? rest.removeFirst() : $0 }
    }
    if record.count != reads.count {
      guard Set(record + reads).count == 1 else { return nil }
      return record.count < reads.count ? record : reads
    }
    return record == reads || record == reads.reversed() ? record : nil
  }
}

extension Observation.Basis {
  /// The record or block it rests on.
  var trace: RecordTrace? {
    switch self {
    case .record(let trace), .referenceBlock(let trace), .recordAndReads(let trace, _): trace
    case .callableRegion, .assumedReference, .reads: nil
    }
  }

  /// Whether it rests on there being no record.
  var isAbsence: Bool {
    switch self {
    case .callableRegion, .assumedReference: true
    case .record, .referenceBlock, .reads, .recordAndReads: false
    }
  }
}

extension PositionEvidence {
  /// The record behind the observation or behind its lack.
  var trace: RecordTrace? {
    switch self {
    case .observed(let observation): observation.basis.trace
    case .noData(let reason): reason.trace
    }
  }

  /// What the reads show, whether or not it sufficed.
  public var readSupport: ReadSupport? {
    switch self {
    case .observed(let observation): observation.reads
    case .noData(let reason): reason.readSupport
    }
  }
}

extension NoDataReason {
  /// The record it was read from.
  var trace: RecordTrace? {
    switch self {
    case .noCall(let trace), .lowQuality(let trace), .filtered(let trace),
      .referenceMismatch(let trace), .hiddenByStructure(let trace),
      .alleleDepthConflict(let trace), .conflictingRecords(let trace),
      .readsContradictRecord(let trace, _):
      trace
    case .absent, .notOnAssembly, .reads, .foreignContig: nil
    }
  }
}

extension RecordTrace {
  /// Whether sure reads outweigh the record: its own genotype quality or depth is low.
  func isWeak(_ policy: ReadPolicy) -> Bool {
    if let genotypeQuality { return genotypeQuality < policy.weakRecordQuality }
    if let depth { return depth < policy.minimumDepth }
    return false
  }
}
