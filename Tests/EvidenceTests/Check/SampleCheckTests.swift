import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

struct SampleCheckTests {
  private func check(
    _ evidence: [GeneEvidence], decisive: Set<String>? = nil, isAssumed: Bool = false,
    reference: ReferenceAgreement? = nil, sex: SexFinding? = nil, reads: ReadTally? = nil,
    readEvidence: [GeneEvidence]? = nil, disagreements: [ReadDisagreement] = []
  ) -> SampleCheck {
    SampleCheck(
      evidence: evidence, decisiveGenes: decisive, assembly: .grch38, isAssemblyAssumed: isAssumed,
      reference: reference, sex: sex, reads: reads, readEvidence: readEvidence,
      disagreements: disagreements)
  }

  private func findings(_ check: SampleCheck) -> [CheckReason.Finding] {
    check.reasons.map(\.finding)
  }

  @Test func `a sample with data everywhere is fit`() {
    let result = check([CheckFixture.evidence("ONE"), CheckFixture.evidence("TWO")])
    #expect(result.verdict == .fit)
    #expect(result.reasons.isEmpty)
    #expect(result.positions.observed == 40)
  }

  @Test func `a sample without any data is unfit`() {
    let nothing = [Int: PositionEvidence](
      uniqueKeysWithValues: (0..<20).map { ($0, .noData(.absent)) })
    let result = check([CheckFixture.evidence("ONE", but: nothing)])
    #expect(result.verdict == .unfit)
    #expect(findings(result) == [.nothingObserved(positions: 20)])
  }

  @Test func `a slice of one gene is told as genes without data and not as failure of that gene`() {
    let nothing = [Int: PositionEvidence](
      uniqueKeysWithValues: (0..<20).map { ($0, .noData(.absent)) })
    let result = check([
      CheckFixture.evidence("ONE", tierOne: [0, 1]), CheckFixture.evidence("TWO", but: nothing),
      CheckFixture.evidence("SIX", but: nothing, tierOne: [3]),
    ])
    #expect(result.verdict == .fitWithLimits)
    #expect(findings(result) == [.genesWithoutData(with: 1, of: 3, without: ["TWO", "SIX"])])
  }

