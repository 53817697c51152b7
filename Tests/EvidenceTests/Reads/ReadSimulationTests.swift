import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

/// People made of known alleles, read at several depths: how much is called, how much of it wrong.
struct ReadSimulationTests {
  private static let symbols = ["CYP2C19", "CYP2C9", "NUDT15", "UGT1A1"]

  private struct Tally {
    var positions = 0
    var called = 0
    var wrong = 0
  }

  @Test(arguments: [
    (5.0, 0.1, 0.001), (10, 0.7, 0.001), (15, 0.95, 0.001), (20, 0.99, 0.001), (30, 0.995, 0),
  ])
  func `more reads call more, and few calls are wrong at any depth`(
    depth: Double, least: Double, most: Double
  ) throws {
    let genes = try Self.symbols.map(KnownGenes.gene)
    var tally = Tally()
    for seed in 1...2 {
      try add(genes, depth: depth, seed: UInt64(seed), to: &tally)
    }
    #expect(Double(tally.called) >= least * Double(tally.positions))
    #expect(Double(tally.wrong) <= most * Double(tally.positions))
    #expect(tally.positions > 200)
  }

  @Test func `reads restore what half of the records said`() throws {
    let genes = try ["CYP2C19", "UGT1A1"].map(KnownGenes.gene)
    let (reads, truth) = try drawn(genes, depth: 30, seed: 9)
    for (gene, evidence) in zip(genes.indices, reads) {
      let full = GeneEvidence(
        gene: genes[gene],
        positions: truth[gene].map { alleles in
          .observed(
            Observation(
              alleles: alleles.map { .documented($0) }, phase: .unphased, basis: .callableRegion))
        })
      var masked = full
      for index in masked.positions.indices where index.isMultiple(of: 2) {
        masked.positions[index] = .noData(.absent)
      }
      let (restored, disagreements) = ReadReconciliation().reconcile(
        variants: masked, reads: evidence, assembly: .grch38)
      #expect(disagreements.isEmpty)
      for (entry, alleles) in zip(restored.positions, truth[gene]) {
        guard case .observed(let observation) = entry else {
          Issue.record("a position without data")
          continue
        }
        let expected = alleles.map { ObservedAllele.documented($0) }
        #expect(
          observation.alleles == expected || observation.alleles == expected.reversed())
      }
    }
  }

  private func add(_ genes: [Gene], depth: Double, seed: UInt64, to tally: inout Tally) throws {
    let (found, truth) = try drawn(genes, depth: depth, seed: seed)
    for (gene, evidence) in found.enumerated() {
      for (position, entry) in evidence.positions.enumerated() {
        tally.positions += 1
        guard case .observed(let observation) = entry else { continue }
        tally.called += 1
        let expected = truth[gene][position].map { ObservedAllele.documented($0) }
        if observation.alleles != expected, observation.alleles != expected.reversed() {
          tally.wrong += 1
        }
      }
    }
  }

  /// Draws one person who has two named haplotypes of each gene.
  private func drawn(
    _ genes: [Gene], depth: Double, seed: UInt64
  ) throws -> (evidence: [GeneEvidence], truth: [[[Int]]]) {
    let genome = MadeGenome(genes: genes)
    var numbers = SeededNumbers(seed: seed)
    var maker = MadeReads(seed: seed + 100)
    var collector = ReadEvidenceCollector(genes: genes, assembly: .grch38)
    var truth: [[[Int]]] = []
    for gene in genes {
      let contig = try #require(gene.contig)
      var genotypes = gene.positions.map { _ in [Int]() }
      for _ in 0..<2 {
        var alleles = gene.positions.map(\.grch38.referenceIndex)
        let named = gene.alleles.filter { !$0.cells.isEmpty }
        for cell in try #require(named.randomElement(using: &numbers)).cells {
          alleles[cell.position] = cell.accepted.trailingZeroBitCount
        }
        for index in alleles.indices { genotypes[index].append(alleles[index]) }
        let changes = gene.positions.indices.compactMap {
          genome.change(gene.positions[$0], to: alleles[$0])
        }
        var stretches: [ClosedRange<Int>] = []
        for position in gene.positions {
          let start = position.grch38.position.value
          let stretch = (start - 600)...(start + 650)
          if let last = stretches.last, last.upperBound >= stretch.lowerBound {
            stretches[stretches.count - 1] = last.lowerBound...stretch.upperBound
          } else {
            stretches.append(stretch)
          }
        }
        for stretch in stretches {
          let haplotype = genome.haplotype(
            contig, stretch, changes.filter { stretch.contains($0.place) })
          for read in maker.draw(
            haplotype, contig: contig, depth: depth / 2, base: { genome.base(contig, $0) })
          {
            collector.add(read)
          }
        }
      }
      truth.append(genotypes)
    }
    return (collector.evidence(), truth)
  }
}
