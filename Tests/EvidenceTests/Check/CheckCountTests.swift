import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

/// Phase and alignments as the check counts them.
struct CheckCountTests {
  @Test func `phase is known where two positions share it, and gaps have their distance`() {
    let gene = CheckFixture.gene("ONE", positions: 5)
    let evidence = CheckFixture.evidence(
      gene,
      [
        CheckFixture.record(0, 1, phase: .phaseSet(7)),
        CheckFixture.record(1, 0, phase: .phaseSet(7)),
        CheckFixture.record(1, 1), CheckFixture.record(0, 1), CheckFixture.block,
      ])
    let phase = PhaseCoverage([evidence], assembly: .grch38)
    #expect(phase.heterozygous == 3)
    #expect(phase.phased == 2)
    #expect(phase.tiedByReads == 0)
    #expect(
      phase.gaps == [.init(gene: "ONE", first: "ONE-1", second: "ONE-3", distance: 2000)])
    #expect(phase.openGenes == ["ONE"])
  }

  @Test func `a lone phase-set number is no phase, and one heterozygote needs none`() {
    let pair = CheckFixture.evidence(
      "ONE", of: 2,
      but: [
        0: CheckFixture.record(0, 1, phase: .phaseSet(1)),
        1: CheckFixture.record(0, 1, phase: .phaseSet(2)),
      ])
    #expect(PhaseCoverage([pair], assembly: .grch38).phased == 0)
    let lone = CheckFixture.evidence("ONE", of: 2, but: [0: CheckFixture.record(0, 1)])
    #expect(PhaseCoverage([lone], assembly: .grch38).heterozygous == 0)
  }

  @Test func `positions tied by reads are told apart from those the records phase`() {
    var evidence = CheckFixture.evidence(
      "ONE", of: 2,
      but: [
        0: CheckFixture.record(0, 1, phase: .phaseSet(5)),
        1: CheckFixture.record(0, 1, phase: .phaseSet(5)),
      ])
    evidence.readPhase = ReadPhase(
      sets: [.init(number: 5, positions: [0, 1])],
      links: [.init(first: 0, second: 1, agreeing: 9, disagreeing: 0, confidence: 80)])
    let phase = PhaseCoverage([evidence], assembly: .grch38)
    #expect(phase.tiedByReads == 2)
    #expect(phase.gaps.isEmpty)
  }

  private func read(
    flags: AlignmentFlags = [.paired, .properPair], mapping: UInt8 = 60, length: Int = 0
  ) -> AlignedRead {
    var read = AlignedRead(
      template: 1, flags: flags, contig: Contig(name: "1"), start: 100, mappingQuality: mapping,
      cigar: [CigarOperation(.match, 150)])
    read.templateLength = length
    return read
  }

  @Test func `alignments are counted once by their first place`() {
    var tally = ReadTally()
    for read in [
      read(length: 300), read(length: -300), read(mapping: 19, length: 500),
      read(flags: [.paired, .properPair, .duplicate]), read(flags: [.secondary]),
      read(flags: [.supplementary]), read(flags: [.unmapped]), read(mapping: 255, length: 5000),
    ] { tally.add(read) }
    #expect(tally.reads == 5)
    #expect(tally.duplicateShare == 0.2)
    #expect(tally.unsureShare == 0.25)
    #expect(tally.meanLength == 150)
    #expect(tally.medianFragmentLength == 300)
    #expect(ReadTally().duplicateShare == nil && ReadTally().medianFragmentLength == nil)
  }

  @Test func `depth is that of the genes with data, the mitochondrion apart`() {
    let deep = CheckFixture.evidence(
      CheckFixture.gene("ONE", positions: 2),
      [CheckFixture.reads(0, 0, 30, 0), .noData(.reads(.tooFew, CheckFixture.support(2, 0)))])
    let silent = CheckFixture.evidence(
      CheckFixture.gene("TWO", positions: 1), [.noData(.reads(.noReads, ReadSupport()))])
    let mitochondrial = CheckFixture.evidence(
      CheckFixture.gene("MIT", positions: 1, contig: "MT", inheritance: .mitochondrial),
      [CheckFixture.reads(0, 0, 2000, 0)])
    let depths = ReadDepths([deep, silent, mitochondrial])
    #expect(depths.positions == 2)
    #expect(depths.mean == 16)
    #expect(depths.coveredShare == 0.5)
  }

  @Test func `thin and poor reads limit`() {
    func reasons(_ depth: Int, duplicates: Int, unsure: Int) -> [CheckReason.Finding] {
      var tally = ReadTally()
      for _ in 0..<(10 - duplicates - unsure) { tally.add(read()) }
      for _ in 0..<duplicates { tally.add(read(flags: [.duplicate])) }
      for _ in 0..<unsure { tally.add(read(mapping: 0)) }
      let evidence = CheckFixture.evidence(
        CheckFixture.gene("ONE", positions: 1), [CheckFixture.reads(0, 0, depth, 0)])
      return SampleCheck(
        evidence: [evidence], assembly: .grch38, reads: tally, readEvidence: [evidence]
      ).reasons.map(\.finding)
    }
    #expect(reasons(30, duplicates: 3, unsure: 1).isEmpty)
    #expect(reasons(14, duplicates: 0, unsure: 0) == [.lowDepth(mean: 14)])
    #expect(reasons(30, duplicates: 4, unsure: 0) == [.manyDuplicates(share: 0.4)])
    #expect(reasons(30, duplicates: 0, unsure: 3) == [.unsurePlaces(share: 0.3)])
  }
}
