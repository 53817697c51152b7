/// What a sample shows at one known position: an observation, or no data and why.
public indirect enum PositionEvidence: Sendable, Hashable {
  /// The alleles seen, or shown to be the reference.
  case observed(Observation)
  /// Nothing can be said, and why.
  case noData(NoDataReason)
}

/// The alleles a sample shows at one position, with what they rest on.
public struct Observation: Sendable, Hashable {
  /// One allele (haploid) or two, in the order the genotype gives them.
  public var alleles: [ObservedAllele]
  /// Whether the order means anything.
  public var phase: Phase
  /// What the observation rests on.
  public var basis: Basis

  /// Makes an observation.
  public init(alleles: [ObservedAllele], phase: Phase, basis: Basis) {
    self.alleles = alleles
    self.phase = phase
    self.basis = basis
  }

  /// Whether the genotype is known in full and has two different alleles.
  public var isHeterozygous: Bool { alleles.count == 2 && alleles[0] != alleles[1] }

  /// What the reads show, where the observation rests on them.
  public var reads: ReadSupport? {
    switch basis {
    case .reads(let support), .recordAndReads(_, let support): support
    default: nil
    }
  }

  /// What an observation rests on.
  public indirect enum Basis: Sendable, Hashable {
    /// A record that addresses the position.
    case record(RecordTrace)
    /// Reference blocks or all-sites records that cover it; the weakest of them is traced.
    case referenceBlock(RecordTrace)
    /// The user's callable regions cover it and no record says otherwise.
    case callableRegion
    /// The user said that an absent position is reference.
    case assumedReference
    /// Reads that cover it.
    case reads(ReadSupport)
    /// A record, or a block that covers it, and reads that show the same.
    case recordAndReads(RecordTrace, ReadSupport)
  }
}

/// One allele at a known position.
public enum ObservedAllele: Sendable, Hashable {
  /// The allele at this index of `DefiningPosition.alleles`.
  case documented(Int)
  /// A sequence no definition lists.
  case undocumented(String)
  /// The other half of a half call such as `./1`.
  case unknown
}

/// Whether the order of a genotype's alleles means anything.
public enum Phase: Sendable, Hashable {
  /// The order means nothing.
  case unphased
  /// Alleles in first place of all `phased` sites of a contig lie on one chromosome.
  case phased
  /// As `phased`, but only among sites with the same phase-set number.
  case phaseSet(Int)
}

/// Why a position has no data.
public indirect enum NoDataReason: Sendable, Hashable {
  /// No record, block or region covers it.
  case absent
  /// The genotype is missing.
  case noCall(RecordTrace)
  /// The depth or genotype quality is below the threshold.
  case lowQuality(RecordTrace)
  /// The record failed a filter.
  case filtered(RecordTrace)
  /// The record's REF is not the reference of the assembly.
  case referenceMismatch(RecordTrace)
  /// A deletion or symbolic allele covers the position, so its base can't be told.
  case hiddenByStructure(RecordTrace)
  /// Reads support one allele only, though the genotype names two.
  case alleleDepthConflict(RecordTrace)
  /// Records contradict each other.
  case conflictingRecords(RecordTrace)
  /// The position has no counterpart on the file's assembly.
  case notOnAssembly
  /// The reads do not tell, and why.
  case reads(ReadGap, ReadSupport)
  /// The reads surely show another genotype than the record.
  case readsContradictRecord(RecordTrace, ReadSupport)
  /// The reads were aligned to another sequence than the assembly's by the name of this contig.
  case foreignContig
}

extension NoDataReason {
  /// Whether a genotype with a variant was seen but could not be used.
  public var setsAsideVariant: Bool {
    switch self {
    case .filtered(let trace), .lowQuality(let trace), .alleleDepthConflict(let trace):
      trace.showsVariant
    case .reads: !doubtfulGenotypes.isEmpty
    case .readsContradictRecord: true
    default: false
    }
  }
}

extension NoDataReason {
  /// The genotypes with a variant that reads hint at without telling; empty where they hint at none.
  ///
  /// A single read is a hint only where so few reach the position that none is sure.
  public var doubtfulGenotypes: [[ObservedAllele]] {
    guard case .reads(let gap, let support) = self else { return [] }
    let least: Int
    switch gap {
    case .tooFew: least = 1
    case .unclear, .strandBiased, .mixed: least = 2
    case .noReads, .uninformative, .deleted: return []
    }
    let reference = ObservedAllele.documented(0)
    let seen = support.alleles.filter { $0.allele != reference && $0.count >= least }
      .map(\.allele)
    let likeliest = support.likeliest.contains { $0 != reference } ? [support.likeliest] : []
    guard !seen.isEmpty || !likeliest.isEmpty else { return [] }
    let others = seen.flatMap { allele -> [[ObservedAllele]] in
      support.likeliest.count == 1 ? [[allele]] : [[reference, allele], [allele, allele]]
    }
    // Two variants and no reference: each on one chromosome.
    let pairs = support.likeliest.count == 2 && seen.count == 2 ? [seen] : []
    var found: [[ObservedAllele]] = []
    for genotype in likeliest + others + pairs
    where !found.contains(genotype) && !found.contains(genotype.reversed()) {
      found.append(genotype)
    }
    return found
  }
}

extension NoDataReason {
  /// What the reads show, where they are part of the reason.
  public var readSupport: ReadSupport? {
    switch self {
    case .reads(_, let support), .readsContradictRecord(_, let support): support
    default: nil
    }
  }
}
