public import Evidence
internal import Foundation
internal import Knowledge
internal import StarAlleles
internal import Structures

extension SampleAnalysis {
  /// What was found for one sample.
  ///
  /// Records and reads are brought together first; the number of X chromosomes, deletions and
  /// duplications seen by depth, and the structure of genes with a paralog are laid over the calls.
  ///
  /// - Parameter index: the sample's index in `samples`.
  public func findings(sample index: Int) -> SampleFindings {
    let reads = sampleOfReads == index ? reads : nil
    let shown = variants?.evidence(sample: index)
    var disagreements: [String: [ReadDisagreement]] = [:]
    var evidence = shown ?? reads?.evidence ?? []
    if let shown, let reads {
      evidence = zip(shown, reads.evidence).map { variants, reads in
        let (merged, differing) = reconciliation.reconcile(
          variants: variants, reads: reads, assembly: assembly)
        if !differing.isEmpty { disagreements[variants.gene.symbol] = differing }
        return merged
      }
    }
    let sex = SexChromosomes(
      stated: statedSex, depth: reads?.sexDepth, genotypes: shown.map(XGenotypes.init))
    let hemizygosity = Hemizygosity(sex)
    evidence = evidence.map(hemizygosity.settled)
    let calls = evidence.map { evidence in
      let call = hemizygosity.noted(caller.call(evidence), inheritance: evidence.gene.inheritance)
      let shared = MitochondrialShare.noted(call, inheritance: evidence.gene.inheritance)
      return reads.map { structured(shared, evidence, $0) } ?? shared
    }
    return SampleFindings(
      evidence: evidence, calls: calls, disagreements: disagreements,
      sex: SexFinding(sex, depth: reads?.sexDepth))
  }

  /// A call with what the reads show of the gene's copies laid over it.
  private func structured(
    _ call: GeneCall, _ evidence: GeneEvidence, _ reads: ReadFileAnalysis
  ) -> GeneCall {
    let gene = evidence.gene.symbol
    if let structure = reads.structures[gene] {
      // Without an answer from the copies, what the variants leave open stands.
      if case .notCalled = structure.status {
        var open = call
        open.structure = structure.structure
        return open
      }
      var settled = structure
      settled.evidence = call.evidence
      settled.missing = call.missing
      return settled
    }
    guard let overlay = copyOverlays[gene], let finding = reads.copyFindings[gene] else {
      return call
    }
    return overlay.applied(finding, to: evidence, call: call)
  }

  /// What the data of one sample are worth.
  ///
  /// - Parameters:
  ///   - index: the sample's index in `samples`.
  ///   - findings: what was found for it.
  ///   - decisiveGenes: the genes that count for the verdict; nil for all.
  public func check(
    sample index: Int, findings: SampleFindings, decisiveGenes: Set<String>? = nil
  ) -> SampleCheck {
    let reads = sampleOfReads == index ? reads : nil
    return SampleCheck(
      evidence: findings.evidence, decisiveGenes: decisiveGenes, assembly: assembly,
      assemblyBasis: assemblyBasis, isAssemblyAssumed: variants?.isAssemblyAssumed ?? false,
      reference: variants.map {
        ReferenceAgreement(
          agreeing: $0.referenceAgreement.agreeing, disagreeing: $0.referenceAgreement.disagreeing)
      },
      sex: findings.sex, reads: reads?.tally, readEvidence: reads?.evidence,
      disagreements: findings.disagreements.values.flatMap(\.self), balanceSites: balanceSites)
  }
}
