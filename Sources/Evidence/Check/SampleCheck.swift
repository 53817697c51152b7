public import Genome
internal import Knowledge

/// What a sample's data are worth for pharmacogenomics, stated before the answer.
///
/// It looks at the evidence alone, so the same evidence gives the same check. An unfit sample is
/// answered all the same; its report says so first.
public struct SampleCheck: Sendable, Hashable {
  /// Whether the sample can be used.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Nothing speaks against it.
    case fit
    /// It can be used within the limits given as reasons.
    case fitWithLimits
    /// It should not be used.
    case unfit
  }

  /// The assembly of the positions.
  public let assembly: Assembly
  /// How the assembly was found, in words; empty if not said.
  public let assemblyBasis: String
  /// Every gene with positions, in order.
  public let genes: [GeneCoverage]
  /// What records say of the reference; nil without records.
  public let reference: ReferenceAgreement?
  /// The sex chromosomes; nil if nothing was found out.
  public let sex: SexFinding?
  /// How evenly reads share their alleles.
  public let balance: AlleleBalance
  /// How much phase is known in the decisive genes.
  public let phase: PhaseCoverage
  /// What the alignments are like; nil without reads.
  public let reads: ReadTally?
  /// How deep they cover the positions; nil without reads.
  public let depths: ReadDepths?
  /// How reads and records agree; nil unless there are both.
  public let agreement: RecordReadAgreement?
  /// What speaks against the sample, the weightiest first.
  public let reasons: [CheckReason]

  /// Checks a sample.
  ///
  /// - Parameters:
  ///   - evidence: what the sample shows, from records, reads, or both joined.
  ///   - decisiveGenes: the genes whose coverage and phase count for the verdict, such as those some
  ///     guideline looks at and no laboratory has stated; nil for all.
  ///   - assembly: the assembly of the positions.
  ///   - assemblyBasis: how it was found, in words.
  ///   - isAssemblyAssumed: whether nothing in the input shows the assembly.
  ///   - reference: records that agree with the reference and that do not; nil without records.
  ///   - sex: what is known of the sex chromosomes.
  ///   - reads: the alignments counted; nil without reads.
  ///   - readEvidence: what reads show by themselves, before joining; nil without reads.
  ///   - disagreements: where reads and records do not say the same.
  ///   - balanceSites: where to look at the balance of alleles; nil to find it out here.
  ///   - policy: the thresholds.
  public init(
    evidence: [GeneEvidence], decisiveGenes: Set<String>? = nil, assembly: Assembly,
    assemblyBasis: String = "", isAssemblyAssumed: Bool = false,
    reference: ReferenceAgreement? = nil, sex: SexFinding? = nil, reads: ReadTally? = nil,
    readEvidence: [GeneEvidence]? = nil, disagreements: [ReadDisagreement] = [],
    balanceSites: BalanceSites? = nil, policy: CheckPolicy = .init()
  ) {
    self.assembly = assembly
    self.assemblyBasis = assemblyBasis
    self.reference = reference
    self.sex = sex
    self.reads = reads
    genes = evidence.map { gene in
      GeneCoverage(
        gene,
        isDecisive: decisiveGenes?.contains(gene.gene.symbol) ?? true)
    }.filter { $0.positions.total > 0 }
    balance = AlleleBalance(
      evidence,
      at: balanceSites ?? BalanceSites(genes: evidence.map(\.gene), assembly: assembly),
      policy: policy)
    phase = PhaseCoverage(
      evidence.filter { decisiveGenes?.contains($0.gene.symbol) ?? true },
      assembly: assembly)
    depths = readEvidence.map { ReadDepths($0, policy: policy) }
    agreement =
      reference == nil || readEvidence == nil
      ? nil : RecordReadAgreement(evidence, disagreements: disagreements)
    let judge = CheckJudge(
      policy: policy, genes: genes.filter(\.isDecisive),
      hasReferenceInformation: readEvidence != nil || evidence.contains(where: \.showsReference),
      singleCopyGenes: evidence.filter { $0.gene.inheritance == .chromosomeX }
        .map(\.gene.symbol))
    reasons = judge.reasons(
      reference: reference, isAssemblyAssumed: isAssemblyAssumed, sex: sex, balance: balance,
      reads: reads, depths: depths, agreement: agreement)
  }

  /// Whether the sample can be used.
  public var verdict: Verdict {
    if reasons.contains(where: { $0.weight == .bar }) { return .unfit }
    return reasons.isEmpty ? .fit : .fitWithLimits
  }

  /// All positions of all genes.
  public var positions: PositionTally { sum(\.positions) }

  /// The required positions of all genes.
  public var required: PositionTally { sum(\.required) }

  /// The tier-one positions of all genes.
  public var tierOne: PositionTally { sum(\.tierOne) }

  private func sum(_ part: KeyPath<GeneCoverage, PositionTally>) -> PositionTally {
    genes.reduce(PositionTally()) { $0 + $1[keyPath: part] }
  }
}

extension GeneEvidence {
  /// Whether a position is known to be reference by something that says so.
  var showsReference: Bool {
    positions.contains { entry in
      guard case .observed(let observation) = entry else { return false }
      switch observation.basis {
      case .record(let trace), .recordAndReads(let trace, _): return !trace.showsVariant
      case .referenceBlock, .callableRegion, .assumedReference, .reads: return true
      }
    }
  }
}
