/// How often the reads show what the records say, where both do.
public struct RecordReadAgreement: Sendable, Hashable {
  /// Positions with a variant that both show.
  public private(set) var agreeingVariants = 0
  /// Positions at which the reads show another genotype than the records, or than what was taken for
  /// reference.
  public private(set) var contradictions = 0

  /// Counts joined evidence and the disagreements found while joining.
  public init(_ evidence: [GeneEvidence], disagreements: [ReadDisagreement]) {
    for gene in evidence {
      for case .observed(let observation) in gene.positions {
        guard case .recordAndReads(let trace, _) = observation.basis, trace.showsVariant else {
          continue
        }
        agreeingVariants += 1
      }
    }
    contradictions = disagreements.count { $0.outcome != .absenceUnconfirmed }
  }

  /// The share of variant positions that are contradicted, 0 to 1; nil where none was compared.
  public var contradictedShare: Double? {
    let total = agreeingVariants + contradictions
    return total == 0 ? nil : Double(contradictions) / Double(total)
  }
}
