public import Evidence
public import Knowledge
public import StarAlleles

/// Reads genes on X by the number of X chromosomes.
public struct Hemizygosity: Sendable {
  private let sex: SexChromosomes

  /// Takes what is known of the X chromosomes.
  public init(_ sex: SexChromosomes) { self.sex = sex }

  /// The evidence with one allele at each position where one X is established and the genotype is
  /// spelled with two equal ones.
  ///
  /// Evidence of other genes, with two or more X, without a number, or with heterozygous positions,
  /// which one X can't have, is returned as it is.
  public func settled(_ evidence: GeneEvidence) -> GeneEvidence {
    guard evidence.gene.inheritance == .chromosomeX, sex.xCount == 1,
      heterozygous(in: evidence.positions).isEmpty
    else { return evidence }
    var single = evidence
    for index in single.positions.indices {
      guard case .observed(var value) = single.positions[index], value.alleles.count == 2,
        value.alleles[0] == value.alleles[1]
      else { continue }
      value.alleles = [value.alleles[0]]
      single.positions[index] = .observed(value)
    }
    return single
  }

  /// The call of settled evidence with the remark on what the number of X chromosomes rests on.
  ///
  /// With one X and heterozygous positions, or two X and haploid genotypes, the contradiction is told
  /// and the call stays as the genotypes have it.
  public func noted(_ call: GeneCall, inheritance: Inheritance) -> GeneCall {
    guard inheritance == .chromosomeX, let count = sex.xCount, let basis = sex.basis,
      call.status != .outside
    else { return call }
    let against =
      count == 1 ? heterozygous(in: call.evidence) : haploid(in: call.evidence)
    var result = call
    if against.isEmpty {
      result.notes.removeAll { $0 == .hemizygosityUncertain }
      result.notes.append(.xChromosomes(count, basis))
    } else {
      result.notes.append(.xChromosomesContradicted(count, basis, positions: against))
    }
    return result
  }

  private func heterozygous(in positions: [PositionEvidence]) -> [Int] {
    positions.indices.filter { index in
      if case .observed(let value) = positions[index] { value.isHeterozygous } else { false }
    }
  }

  private func haploid(in positions: [PositionEvidence]) -> [Int] {
    positions.indices.filter { index in
      if case .observed(let value) = positions[index] { value.alleles.count == 1 } else { false }
    }
  }
}
