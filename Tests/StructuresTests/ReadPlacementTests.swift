import Genome
import GenomeFiles
import Knowledge
import Testing

@testable import Structures

@Suite struct ReadPlacementTests {
  let sequence = PairedSequence(ParalogFixture.shared.facts)

  private func bases(_ offset: Int, _ length: Int) -> [UInt8] {
    Array(sequence.bases[offset..<offset + length])
  }

  @Test func `a read lies where its bases are, on either strand`() throws {
    let placer = ReadPlacer(sequence)
    let read = bases(4000, 150)
    let forward = try #require(placer.place(read, step: 4))
    #expect(forward.path.first == 4000)
    #expect(!forward.isTurned)
    let turned = try #require(placer.place(BaseCode.reverseComplement(read), step: 4))
    #expect(turned.path.first == 4000)
    #expect(turned.isTurned)
    #expect(turned.bases == read)
  }

  @Test func `a read with a lost base is laid with a gap`() throws {
    var read = bases(5000, 151)
    read.remove(at: 75)
    let placement = try #require(ReadPlacer(sequence).place(read, step: 4))
    #expect(placement.edits == 1)
    #expect(placement.path.first == 5000)
    #expect(placement.path.last == 5150)
  }

  @Test func `a read of the paralog is laid on the paralog`() throws {
    let start = sequence.paralogOffset + 7000
    let placement = try #require(ReadPlacer(sequence).place(bases(start, 150), step: 4))
    #expect(placement.path.first == Int32(start))
  }

  @Test func `a read of something else is laid nowhere`() {
    var random = SeededGenerator(state: 11)
    let read = (0..<150).map { _ in UInt8(random.next() % 4) }
    #expect(ReadPlacer(sequence).place(read, step: 4) == nil)
  }

  @Test func `the paralog lies beside the gene at every difference`() {
    let facts = ParalogFixture.shared.facts
    for base in facts.differences {
      let beside = sequence.paralogIndex[sequence.geneIndex(ofPosition: base.position)]
      #expect(Int(beside) == sequence.paralogIndex(ofPosition: base.paralogPosition))
    }
  }

  @Test func `a stretch the file does not hold is no deletion`() throws {
    let contig = try #require(Contig(name: "chr1"))
    let start = try #require(Position(1))
    let end = try #require(Position(20_000))
    let interval = try #require(GenomicInterval(contig: contig, start: start, end: end))
    var depth = StableDepth([interval])
    for start in stride(from: 1, to: 8_000, by: 10) {
      depth.add(
        AlignedRead(
          template: UInt64(start), contig: contig, start: start,
          cigar: [CigarOperation(.match, 100)]))
    }
    let measured = try #require(depth.perTwoCopies)
    #expect(abs(measured.depth - 10) < 0.2)
  }
}