  @Test func `a file of variants alone is told as that`() {
    let sparse = (0..<20).map { index -> PositionEvidence in
      index == 3 ? CheckFixture.record(0, 1) : .noData(.absent)
    }
    let gene = CheckFixture.gene("ONE", positions: 20)
    let result = check([CheckFixture.evidence(gene, sparse)])
    #expect(result.verdict == .unfit)
    #expect(findings(result) == [.variantsOnly(silent: 19, of: 20)])
    // The same with one record that says reference is a file with reference information.
    var informed = sparse
    informed[4] = CheckFixture.record(0, 0)
    #expect(
      findings(check([CheckFixture.evidence(gene, informed)])) == [
        .mostlyMissing(genes: ["ONE"], of: 1, cause: .absent)
      ])
  }

  @Test func `tier-one positions without data are told by gene`() {
    let result = check([
      CheckFixture.evidence("ONE", but: [1: .noData(.absent)], tierOne: [1, 2, 3]),
      CheckFixture.evidence("TWO"),
    ])
    #expect(result.verdict == .fitWithLimits)
    #expect(findings(result) == [.tierOneMissing([.init(gene: "ONE", missing: 1, of: 3)])])
    #expect(result.tierOne.observed == 2)
  }

  @Test func `a gene counts as partly covered from more than a tenth of its positions on`() {
    func missing(_ count: Int) -> SampleCheck {
      let entries = (0..<count).map { ($0, PositionEvidence.noData(.absent)) }
      return check([CheckFixture.evidence("ONE", but: .init(uniqueKeysWithValues: entries))])
    }
    #expect(missing(2).verdict == .fit)
    #expect(
      findings(missing(3)) == [.genesPartlyCovered([.init(gene: "ONE", missing: 3, of: 20)])])
  }

  @Test func `genes that no guideline looks at are counted and do not decide`() {
    let nothing = [Int: PositionEvidence](
      uniqueKeysWithValues: (0..<20).map { ($0, .noData(.absent)) })
    let result = check(
      [CheckFixture.evidence("ONE"), CheckFixture.evidence("TWO", but: nothing)],
      decisive: ["ONE"])
    #expect(result.verdict == .fit)
    #expect(result.positions.missing == 20)
    #expect(check([CheckFixture.evidence("TWO", but: nothing)], decisive: []).verdict == .fit)
  }

  @Test func `positions the assembly lacks are not looked for`() {
    let result = check([CheckFixture.evidence("ONE", but: [0: .noData(.notOnAssembly)])])
    #expect(result.positions.total == 19)
    #expect(result.verdict == .fit)
  }

  @Test func `positions that matching ignores are not looked for`() {
    var gene = CheckFixture.gene("ONE", positions: 2)
    gene.positions[0].role = .ignored
    let result = check([CheckFixture.evidence(gene, [.noData(.absent), CheckFixture.block])])
    #expect(result.positions.total == 1)
    #expect(result.verdict == .fit)
  }

  @Test(arguments: [(0, nil), (1, CheckReason.Weight.limit), (5, .limit), (6, .bar)])
  func `records with a foreign REF limit and bar above a twentieth`(
    wrong: Int, weight: CheckReason.Weight?
  ) {
    let result = check(
      [CheckFixture.evidence("ONE")],
      reference: ReferenceAgreement(agreeing: 100 - wrong, disagreeing: wrong))
    #expect(result.reasons.first?.weight == weight)
    #expect(
      findings(result) == (wrong == 0 ? [] : [.referenceMismatch(disagreeing: wrong, of: 100)]))
  }

  @Test func `an assumed assembly limits`() {
    #expect(findings(check([CheckFixture.evidence("ONE")], isAssumed: true)) == [.assemblyAssumed])
  }

  @Test func `an unclear sex limits only where a gene lies on X`() {
    let unclear = SexFinding(xChromosomes: nil, source: "read depth")
    let autosomal = CheckFixture.evidence("ONE")
    #expect(check([autosomal], sex: unclear).verdict == .fit)
    let gene = CheckFixture.gene("XXX", positions: 1, contig: "X", inheritance: .chromosomeX)
    let onX = CheckFixture.evidence(gene, [CheckFixture.block])
    #expect(
      findings(check([autosomal, onX], sex: unclear)) == [
        .sexUnclear(source: "read depth", genes: ["XXX"])
      ])
    let told = SexFinding(xChromosomes: 1, source: "read depth")
    #expect(check([autosomal, onX], sex: told).verdict == .fit)
    let contradicted = SexFinding(
      xChromosomes: 1, source: "what was stated",
      contradictions: [.init(xChromosomes: 2, source: "read depth")])
    #expect(
      findings(check([autosomal], sex: contradicted)) == [
        .sexContradicted(
          xChromosomes: 1, source: "what was stated", other: 2, otherSource: "read depth")
      ])
  }

  @Test func `reads that contradict records in many places are of another person`() {
    func disagreement(_ index: Int) -> ReadDisagreement {
      ReadDisagreement(
        position: index, outcome: .setAside, record: CheckFixture.trace(0, 1),
        reads: CheckFixture.support(20, 0))
    }
    let agreeing = PositionEvidence.observed(
      Observation(
        alleles: [.documented(0), .documented(1)], phase: .unphased,
        basis: .recordAndReads(CheckFixture.trace(0, 1), CheckFixture.support(15, 15))))
    func result(_ contradictions: Int) -> SampleCheck {
      check(
        [
          CheckFixture.evidence(
            "ONE", of: 30, but: .init(uniqueKeysWithValues: (0..<12).map { ($0, agreeing) }))
        ],
        reference: ReferenceAgreement(agreeing: 30, disagreeing: 0),
        readEvidence: [
          CheckFixture.evidence(
            "ONE", of: 30,
            but: .init(
              uniqueKeysWithValues: (0..<30).map { ($0, CheckFixture.reads(0, 0, 30, 0)) }))
        ],
        disagreements: (0..<contradictions).map(disagreement))
    }
    #expect(result(2).verdict == .fit)
    #expect(result(3).reasons == [CheckReason(.recordsContradicted(positions: 3, of: 15), .limit)])
    #expect(result(4).reasons == [CheckReason(.recordsContradicted(positions: 4, of: 16), .bar)])
  }

  @Test func `what bars comes first`() {
    let result = check(
      [CheckFixture.evidence("ONE", but: [1: .noData(.absent)], tierOne: [1, 2])],
      reference: ReferenceAgreement(agreeing: 1, disagreeing: 1))
    #expect(result.reasons.map(\.weight) == [.bar, .limit])
  }
}
