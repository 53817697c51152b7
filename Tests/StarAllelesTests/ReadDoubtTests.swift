import Evidence
import Knowledge
import StarAlleles
import Testing

/// Reads that hint at a variant without telling leave no confident answer.
struct ReadDoubtTests {
  private let toy = ToyGene(positions: 3, alleles: [("*1", []), ("*2", [1]), ("*3", [1, 2])])

  /// Reads at a position: so many of the reference, of the variant, and the likeliest genotype.
  private func reads(
    _ gap: ReadGap, _ reference: Int, _ variant: Int, likeliest: [Int]
  ) -> PositionEvidence {
    var support = ReadSupport()
    support.depth = reference + variant
    support.alleles = [(0, reference), (1, variant)].filter { $0.1 > 0 }.map {
      .init(allele: .documented($0.0), forward: $0.1, reverse: 0)
    }
    support.likeliest = likeliest.map { .documented($0) }
    return .noData(.reads(gap, support))
  }

  private func call(_ genotypes: [String?], _ replaced: [Int: PositionEvidence]) -> GeneCall {
    var evidence = toy.evidence(genotypes)
    for (index, entry) in replaced { evidence.positions[index] = entry }
    return StarAlleleCaller(genes: [toy.gene]).call(evidence)
  }

  @Test(arguments: [ReadGap.tooFew, .unclear, .strandBiased])
  func `a variant seen by too few reads leaves the gene ambiguous`(gap: ReadGap) {
    let call = call([nil, "0/0", "0/0"], [0: reads(gap, 2, 2, likeliest: [0, 1])])
    #expect(call.status == .ambiguous)
    #expect(call.top == ["*1/*1", "*1/*2", "*2/*2"])
    #expect(call.lookedUp == call.top)
    #expect(call.missing == [0])
    #expect(call.notes.contains(.variantSetAside(position: 0)))
  }

  @Test func `few reads of the reference alone are no hint at a variant`() {
    let call = call([nil, "0/0", "0/0"], [0: reads(.tooFew, 2, 0, likeliest: [0, 0])])
    #expect(call.status == .called)
    #expect(call.top == ["*1/*1"])
    #expect(call.missing == [0])
    #expect(!call.notes.contains(.variantSetAside(position: 0)))
  }

  @Test func `a single odd read among many is no hint`() {
    let call = call([nil, "0/0", "0/0"], [0: reads(.unclear, 9, 1, likeliest: [0, 0])])
    #expect(call.status == .called)
  }

  @Test func `a variant in part of a single copy leaves both`() {
    let call = call([nil, "0", "0"], [0: reads(.mixed, 4, 6, likeliest: [1])])
    #expect(call.status == .ambiguous)
    #expect(call.top == ["*1", "*2"])
  }

  @Test func `variants that only fit together are tried together`() {
    let call = call(
      [nil, nil, "0/0"],
      [
        0: reads(.tooFew, 1, 2, likeliest: [0, 1]), 1: reads(.tooFew, 1, 2, likeliest: [0, 1]),
      ])
    #expect(call.status == .ambiguous)
    #expect(call.top.contains("*1/*3"))
    #expect(call.top.contains("*1/*1"))
  }

  @Test func `a doubtful variant that no haplotype has leaves no confident answer`() {
    let call = call(["0/0", "0/0", nil], [2: reads(.unclear, 3, 3, likeliest: [0, 1])])
    #expect(call.status == .ambiguous)
    #expect(call.top == ["*1/*1"])
  }
}
