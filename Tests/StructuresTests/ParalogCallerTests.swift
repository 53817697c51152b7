import Genome
import GenomeFiles
import Knowledge
import StarAlleles
import Testing

@testable import Structures

@Suite struct ParalogCallerTests {
  let fixture = ParalogFixture.shared

  private func call(_ copies: [[UInt8]], seed: UInt64) -> GeneCall {
    var reads = fixture.caller.reads()
    for read in fixture.pairs(of: copies, depthOfOne: 15, seed: seed) { reads.add(read) }
    return fixture.caller.call(reads, stableDepth: 30)
  }

  @Test func `two copies of the gene with their variants are told from the paralog`() {
    let four = fixture.geneCopy([
      42_126_611: "G", 42_128_945: "T", 42_129_130: "G", 42_129_809: "C", 42_129_819: "T",
      42_130_692: "A",
    ])
    let call = call([fixture.geneCopy(), four, fixture.paralog, fixture.paralog], seed: 1)
    #expect(call.diplotypes.map(\.description) == ["*1/*4"])
    #expect(call.structure?.copies.last?.name == "CYP2D7")
    #expect(call.structure?.copies.last?.count == 2)
  }

  @Test func `a chromosome without the gene is its deletion`() {
    let call = call([fixture.geneCopy(), fixture.paralog, fixture.paralog], seed: 2)
    #expect(call.diplotypes.map(\.description) == ["*1/*5"])
    #expect(call.status == .called)
  }

  @Test func `the copy that is doubled is the one with twice the bases`() {
    let doubled = fixture.geneCopy([
      42_130_761: "T", 42_126_611: "G", 42_127_941: "A", 42_129_130: "G",
    ])
    let call = call(
      [doubled, doubled, fixture.geneCopy(), fixture.paralog, fixture.paralog], seed: 3)
    #expect(call.diplotypes.map(\.description) == ["*1/*35x2"])
  }

  @Test func `a hybrid that ends like the paralog is found with its whole partner`() {
    let ten: [Int: Character] = [42_126_611: "G", 42_129_130: "G", 42_130_692: "A"]
    let call = call(
      [
        fixture.hybrid(below: 42_127_000, ten), fixture.geneCopy(ten), fixture.geneCopy(),
        fixture.paralog, fixture.paralog,
      ], seed: 4)
    #expect(call.diplotypes.map(\.description) == ["*1/*36 + *10"])
  }

  @Test func `the gene part of a paralog-led hybrid is no rarer beside a copy of the same allele`()
  {
    let two: [Int: Character] = [42_126_611: "G", 42_127_941: "A", 42_129_130: "G"]
    let call = call(
      [
        fixture.hybrid(above: 42_129_000, two), fixture.geneCopy(two),
        fixture.geneCopy([42_127_941: "A"]), fixture.paralog,
      ], seed: 8)
    // Pairs do not reach from one variant of the hybrid to the next: two answers are as likely.
    #expect(call.status == .ambiguous)
    #expect(call.compatible.map(\.description).contains("*13 + *2/*34"))
    let weights = call.structure?.arrangements.reduce(into: [String: Double]()) {
      $0[$1.diplotype.description] = $1.probability
    }
    #expect((weights?["*13 + *2/*34"] ?? 0) > 0.2)
  }

  @Test func `one of several copies may have been converted by the paralog`() {
    let six: [Int: Character] = [42_128_242: "T"]
    let call = call(
      [
        fixture.converted(42_126_590...42_126_690), fixture.geneCopy(), fixture.geneCopy(),
        fixture.geneCopy(six), fixture.paralog, fixture.paralog,
      ], seed: 9)
    let names = call.compatible.map(\.description)
    #expect(names.contains { $0.contains("*83 + *1x2") || $0.contains("*83 + *1") })
  }

  @Test func `the variance of a mean depth is that of counting the reads of a wide stretch`() {
    // A stretch of 1 Mb at 30x in reads of 150: 200,000 reads.
    let wide = ReadDepth.variance(over: 1_000_000, readLength: 150, depth: 30)
    #expect(abs(wide * 200_000 - 1) < 0.001)
    // A stretch much shorter than a read sees as many reads as the depth says.
    #expect(abs(ReadDepth.variance(over: 1, readLength: 10_000, depth: 15) * 15 - 1) < 0.001)
  }

  @Test func `without reads nothing is called`() {
    let call = fixture.caller.call(fixture.caller.reads())
    #expect(call.status == .notCalled(.noData))
    #expect(call.diplotypes.isEmpty)
  }

  @Test func `a few reads are not enough, and the call says so`() {
    var reads = fixture.caller.reads()
    let copies = [fixture.geneCopy(), fixture.geneCopy(), fixture.paralog, fixture.paralog]
    for read in fixture.pairs(of: copies, depthOfOne: 1, seed: 5) { reads.add(read) }
    let call = fixture.caller.call(reads, stableDepth: 2)
    guard case .notCalled(.needsStructure(let why)) = call.status else {
      Issue.record("called from one-fold depth: \(call.status)")
      return
    }
    #expect(why.hasPrefix("too few reads"))
    #expect(call.compatible.isEmpty)
  }

  @Test func `duplicates and second places are left out`() {
    var reads = fixture.caller.reads()
    for var read in fixture.pairs(of: [fixture.geneCopy()], depthOfOne: 2, seed: 6) {
      read.flags = read.template % 2 == 0 ? .duplicate : .secondary
      reads.add(read)
    }
    #expect(reads.readCount == 0)
  }

  @Test func `without a stable stretch copies are not counted, and the call says so`() {
    var reads = fixture.caller.reads()
    let copies = [fixture.geneCopy(), fixture.geneCopy(), fixture.paralog, fixture.paralog]
    for read in fixture.pairs(of: copies, depthOfOne: 15, seed: 7) { reads.add(read) }
    let call = fixture.caller.call(reads)
    #expect(call.structure?.evidence.totalCopies == nil)
    #expect(call.structure?.reason?.contains("can't be measured") == true)
  }
}
