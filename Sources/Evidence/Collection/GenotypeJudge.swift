internal import Genome
internal import GenomeFiles
internal import Knowledge

/// Judges the genotypes of a record at one position under a policy, sample by sample.
struct GenotypeJudge {
  let position: PlacedPosition
  let policy: EvidencePolicy
  /// Whether the record is of a gVCF, whose reference calls are held to the standard of blocks.
  let isGenomic: Bool

  /// Enters what the record says of one sample into the sample's ledger.
  func enter(
    _ reading: RecordReading, filters: [String], call: SampleCall, trace: RecordTrace,
    into ledger: inout SampleLedger
  ) {
    switch reading {
    case .silent: return
    case .referenceMismatch: ledger.refuse(.referenceMismatch(trace))
    case .coverage(let range): enterCoverage(range, filters, call, trace, into: &ledger)
    case .removes(let removed):
      let isCarrier = call.genotype?.alleles.contains { index in
        index.map { removed.indices.contains($0) && removed[$0] } ?? false
      }
      if isCarrier == true { ledger.refuse(.hiddenByStructure(trace)) }
    case .alleles(let alleles): enterGenotype(alleles, filters, call, trace, into: &ledger)
    }
  }

  private func enterCoverage(
    _ range: ClosedRange<Int>, _ filters: [String], _ call: SampleCall, _ trace: RecordTrace,
    into ledger: inout SampleLedger
  ) {
    guard let genotype = call.genotype, !genotype.isMissing else {
      return ledger.refuse(.noCall(trace))
    }
    guard genotype.alleles.allSatisfy({ $0 == 0 }) else {
      return ledger.refuse(.hiddenByStructure(trace))
    }
    if policy.refuses(filters) || policy.refuses(call.filters) {
      return ledger.refuse(.filtered(trace))
    }
    let depth = call.minimumDepth ?? call.depth
    if let quality = call.genotypeQuality {
      if quality < policy.minimumBlockQuality { return ledger.refuse(.lowQuality(trace)) }
    }
    if let depth, depth < policy.minimumBlockDepth { return ledger.refuse(.lowQuality(trace)) }
    ledger.cover(range, footprint: position.footprint, trace: trace)
  }

  private func enterGenotype(
    _ readings: [ObservedAllele?], _ filters: [String], _ call: SampleCall, _ trace: RecordTrace,
    into ledger: inout SampleLedger
  ) {
    guard let genotype = call.genotype, !genotype.isMissing else {
      return ledger.refuse(.noCall(trace))
    }
    if policy.refuses(filters) || policy.refuses(call.filters) {
      return ledger.refuse(.filtered(trace))
    }
    if let depth = call.depth, depth < policy.minimumDepth {
      return ledger.refuse(.lowQuality(trace))
    }
    let isBlockCall = isGenomic && genotype.alleles.allSatisfy { $0 == 0 }
    let leastQuality = isBlockCall ? policy.minimumBlockQuality : policy.minimumGenotypeQuality
    if let quality = call.genotypeQuality, quality < leastQuality {
      return ledger.refuse(.lowQuality(trace))
    }
    var alleles: [ObservedAllele] = []
    for index in genotype.alleles.prefix(2) {
      guard let index else {
        alleles.append(.unknown)
        continue
      }
      guard readings.indices.contains(index), let allele = readings[index] else {
        return ledger.refuse(.hiddenByStructure(trace))
      }
      alleles.append(allele)
    }
    guard !hasOneSidedDepth(genotype, call) else {
      return ledger.refuse(.alleleDepthConflict(trace))
    }
    alleles = settlingHalfCall(alleles)
    guard alleles.contains(where: { $0 != .unknown }) else { return ledger.refuse(.noCall(trace)) }
    let phase: Phase =
      if genotype.isPhased { call.phaseSet.map { .phaseSet($0) } ?? .phased } else { .unphased }
    ledger.observe(
      Observation(alleles: alleles, phase: phase, basis: .record(trace)),
      reference: .documented(position.referenceIndex))
  }

  /// On X and the mitochondrion a half call is a single copy; elsewhere a lone reference allele
  /// says too little to keep.
  private func settlingHalfCall(_ alleles: [ObservedAllele]) -> [ObservedAllele] {
    guard alleles.count == 2, alleles.contains(.unknown) else { return alleles }
    let known = alleles.filter { $0 != .unknown }
    if position.contig == .x || position.contig == .y || position.contig == .mitochondrion {
      return known
    }
    return known == [.documented(position.referenceIndex)] ? [.unknown, .unknown] : alleles
  }

  /// Whether the genotype names two alleles but reads support only one.
  private func hasOneSidedDepth(_ genotype: Genotype, _ call: SampleCall) -> Bool {
    let alleles = genotype.alleles
    guard call.alleleDepths.count > 1, alleles.count == 2, let one = alleles[0],
      let other = alleles[1], one != other, call.alleleDepths.allSatisfy({ $0 != nil })
    else { return false }
    return call.alleleDepths.count(where: { ($0 ?? 0) > 0 }) == 1
  }
}

extension RecordSite {
  /// The shared columns of a record.
  convenience init(_ record: VariantRecord) {
    self.init(
      ordinal: record.ordinal, contigName: record.contigName, position: record.position,
      reference: record.reference,
      alternates: record.alternates.isEmpty
        ? "." : record.alternates.map { String(describing: $0) }.joined(separator: ","),
      filters: record.filters)
  }
}

extension RecordTrace {
  /// The trace of one sample's genotype in a record.
  init(site: RecordSite, call: SampleCall) {
    self.init(
      site: site, genotype: call.genotype, depth: call.minimumDepth ?? call.depth,
      alleleDepths: call.alleleDepths, genotypeQuality: call.genotypeQuality,
      phaseSet: call.phaseSet)
  }
}
