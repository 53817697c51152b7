import Genome
import GenomeFiles
import Knowledge
import StarAlleles
import Testing

@testable import Structures

/// Long reads that run from before a copy into it show whether it is the first of its chromosome.
@Suite struct LongReadChainTests {
  let fixture = ParalogFixture.shared

  private static let two: [Int: Character] = [42_126_611: "G", 42_129_130: "G"]
  private static let doubled: [Int: Character] = [
    42_130_761: "T", 42_126_611: "G", 42_127_941: "A", 42_129_130: "G",
  ]

  /// Bases that resemble nothing.
  private func strange(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(state: seed)
    return (0..<count).map { _ in Array("ACGT".utf8)[Int(random.next() % 4)] }
  }

  /// A chromosome with copies of the gene one after another, then the paralog.
  private func chromosome(_ copies: [[UInt8]]) -> [UInt8] {
    var bases = strange(9000, seed: 1)
    let shared = PairedSequence(fixture.facts).sharedStart
    for (index, copy) in copies.enumerated() {
      bases += index == 0 ? copy : Array(copy[(shared - 100)...])
      bases += strange(2600, seed: 2)
    }
    if copies.isEmpty {
      // A deletion joins the sequence before the gene to the paralog's copy of what follows.
      let gene = fixture.geneCopy()
      bases += gene[..<(shared + 50)] + fixture.paralog[2500...]
    } else {
      bases += fixture.paralog
    }
    return bases + strange(9000, seed: 3)
  }

  private func reads(_ chromosomes: [[UInt8]], depthOfOne: Int, seed: UInt64) -> ParalogReads {
    var random = SeededGenerator(state: seed)
    var reads = fixture.caller.reads()
    let start = fixture.facts.readRegions[.grch38]?.first?.start.value ?? 1
    for bases in chromosomes {
      let length = 10_000
      for _ in 0..<(bases.count * depthOfOne / length) {
        let first = Int(random.next() % UInt64(bases.count - length))
        reads.add(
          AlignedRead(
            template: random.next(), contig: fixture.facts.contig, start: start,
            cigar: [CigarOperation(.match, length)], bases: Array(bases[first..<first + length])))
      }
    }
    return reads
  }

  private func starts(_ reads: ParalogReads) -> (first: Int, further: Int) {
    (
      reads.fragments.count { $0.start == .first }, reads.fragments.count { $0.start == .further }
    )
  }

  @Test func `a copy is first where the read comes from before the gene`() {
    let plain = chromosome([fixture.geneCopy()])
    let found = starts(reads([plain, plain], depthOfOne: 20, seed: 3))
    // Of each chromosome one copy is first and one, the paralog, is not.
    #expect(found.first >= 20)
    #expect(found.further >= 20)
    #expect(abs(found.first - found.further) < 20)
  }

  @Test func `a doubled copy is told by the copy before it`() {
    let one = chromosome([fixture.geneCopy()])
    let other = chromosome([fixture.geneCopy(Self.doubled), fixture.geneCopy(Self.doubled)])
    // The depth by itself would as well be that of three copies in all.
    let call = fixture.caller.call(
      reads([one, other], depthOfOne: 15, seed: 4), stableDepth: 34)
    #expect(call.diplotypes.map(\.description) == ["*1/*41x2"])
  }

  @Test func `a deletion is told by what follows the sequence before the gene`() {
    let one = chromosome([fixture.geneCopy(Self.two)])
    let call = fixture.caller.call(
      reads([one, chromosome([])], depthOfOne: 15, seed: 5), stableDepth: 25)
    #expect(call.diplotypes.map(\.description) == ["*2/*5"])
    #expect(!call.compatible.map(\.description).contains("*2/*2"))
  }

  @Test func `which chromosome has the further copy is told by what follows what`() {
    let one = chromosome([fixture.geneCopy(Self.two), fixture.geneCopy(Self.two)])
    let other = chromosome([fixture.geneCopy(), fixture.geneCopy()])
    let call = fixture.caller.call(
      reads([one, other], depthOfOne: 20, seed: 6), stableDepth: 40)
    #expect(call.diplotypes.map(\.description) == ["*1x2/*2x2"])
  }
}
