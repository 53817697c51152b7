import Evidence
import Genome
import GenomeFiles
import Knowledge
import Testing

/// Genotypes at single bases, from alignments made by hand.
struct ReadGenotypeTests {
  private func single(_ reads: [AlignedRead], policy: ReadPolicy = .init()) -> PositionEvidence {
    ReadToy.evidence(reads, policy: policy).positions[0]
  }

  @Test func `without a read there is no data, whatever the reference`() {
    let evidence = ReadToy.evidence([])
    #expect(evidence.positions.map(\.short) == ["noReads", "noReads", "noReads", "noReads"])
    #expect(evidence.readPhase == nil)
  }

  private static let piles: [(String, String)] = [
    ("AAA", "tooFew"), ("AAAA", "unclear"), ("AAAAAA", "unclear"), ("AAAAAAA", "unclear"),
    ("AAAAAAAA", "0/0"),
    ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "0/0"), ("GGGGGGGG", "1/1"), ("GGGGGGG", "unclear"),
    ("AAGG", "0/1"), ("AAAG", "unclear"), ("AAAGG", "0/1"), ("AAAAAAAAAG", "unclear"),
    ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAG", "0/0"), ("AAAAAAAAAAAAAAAAAAAAAAAAAAAGGG", "unclear"),
    ("AAAAAAAAAAAAAAAAAAAAAAAAGGGGGG", "0/1"), ("CCCCCCCCCC", "C/C"), ("AAAAAACCCCCC", "0/C"),
    ("AAAAAAAAAACC", "unclear"), ("AAAAAGGGGGTTTTT", "unclear"), ("GGGGGGGGTTTTTTTT", "1/T"),
  ]

  @Test(arguments: piles)
  func `reads give a genotype, or say that they are too few or unclear`(
    letters: String, expected: String
  ) {
    #expect(single(ReadToy.pile(1000, letters)).short == expected)
  }

  @Test func `eight reads of one allele are the fewest that rule a second one out`() {
    let seven = single(ReadToy.pile(1000, "AAAAAAA")).readSupport
    let eight = single(ReadToy.pile(1000, "AAAAAAAA")).readSupport
    #expect(seven?.confidence == 21)
    #expect(eight?.confidence == 24)
    #expect(seven?.likeliest == [.documented(0), .documented(0)])
  }

  @Test func `depth, counts by strand and qualities are kept`() throws {
    let support = try #require(single(ReadToy.pile(1000, "AAAAGGGGG")).readSupport)
    #expect(support.depth == 9)
    #expect(
      support.alleles == [
        .init(allele: .documented(0), forward: 2, reverse: 2),
        .init(allele: .documented(1), forward: 3, reverse: 2),
      ])
    #expect(support.meanBaseQuality == 35)
    #expect(support.meanMappingQuality == 60)
    #expect(support.confidence > 60)
    #expect(support.fraction(of: .documented(1)) == 5.0 / 9)
    #expect(support.fraction(of: .undocumented("T")) == 0)
  }

  @Test func `poor bases and places are set aside, and copies of a molecule left out`() throws {
    let poor = ReadToy.pile(1000, "GGGG", quality: 9)
    let lost = (11...14).map { ReadToy.read($0, [1000: "G"], mappingQuality: 19) }
    let copies = (21...28).map { ReadToy.read($0, [1000: "G"], flags: .duplicate) }
    let good = (31...38).map { ReadToy.read($0, [1000: "A"]) }
    let evidence = single(poor + lost + copies + good)
    #expect(evidence.short == "0/0")
    let support = try #require(evidence.readSupport)
    #expect((support.depth, support.setAside) == (8, 8))
    #expect(single(poor + lost).short == "tooFew")
  }

  @Test func `where most reads have no sure place, the few that have one are not believed`() {
    let lost = (1...20).map { ReadToy.read($0, [1000: "A"], mappingQuality: 0) }
    let good = (31...38).map { ReadToy.read($0, [1000: "G"]) }
    #expect(single(lost + good).short == "unclear")
  }

  @Test func `mates over one base count once, and cancel where they differ`() throws {
    func pair(_ template: UInt64, _ one: Character, _ other: Character) -> [AlignedRead] {
      [
        ReadToy.read(template, [1000: one], flags: [.paired, .firstInTemplate]),
        ReadToy.read(
          template, [1000: other], quality: 30,
          flags: [.paired, .lastInTemplate, .reverseStrand]),
      ]
    }
    let alike = (1...8).flatMap { pair($0, "A", "A") }
    #expect(single(alike).readSupport?.depth == 8)
    let differing = (11...20).flatMap { pair($0, "A", "G") }
    let both = single(alike + differing)
    #expect(both.short == "0/0")
    #expect(both.readSupport?.setAside == 10)
  }

  @Test func `an allele seen on one strand only is refused`() {
    let reference = (1...30).map { ReadToy.read($0, [1000: "A"]) }
    let other = (31...60).map { ReadToy.read($0, [1000: "G"], flags: .reverseStrand) }
    #expect(single(reference + other).short == "strandBiased")
  }

  @Test func `a deletion over the base hides it`() {
    let gap = [CigarOperation(.match, 8), CigarOperation(.deletion, 5), CigarOperation(.match, 12)]
    let deleted = (1...8).map { ReadToy.read($0, [1000: "C"], cigar: gap) }
    let whole = (11...18).map { ReadToy.read($0, [1000: "A"]) }
    #expect(single(deleted + whole).short == "deleted")
    #expect(single(deleted).short == "deleted")
    #expect(single(whole + deleted.prefix(1)).short == "0/0")
  }

  @Test func `a skipped stretch shows nothing`() {
    let skip = [CigarOperation(.match, 5), CigarOperation(.skip, 20), CigarOperation(.match, 15)]
    let spliced = (1...8).map { ReadToy.read($0, [1000: "G"], cigar: skip) }
    #expect(single(spliced).short == "noReads")
  }

  @Test func `the other assembly has its own place and reference`() {
    let reads = ReadToy.pile(500, "GGGGGGGGGG")
    let evidence = ReadToy.evidence(reads, assembly: .grch37)
    #expect(evidence.positions.map(\.short) == ["1/1", "noReads", "noReads", "noData"])
    #expect(evidence.positions[3] == .noData(.notOnAssembly))
  }

  private func mitochondrial(_ letters: String) -> PositionEvidence {
    let reads = letters.enumerated().map { index, letter in
      ReadToy.read(UInt64(index), [1000: letter], contig: .mitochondrion)
    }
    return ReadToy.evidence(reads, gene: ReadToy.gene(.mitochondrial)).positions[0]
  }

  @Test func `one copy is called where an allele clearly prevails, and else is mixed`() throws {
    let clear = String(repeating: "G", count: 95) + String(repeating: "A", count: 5)
    let mixed = String(repeating: "A", count: 70) + String(repeating: "G", count: 30)
    #expect(mitochondrial("AAAA").short == "0")
    #expect(mitochondrial(clear).short == "1")
    #expect(mitochondrial(clear).readSupport?.fraction(of: .documented(1)) == 0.95)
    let evidence = mitochondrial(mixed)
    #expect(evidence.short == "mixed")
    #expect(evidence.readSupport?.fraction(of: .documented(1)) == 0.3)
    guard case .noData(let reason) = evidence else { return }
    #expect(reason.setsAsideVariant)
  }

  @Test(arguments: [(4, 96, "0"), (6, 94, "mixed"), (6, 300, "0"), (3, 40, "0"), (95, 5, "1")])
  func `a part of the mitochondria with a variant keeps the reference from being called`(
    variant: Int, reference: Int, expected: String
  ) {
    let shown: [(letter: Character, count: Int)] = [("G", variant), ("A", reference)]
    let letters = shown.flatMap { letter, count in
      (0..<count).map { (letter, $0 % 2 == 0) }
    }
    let reads = letters.enumerated().map { index, seen in
      var read = ReadToy.read(UInt64(index), [1000: seen.0], contig: .mitochondrion)
      if seen.1 { read.flags.insert(.reverseStrand) }
      return read
    }
    let evidence = ReadToy.evidence(reads, gene: ReadToy.gene(.mitochondrial))
    #expect(evidence.positions[0].short == expected)
  }

  @Test func `how many copies a gene on X has is for the caller to say`() {
    let reads = (1...8).map { ReadToy.read($0, [1000: "G"], contig: .x) }
    let gene = ReadToy.gene(.chromosomeX)
    #expect(ReadToy.evidence(reads, gene: gene).positions[0].short == "1/1")
    #expect(ReadToy.evidence(reads, gene: gene, copies: ["TOY": 1]).positions[0].short == "1")
  }

  @Test func `a contig that is another sequence gives no data`() {
    let header = AlignmentHeader(contigs: [
      HeaderContig(name: "chr1", length: 249_250_621), HeaderContig(name: "chrM", length: 16_571),
      HeaderContig(name: "chrUn_gl000220", length: 5),
    ])
    #expect(header.foreignContigs(on: .grch37) == [.mitochondrion])
    let good = AlignmentHeader(contigs: [HeaderContig(name: "MT", length: 16_569)])
    #expect(good.foreignContigs(on: .grch37).isEmpty)
    let reads = (1...8).map { ReadToy.read($0, [1000: "G"], contig: .mitochondrion) }
    let evidence = ReadToy.evidence(
      reads, gene: ReadToy.gene(.mitochondrial), foreign: [.mitochondrion])
    #expect(evidence.positions[0] == .noData(.foreignContig))
  }

  @Test func `very deep positions keep an even sample, the same in any order`() throws {
    var policy = ReadPolicy()
    policy.maximumDepth = 100
    let reads = ReadToy.pile(1000, String(repeating: "AAGG", count: 200))
    let evidence = ReadToy.evidence(reads, policy: policy).positions[0]
    let reversed = ReadToy.evidence(reads.reversed(), policy: policy).positions[0]
    #expect(evidence == reversed)
    let depth = try #require(evidence.readSupport?.depth)
    #expect((25...100).contains(depth))
    #expect(evidence.short == "0/1")
  }

  @Test func `reads without qualities or with a letter that is no base are not a danger`() {
    var bare = ReadToy.pile(1000, "AAAAAAAA")
    for index in bare.indices { bare[index].qualities = [] }
    #expect(single(bare).short == "0/0")
    #expect(single(ReadToy.pile(1000, "NNNNNNNN")).short == "tooFew")
    var short = ReadToy.pile(1000, "AAAAAAAA")
    for index in short.indices { short[index].bases = Array(short[index].bases.prefix(3)) }
    #expect(single(short).short == "noReads")
  }

  @Test func `targets cover each position, and the flanks of repeats`() {
    let collector = ReadEvidenceCollector(genes: [ReadToy.gene()], assembly: .grch38)
    #expect(
      collector.targets.map(\.description) == [
        "chr1:1000-1000", "chr1:1100-1100", "chr1:1900-1900", "chr1:1970-2037",
      ])
  }
}
