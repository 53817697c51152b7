import Evidence
import Genome
import Knowledge
import StarAlleles
import Structures
import Testing

struct MitochondrialShareTests {
  private func call(_ counts: [Int], isSure: Bool, _ inheritance: Inheritance = .mitochondrial)
    throws -> GeneCall
  {
    let locus = DefiningPosition.Locus(position: try #require(Position(1555)), referenceIndex: 0)
    let position = DefiningPosition(
      id: "p", rsid: nil, hgvs: "m.1555A>G", alleles: ["A", "G"], grch38: locus, grch37: locus,
      role: .defining)
    let alleles = ["Reference", "m.1555A>G"].enumerated().map { index, name in
      NamedAllele(
        name: name, function: nil, activity: nil,
        cells: [NamedAllele.Cell(position: 0, accepted: UInt16(1 << index))])
    }
    let gene = Gene(
      symbol: "TOY", contig: .mitochondrion, inheritance: inheritance, positions: [position],
      alleles: alleles, calling: CallingRules(method: .diplotype), phenotyping: .diplotype,
      sources: [])
    var support = ReadSupport()
    support.depth = counts.reduce(0, +)
    support.alleles = counts.enumerated().map { index, count in
      .init(allele: .documented(index), forward: count, reverse: 0)
    }
    support.likeliest = [.documented(counts[0] >= counts[1] ? 0 : 1)]
    let entry: PositionEvidence =
      isSure
      ? .observed(
        Observation(alleles: support.likeliest, phase: .unphased, basis: .reads(support)))
      : .noData(.reads(.mixed, support))
    let call = StarAlleleCaller(genes: [gene]).call(GeneEvidence(gene: gene, positions: [entry]))
    return MitochondrialShare.noted(call, inheritance: inheritance)
  }

  @Test func `the share of the mitochondria with a variant is stated`() throws {
    let sure = try call([2, 98], isSure: true)
    #expect(sure.diplotypes.map(\.description) == ["m.1555A>G"])
    #expect(sure.notes == [.mitochondrialShare(position: 0, allele: 1, count: 98, depth: 100)])
  }

  @Test func `a mixture is stated in place of a variant that was not used`() throws {
    let mixed = try call([60, 40], isSure: false)
    #expect(mixed.notes == [.mitochondrialShare(position: 0, allele: 1, count: 40, depth: 100)])
  }

  @Test(arguments: [[998, 2], [100, 0], [999, 10]])
  func `what errors of reading explain is not stated`(counts: [Int]) throws {
    #expect(try call(counts, isSure: true).notes.isEmpty)
  }

  @Test func `a gene of the nucleus has no share`() throws {
    let notes = try call([2, 98], isSure: true, .autosomal).notes
    #expect(
      !notes.contains { note in
        if case .mitochondrialShare = note { true } else { false }
      })
  }
}
