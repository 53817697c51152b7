import Evidence
import Genome
import Guidance
import GuidanceFixtures
import Knowledge
import Reports
import StarAlleles

/// Checks and read evidence of a sample in the words of a test.
enum CheckFixture {
  /// Two genes: all positions of one, of the other as many as said.
  static func evidence(missing: Int = 0) -> [GeneEvidence] {
    let gene = FixtureGenes.cyp2c19
    let other = FixtureGenes.tpmt
    let seen = PositionEvidence.observed(
      Observation(
        alleles: [.documented(0), .documented(0)], phase: .unphased, basis: .callableRegion))
    return [
      GeneEvidence(
        gene: gene,
        positions: gene.positions.indices.map { $0 < missing ? .noData(.absent) : seen }),
      GeneEvidence(gene: other, positions: other.positions.map { _ in seen }),
    ]
  }

  static let fit = SampleCheck(
    evidence: evidence(), assembly: .grch38, assemblyBasis: "recognised from the header",
    reference: ReferenceAgreement(agreeing: 3, disagreeing: 0))

  static let limited = SampleCheck(
    evidence: evidence(missing: 2), assembly: .grch38,
    reference: ReferenceAgreement(agreeing: 1, disagreeing: 0),
    sex: SexFinding(xChromosomes: 1, hasY: true, source: "read depth"))

  static let unfit = SampleCheck(
    evidence: evidence(missing: 2), assembly: .grch38,
    reference: ReferenceAgreement(agreeing: 1, disagreeing: 2))

  /// 30 fragments, 14 of the first allele and 16 of the second.
  static let support: ReadSupport = {
    var support = ReadSupport()
    support.depth = 30
    support.alleles = [
      .init(allele: .documented(0), forward: 8, reverse: 6),
      .init(allele: .documented(1), forward: 9, reverse: 7),
    ]
    support.setAside = 1
    support.meanBaseQuality = 36
    support.meanMappingQuality = 60
    support.confidence = 99
    support.likeliest = [.documented(0), .documented(1)]
    return support
  }()

  static func observed(_ one: Int, _ other: Int) -> PositionEvidence {
    .observed(
      Observation(
        alleles: [.documented(one), .documented(other)], phase: .phaseSet(94_761_900),
        basis: .reads(support)))
  }

  static func disagreement(_ outcome: ReadDisagreement.Outcome) throws -> ReadDisagreement {
    let hasRecord = outcome != .absenceRefuted && outcome != .absenceUnconfirmed
    return ReadDisagreement(
      position: 1, outcome: outcome, record: hasRecord ? try ReportFixture.trace() : nil,
      reads: support)
  }

  /// A sample whose reads phase two positions of a gene, and contradict a record.
  static func input(check: SampleCheck? = nil) throws -> ReportInput {
    var call = Fixture.call("CYP2C19", ["*1/*2"])
    call.evidence = [observed(0, 1), observed(0, 1)]
    call.readPhase = ReadPhase(
      sets: [.init(number: 94_761_900, positions: [0, 1])],
      links: [.init(first: 0, second: 1, agreeing: 14, disagreeing: 1, confidence: 80)])
    let results = Fixture.results([call])
    return ReportInput(
      sampleID: "S1", genes: results,
      drugs: GuidanceMatcher(results: results).guidance(for: ReportFixture.drugs),
      provenance: ReportFixture.provenance, check: check,
      disagreements: ["CYP2C19": [try disagreement(.readsTaken)]])
  }
}
