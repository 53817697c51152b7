import Evidence
import Genome
import Knowledge
import Testing

struct AlleleBalanceTests {
  private func balance(_ entries: [PositionEvidence], gene: Gene? = nil) -> AlleleBalance {
    let gene = gene ?? CheckFixture.gene("ONE", positions: entries.count)
    return AlleleBalance([CheckFixture.evidence(gene, entries)], assembly: .grch38)
  }

  private func repeated(_ entry: PositionEvidence, _ count: Int) -> [PositionEvidence] {
    Array(repeating: entry, count: count)
  }

  @Test func `even heterozygotes are no sign of a second person`() {
    let found = balance(
      repeated(CheckFixture.record(0, 1, depths: [16, 14]), 12)
        + repeated(CheckFixture.record(0, 0, depths: [30, 0]), 5))
    #expect(found.sites == 17)
    #expect(found.withSecondAllele == 12)
    #expect(found.skew == 0)
    #expect(found.shares == [0, 0, 0, 0, 0, 0, 0, 0, 0, 12])
  }

  @Test func `alleles in a tenth of the reads are, whether called or not`() {
    let found = balance(
      repeated(CheckFixture.reads(0, 1, 15, 15), 6)
        + repeated(CheckFixture.reads(0, 0, 27, 3), 3)
        + repeated(.noData(.reads(.unclear, CheckFixture.support(26, 4))), 3))
    #expect(found.skewed == 6)
    #expect(found.skew == 0.5)
  }

  @Test func `a second allele in the AD of a reference genotype counts as well`() {
    #expect(balance([CheckFixture.record(0, 0, depths: [26, 4])]).skewed == 1)
  }

  @Test func `reference reads at homozygous variants are counted`() {
    let found = balance(repeated(CheckFixture.record(1, 1, depths: [2, 48]), 10))
    #expect(found.homozygousVariants == 10)
    #expect(found.foreignShare == 0.04)
    #expect(found.withSecondAllele == 0)
  }

  @Test func `too few sites tell nothing`() {
    let found = balance(
      repeated(CheckFixture.record(0, 1, depths: [27, 4]), 9)
    )
    #expect(found.skewed == 9)
    #expect(found.skew == nil)
    #expect(found.foreignShare == nil)
  }

  @Test func `two reads of a second allele are taken for errors, and thin sites are left out`() {
    #expect(balance([CheckFixture.record(0, 0, depths: [18, 2])]).withSecondAllele == 0)
    #expect(balance([CheckFixture.record(0, 1, depths: [7, 7])]).sites == 0)
    #expect(balance([CheckFixture.record(0, 1)]).sites == 0)
    #expect(balance([CheckFixture.record(0, 1, depths: [20, nil])]).sites == 0)
  }

  @Test func `genes on X, in the mitochondrion or with varying copies are left out`() {
    let entries = repeated(CheckFixture.record(0, 1, depths: [20, 6]), 4)
    for gene in [
      CheckFixture.gene("XXX", positions: 4, contig: "X", inheritance: .chromosomeX),
      CheckFixture.gene("MIT", positions: 4, contig: "MT", inheritance: .mitochondrial),
      CheckFixture.gene("CNV", positions: 4, method: .structural),
    ] {
      #expect(balance(entries, gene: gene).sites == 0, "\(gene.symbol)")
    }
  }

  @Test func `a place that two genes have counts once`() {
    let gene = CheckFixture.gene("ONE", positions: 1)
    let entry = CheckFixture.evidence(gene, [CheckFixture.record(0, 1, depths: [15, 15])])
    #expect(AlleleBalance([entry, entry], assembly: .grch38).sites == 1)
  }

  @Test(arguments: [
    (2, nil), (3, CheckReason.Weight.limit), (4, .limit), (5, .bar),
  ])
  func `the check limits from three uneven sites in a tenth on and bars from a quarter`(
    skewed: Int, weight: CheckReason.Weight?
  ) {
    let entries =
      repeated(CheckFixture.reads(0, 1, 15, 15), 20 - skewed)
      + repeated(CheckFixture.reads(0, 0, 27, 4), skewed)
    let evidence = CheckFixture.evidence(CheckFixture.gene("ONE", positions: 20), entries)
    let check = SampleCheck(evidence: [evidence], assembly: .grch38)
    #expect(check.reasons.first?.weight == weight)
  }

  /// Genes with one stray site each of 30 reads, and others with none.
  private func genes(stray: Int, clean: Int, unknown: Int) -> [GeneEvidence] {
    (0..<(stray + clean)).map { index in
      var support = CheckFixture.support(index < stray ? 28 : 30, index < stray ? 2 : 0)
      if unknown > 0 {
        support.alleles.append(
          .init(allele: .undocumented("T"), forward: unknown, reverse: 0))
      }
      return CheckFixture.evidence(
        CheckFixture.gene("G\(index)", positions: 1),
        [
          .observed(
            Observation(
              alleles: [.documented(0), .documented(0)], phase: .unphased, basis: .reads(support)))
        ])
    }
  }

  @Test(arguments: [(4, 0, false), (5, 0, true), (5, 1, false)])
  func `stray reads in five genes hint at a second person, unless reads err as often`(
    stray: Int, unknown: Int, isHint: Bool
  ) {
    let evidence = genes(stray: stray, clean: 15, unknown: unknown)
    let found = AlleleBalance(evidence, assembly: .grch38)
    #expect(found.strays == stray && found.strayGenes == stray)
    // 20 sites of 30 reads: one wrong base in each of them is e = 20 / 1200, and 435 pairs a site.
    #expect(abs(found.expectedStrays - (unknown == 0 ? 0 : 20 * 435 / 3600.0)) < 1e-9)
    let check = SampleCheck(evidence: evidence, assembly: .grch38)
    let hint = CheckReason(.strayReads(sites: stray, of: 20, genes: stray), .limit)
    #expect(check.reasons.contains(hint) == isHint)
  }

  @Test(arguments: [(0, nil), (1, CheckReason.Weight.limit), (2, .bar)])
  func `the check limits from one and a half percent of foreign reads and bars from three`(
    reference: Int, weight: CheckReason.Weight?
  ) {
    let entries = repeated(CheckFixture.record(1, 1, depths: [reference, 50 - reference]), 10)
    let evidence = CheckFixture.evidence(CheckFixture.gene("ONE", positions: 10), entries)
    let check = SampleCheck(evidence: [evidence], assembly: .grch38)
    #expect(check.reasons.first?.weight == weight)
  }
}
